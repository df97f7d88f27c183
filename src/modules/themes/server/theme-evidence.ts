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
  const wrong = whyNotOrganisationStep(
    { state: row.state as 'named', askedOn: row.asked_on },
    { ...step, answer: step.answer ?? null },
    today,
  )
  refuseFields(wrong === null ? [] : [[wrong.field, wrong.code, true]])
  await tx
    .updateTable('theme_organisation')
    .set({
      state: step.state,
      ...(step.state === 'asked' && { asked_on: step.on }),
      answered_on: step.state === 'answered' ? step.on : null,
      answer: step.state === 'answered' ? step.answer : null,
      version: row.version + 1,
    })
    .where('theme_id', '=', ids.id)
    .where('organisation_id', '=', ids.organisationId)
    .execute()
  await audit(tx, { action: 'theme.organisationAsked', ...about(ids.id), details: { to: step.state } })
  return (await readTheme(tx, ids.id, today)).view
}

/** Only while it was not asked. Throws 404, `themeOrganisationAsked`. */
export async function dropOrganisation(tx: Tx, id: string, organisationId: string): Promise<void> {
  await lockTheme(tx, id)
  const { numDeletedRows } = await tx
    .deleteFrom('theme_organisation')
    .where('theme_id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) {
    const row = await tx
      .selectFrom('theme_organisation')
      .select('state')
      .where('theme_id', '=', id)
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
    found(row)
    throw new Refusal('conflict', 'themeOrganisationAsked')
  }
  await audit(tx, { action: 'theme.organisationDropped', ...about(id) })
}
