import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Criteria, IntakeView } from '../contract/case-view.ts'
import type { BasisKind, LegalBasis, ServedElsewhere } from '../contract/codes.ts'
import { suggestIntensity, whyNotBasis } from '../rules/intake.ts'
import { isPublicEmployer } from './district-facts.ts'
import { lockCaseForWork } from './lock-case-for-work.ts'
import { insertSteps, saveText } from './store.ts'

const nothingKnown: Criteria = {
  complexNeed: 'unknown',
  severalProviders: 'unknown',
  standardFails: 'unknown',
  lacksResources: 'unknown',
  clientAgrees: 'unknown',
}

/** Writes the intake of an episode, the first time or again. */
export async function saveIntake(
  tx: Tx,
  intake: {
    caseId: string
    episode: number
    servedElsewhere: ServedElsewhere
    criteria?: Criteria | undefined
  },
): Promise<void> {
  const criteria = intake.criteria ?? nothingKnown
  await sql`insert into case_intake (case_id, episode, served_elsewhere, complex_need, several_providers, standard_fails,
      lacks_resources, client_agrees)
    values (${intake.caseId}, ${intake.episode}, ${intake.servedElsewhere}, ${criteria.complexNeed}, ${criteria.severalProviders},
      ${criteria.standardFails}, ${criteria.lacksResources}, ${criteria.clientAgrees})
    on conflict (tenant_id, case_id, episode) do update set served_elsewhere = excluded.served_elsewhere,
      complex_need = excluded.complex_need, several_providers = excluded.several_providers,
      standard_fails = excluded.standard_fails, lacks_resources = excluded.lacks_resources,
      client_agrees = excluded.client_agrees, version = case_intake.version + 1`.execute(tx)
}

/** Intake of the current episode with the suggestion that follows from it; version 0 while nothing is recorded. */
export async function readIntake(tx: Tx, caseId: string): Promise<IntakeView> {
  const { rows } = await sql<{ intake: Omit<IntakeView, 'suggestion'> }>`
    select ${intakeSql} as intake from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`.execute(
    tx,
  )
  return withSuggestion(found(rows[0]).intake)
}

export const withSuggestion = (intake: Omit<IntakeView, 'suggestion'>): IntakeView => {
  const { intensity, because, reason } = suggestIntensity(intake.criteria)
  return { ...intake, suggestion: { intensity, because: [...because], reason } }
}

/** The intake as JSON, beside a `case_file f`. */
export const intakeSql = sql`(select jsonb_build_object(
    'version', coalesce(i.version, 0),
    'servedElsewhere', coalesce(i.served_elsewhere, 'notAsked'),
    'criteria', jsonb_build_object('complexNeed', coalesce(i.complex_need, 'unknown'),
      'severalProviders', coalesce(i.several_providers, 'unknown'), 'standardFails', coalesce(i.standard_fails, 'unknown'),
      'lacksResources', coalesce(i.lacks_resources, 'unknown'), 'clientAgrees', coalesce(i.client_agrees, 'unknown')),
    'firstTalkOn', (select min(s.on_date) from case_step s where s.tenant_id = f.tenant_id and s.case_id = f.id
      and s.episode = f.episode and s.kind = 'firstTalk'),
    'bases', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'basis', b.basis,
        'informedOn', b.informed_on, 'informationLanguage', b.information_language, 'version', b.version) order by b.kind), '[]')
      from processing_basis b where b.tenant_id = f.tenant_id and b.case_id = f.id and b.ended_on is null))
  from (select 1) one left join case_intake i on i.tenant_id = f.tenant_id and i.case_id = f.id and i.episode = f.episode)`

export async function changeIntake(
  tx: Tx,
  caseId: string,
  version: number,
  change: {
    servedElsewhere: ServedElsewhere
    servedElsewhereBy?: string | null | undefined
    criteria: Criteria
  },
): Promise<IntakeView> {
  const file = await lockCaseForWork(tx, caseId)
  const before = await readIntake(tx, caseId)
  refuseStale(before.version, version, () => before)
  await saveIntake(tx, { caseId, episode: file.episode, ...change })
  if (change.servedElsewhereBy !== undefined)
    await saveText(tx, caseId, 'servedElsewhere', change.servedElsewhereBy ?? '')
  await audit(tx, {
    action: 'case.intakeChanged',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    deputyOf: file.deputyOf,
  })
  return readIntake(tx, caseId)
}

/** The first counselling talk as a dated step; recorded again, the earlier date counts. */
export async function recordFirstTalk(
  tx: Tx,
  caseId: string,
  on: string,
  today: string,
): Promise<IntakeView> {
  const file = await lockCaseForWork(tx, caseId)
  if (on > today) throw new Refusal('conflict', 'firstTalkLater')
  await insertSteps(tx, [{ caseId, episode: file.episode, kind: 'firstTalk', to: 'firstTalk', on }])
  await audit(tx, {
    action: 'case.firstTalkRecorded',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    deputyOf: file.deputyOf,
  })
  return readIntake(tx, caseId)
}

export interface BasisWish {
  readonly kind: BasisKind
  readonly basis: LegalBasis
  readonly informedOn: string
  readonly informationLanguage: string
}

/** Records a legal basis; one that stood for the same kind ends today, both are kept. */
export async function recordBasis(tx: Tx, caseId: string, wish: BasisWish, now: Temporal.Instant) {
  const file = await lockCaseForWork(tx, caseId)
  const today = dayOf(now)
  const publicEmployer = await isPublicEmployer(tx, file.responsible_organisation_id)
  refuseIf(whyNotBasis(wish, { publicEmployer, today }))
  await endBases(tx, caseId, today, (query) => query.where('kind', '=', wish.kind))
  const id = newId()
  await tx
    .insertInto('processing_basis')
    .values({
      id,
      case_id: caseId,
      kind: wish.kind,
      basis: wish.basis,
      informed_on: wish.informedOn,
      information_language: wish.informationLanguage,
    })
    .execute()
  const details = { kind: wish.kind, basis: wish.basis }
  await audit(tx, {
    action: 'basis.recorded',
    objectKind: 'processingBasis',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details,
  })
  return { id, ...wish, version: 1 }
}

/** Ends a legal basis: fields that rest on it are locked again, what was recorded stays until it is erased. */
export async function endBasis(
  tx: Tx,
  ids: { id: string; basisId: string },
  now: Temporal.Instant,
): Promise<void> {
  const file = await lockCaseForWork(tx, ids.id)
  const ended = await endBases(tx, ids.id, dayOf(now), (query) => query.where('id', '=', ids.basisId))
  if (ended === 0) throw new Refusal('notFound', 'notFound')
  await audit(tx, {
    action: 'basis.ended',
    objectKind: 'processingBasis',
    objectId: ids.basisId,
    caseId: ids.id,
    deputyOf: file.deputyOf,
  })
}

const openBases = (tx: Tx, caseId: string, on: string) =>
  tx
    .updateTable('processing_basis')
    .set({ ended_on: on, version: sql<number>`version + 1` })
    .where('case_id', '=', caseId)
    .where('ended_on', 'is', null)

async function endBases(
  tx: Tx,
  caseId: string,
  on: string,
  narrow: (query: ReturnType<typeof openBases>) => ReturnType<typeof openBases>,
): Promise<number> {
  const result = await narrow(openBases(tx, caseId, on)).executeTakeFirst()
  return Number(result.numUpdatedRows)
}
