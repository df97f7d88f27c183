import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Programme } from '../../tenancy/index.ts'
import { bodyLabels, type ApprovalBody } from '../contract/codes.ts'

/** What the district file says of concepts and goals, and what the steering group is called here. */
export interface DistrictFacts {
  readonly programme: Programme
  readonly bodyLabel: (body: ApprovalBody) => string
}

const nothing: Programme = {
  documents: [],
  mandatoryContents: [],
  goals: [],
  milestones: [],
  activities: [],
  interfaceTalks: [],
  taskLists: [],
}

/** One statement. A district file of an older program names nothing. */
export async function districtFacts(tx: Tx): Promise<DistrictFacts> {
  const rows = await tx
    .selectFrom('tenant_setting')
    .select(['key', 'value'])
    .where('key', 'in', ['programme', 'namingSet'])
    .execute()
  const value = (key: string) => rows.find((row) => row.key === key)?.value
  const read = Programme.safeParse(value('programme'))
  const naming = value('namingSet') as { steeringGroup?: { label?: string } } | undefined
  const labels = { ...bodyLabels, steeringGroup: naming?.steeringGroup?.label ?? bodyLabels.steeringGroup }
  return { programme: read.success ? read.data : nothing, bodyLabel: (body) => labels[body] }
}
