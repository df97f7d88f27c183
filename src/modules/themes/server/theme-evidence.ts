import type { z } from 'zod'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import { leaveThemes } from '../../structure/server/index.ts'
import type { OrganisationStep, ThemeBarriers, ThemeView } from '../contract/themes.ts'
import { whyNotOrganisationStep } from '../rules/named-organisation.ts'
import { checkTheme } from './check-theme.ts'
import { refuseFields } from './refuse-fields.ts'
import { lockTheme, updateTheme } from './store.ts'
import { readTheme } from './theme-screen.ts'
import { insertBarriers, withGroup } from './write-theme.ts'

const about = (id: string) => ({ objectKind: 'theme', objectId: id })

export async function addBarriers(
  tx: Tx,
  id: string,
  { barrierIds: single, groupId }: z.output<typeof ThemeBarriers>,
  today: string,
): Promise<ThemeView> {
  await lockTheme(tx, id)
  await checkTheme(tx, { barrierIds: single, groupId }, today)
  const barrierIds = await withGroup(tx, single, groupId)
  refuseFields([['barrierIds', 'themeBarriersMissing', barrierIds.length === 0]])
  await insertBarriers(tx, id, barrierIds, today)
  await audit(tx, { action: 'theme.evidenceAdded', ...about(id), details: { barriers: barrierIds.length } })
  return (await readTheme(tx, id, today)).view
}

/** 404 when it is no evidence of this theme. */
export async function dropBarrier(tx: Tx, id: string, barrierId: string, today: string): Promise<void> {
  await lockTheme(tx, id)
  const { numDeletedRows } = await tx
    .deleteFrom('theme_barrier')
    .where('theme_id', '=', id)
    .where('barrier_id', '=', barrierId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Refusal('notFound', 'notFound')
  const elsewhere = await tx
    .selectFrom('theme_barrier')
    .select('theme_id')
    .where('barrier_id', '=', barrierId)
    .limit(1)
    .executeTakeFirst()
  if (elsewhere === undefined) await leaveThemes(tx, [barrierId], today)
  await audit(tx, { action: 'theme.evidenceDropped', ...about(id) })
}

export async function nameOrganisation(
  tx: Tx,
  id: string,
  organisationId: string,
  today: string,
): Promise<ThemeView> {
  const theme = await lockTheme(tx, id)
  const known = await tx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  refuseFields([['organisationId', 'themeOrganisationUnknown', known === undefined]])
  await tx
    .insertInto('theme_organisation')
    .values({ theme_id: id, organisation_id: organisationId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'theme_id', 'organisation_id']).doNothing())
    .execute()
  await updateTheme(tx, theme, {})
  await audit(tx, { action: 'theme.organisationNamed', ...about(id) })
  return (await readTheme(tx, id, today)).view
}

/** Throws 404, 412 and wrong fields. */
export async function askOrganisation(
  tx: Tx,
  ids: { id: string; organisationId: string; version: number },
  step: z.output<typeof OrganisationStep>,
  today: string,
): Promise<ThemeView> {
  const { view } = await readTheme(tx, ids.id, today)
  const row = found(
    await tx
      .selectFrom('theme_organisation')
      .selectAll()
      .where('theme_id', '=', ids.id)
      .where('organisation_id', '=', ids.organisationId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
  refuseStale(row.version, ids.version, () => view)
  const standing = found(view.organisations.find((one) => one.organisationId === ids.organisationId))
  const answer = step.answer ?? null
  const wrong = whyNotOrganisationStep(standing, { ...step, answer }, today)
  refuseFields(wrong === null ? [] : [[wrong.field, wrong.code, true]])
  const omitted = step.state === 'omitted'
  refuseFields([['answer', 'themeOmissionTooLong', omitted && (answer?.length ?? 0) > 1000]])
  const told = step.state === 'answered' || step.state === 'declined'
  await tx
    .updateTable('theme_organisation')
    .set({
      state: step.state,
      // Asked at a barrier counts as asked here.
      asked_on: omitted ? null : step.state === 'asked' ? step.on : (row.asked_on ?? standing.askedOn),
      answered_on: told ? step.on : null,
      answer: step.state === 'answered' ? answer : null,
      reason: omitted ? answer : null,
      version: row.version + 1,
    })
    .where('theme_id', '=', ids.id)
    .where('organisation_id', '=', ids.organisationId)
    .execute()
  await audit(tx, { action: 'theme.organisationAsked', ...about(ids.id), details: { to: step.state } })
  return (await readTheme(tx, ids.id, today)).view
}

/** Only while it was not asked and no barrier names it. Throws 404, `themeOrganisationAsked`, `themeOrganisationInEvidence`. */
export async function dropOrganisation(
  tx: Tx,
  id: string,
  organisationId: string,
  today: string,
): Promise<void> {
  await lockTheme(tx, id)
  const { view } = await readTheme(tx, id, today)
  const row = found(view.organisations.find((one) => one.organisationId === organisationId))
  if (row.inEvidence) throw new Refusal('conflict', 'themeOrganisationInEvidence')
  if (row.state !== 'named') throw new Refusal('conflict', 'themeOrganisationAsked')
  await tx
    .deleteFrom('theme_organisation')
    .where('theme_id', '=', id)
    .where('organisation_id', '=', organisationId)
    .execute()
  await audit(tx, { action: 'theme.organisationDropped', ...about(id) })
}
