import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { SummaryView } from '../contract/assessment.ts'
import { whyNotChange } from '../rules/why-not.ts'
import { assessmentScreen } from './screens.ts'
import { getAssessment, insertSummary, updateSummary } from './store.ts'

/** Replaces the summary that writes itself; null lets it write itself again. */
export async function writeSummary(
  tx: Tx,
  assessmentId: string,
  content: string | null,
  { version, today }: { version: number; today: string },
): Promise<SummaryView> {
  const caseId = (await getAssessment(tx, assessmentId)).case_id
  const file = await lockCaseForWork(tx, caseId)
  const current = (await assessmentScreen(tx, { caseId, id: assessmentId }, today)).current!
  refuseIf(whyNotChange(current))
  // Nobody replaces what may not be read.
  if (current.summary.withheld === 'basisMissing') throw new Refusal('conflict', 'basisMissing')
  refuseStale(current.summary.version, version, () => current.summary)
  const restsOn = [...new Set(current.ratings.map((rating) => rating.lifeDomain))].toSorted()
  const row = { content, rests_on: content === null ? [] : restsOn }
  const owner = { case_id: caseId, organisation_id: file.responsible_organisation_id }
  if (version === 0) await insertSummary(tx, { assessment_id: assessmentId, ...owner, ...row })
  else await updateSummary(tx, assessmentId, { ...row, version: version + 1 })
  await audit(tx, {
    action: 'assessment.summarised',
    objectKind: 'assessment',
    objectId: assessmentId,
    caseId,
    deputyOf: file.deputyOf,
    details: { own: content !== null },
  })
  return { content, withheld: null, version: version + 1 }
}
