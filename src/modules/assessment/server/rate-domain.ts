import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import {
  found,
  Refusal,
  refuseIf,
  refuseStale,
  type FieldProblem,
} from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { RatingView, ScaleStep } from '../contract/assessment.ts'
import type { RatingInput } from '../contract/endpoints.ts'
import { domainLock } from '../rules/domain-lock.ts'
import { ratingFaults } from '../rules/rating.ts'
import { whyNotChange } from '../rules/why-not.ts'
import { getAssessment, insertRating, lockAssessment, updateRating, type AssessmentRow } from './store.ts'
import { assessmentFieldTexts } from './texts.ts'

export interface RatingKey {
  readonly assessmentId: string
  readonly lifeDomain: string
  /** Null: the whole family. */
  readonly personId: string | null
}

interface Context {
  domain: { locked: boolean } | null
  bases: string[]
  personOfCase: boolean
  stored: (RatingView & { id: string }) | null
}

/** Writes one row of an open assessment. `version` 0: the person saw an empty row. */
export async function rateDomain(
  tx: Tx,
  key: RatingKey,
  input: RatingInput,
  version: number,
): Promise<RatingView> {
  const file = await lockCaseForWork(tx, (await getAssessment(tx, key.assessmentId)).case_id)
  const assessment = await lockAssessment(tx, key.assessmentId)
  const context = await readContext(tx, assessment, key)
  refuseLocked(key.lifeDomain, found(context.domain), context.bases)
  refuseIf(whyNotChange({ finishedOn: assessment.finished_on }))
  refuseWrongFields(key, input, assessment, context)
  const { stored } = context
  refuseStale(stored?.version ?? 0, version, () => stored ?? emptyRow(key))

  const id = stored?.id ?? newId()
  const { note, clientWords, clientView, ...same } = input
  const values = { ...same, client_view: clientView }
  const words = { note, client_words: clientWords }
  if (stored) await updateRating(tx, { id, version }, values, words)
  else {
    const owner = { case_id: assessment.case_id, assessment_id: assessment.id, person_id: key.personId }
    const text = {
      rating_id: id,
      case_id: assessment.case_id,
      organisation_id: file.responsible_organisation_id,
    }
    await insertRating(tx, { id, ...owner, life_domain: key.lifeDomain, ...values }, { ...text, ...words })
  }
  await audit(tx, {
    action: 'assessment.rated',
    objectKind: 'assessment',
    objectId: assessment.id,
    caseId: assessment.case_id,
    personId: key.personId,
    deputyOf: file.deputyOf,
    details: { lifeDomain: key.lifeDomain, state: input.state },
  })
  const view = { id, lifeDomain: key.lifeDomain, personId: key.personId, ...same, clientView }
  return { ...view, text: { note, clientWords }, version: version + 1 }
}

const emptyRow = ({ lifeDomain, personId }: RatingKey): RatingView => ({
  id: null,
  lifeDomain,
  personId,
  state: 'rated',
  resource: null,
  need: null,
  clientView: null,
  urgency: null,
  text: { note: null, clientWords: null },
  version: 0,
})

function refuseLocked(key: string, { locked }: { locked: boolean }, bases: readonly string[]): void {
  const lock = domainLock({ key, locked }, new Set(bases))
  if (lock) throw new Refusal('conflict', lock.reason)
}

function refuseWrongFields(
  key: RatingKey,
  input: RatingInput,
  assessment: AssessmentRow,
  { personOfCase }: Context,
): void {
  const faults = ratingFaults(input, assessment.scale as ScaleStep[] | null)
  const fields: FieldProblem[] = faults.map((fault) => ({
    ...fault,
    message: assessmentFieldTexts[fault.code],
  }))
  if (key.personId !== null && !personOfCase)
    fields.push({ path: 'personId', code: 'personNotOfCase', message: assessmentFieldTexts.personNotOfCase })
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}

/** All that decides about the row, in one statement. The case is locked, so nobody writes the row meanwhile. */
async function readContext(tx: Tx, assessment: AssessmentRow, key: RatingKey): Promise<Context> {
  const { rows } = await sql<Context>`
    select
      (select jsonb_build_object('locked', coalesce((e.settings ->> 'locked')::boolean, false)) from catalogue_entry e
        where e.tenant_id = (select app.tenant_id()) and e.kind = 'lifeDomain' and e.key = ${key.lifeDomain}) as domain,
      (select coalesce(jsonb_agg(b.kind), '[]') from processing_basis b where b.tenant_id = (select app.tenant_id())
        and b.case_id = ${assessment.case_id} and b.ended_on is null) as bases,
      exists (select from case_person c where c.tenant_id = (select app.tenant_id())
        and c.case_id = ${assessment.case_id} and c.person_id = ${key.personId}::uuid) as "personOfCase",
      (select jsonb_build_object('id', r.id, 'lifeDomain', r.life_domain, 'personId', r.person_id, 'state', r.state,
          'resource', r.resource, 'need', r.need, 'clientView', r.client_view, 'urgency', r.urgency, 'version', r.version,
          'text', jsonb_build_object('note', t.note, 'clientWords', t.client_words))
        from assessment_rating r
        left join assessment_text t on t.tenant_id = (select app.tenant_id()) and t.rating_id = r.id
        where r.tenant_id = (select app.tenant_id()) and r.assessment_id = ${assessment.id}
          and r.life_domain = ${key.lifeDomain} and r.person_id is not distinct from ${key.personId}::uuid) as stored`.execute(
    tx,
  )
  return rows[0]!
}
