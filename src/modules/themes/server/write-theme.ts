import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import { barriersOfGroup, takeIntoTheme } from '../../structure/server/index.ts'
import type { NewTheme, ThemeChange, ThemeView } from '../contract/themes.ts'
import { checkTheme } from './check-theme.ts'
import { insertThemeStep, lockTheme, updateTheme } from './store.ts'
import { readTheme } from './theme-screen.ts'

type Contents = z.output<typeof ThemeChange>

/** Begins a theme in the first state of the district's path. Throws `themePathMissing`, wrong fields. */
export async function createTheme(
  tx: Tx,
  actor: Actor,
  { barrierIds: single, groupId, ...wish }: z.output<typeof NewTheme>,
  today: string,
): Promise<ThemeView> {
  const path = await checkTheme(tx, { ...wish, barrierIds: single, groupId }, today)
  const barrierIds = await withGroup(tx, single, groupId)
  const first = path.states.find((state) => state.first)
  if (first === undefined) throw new Refusal('conflict', 'themePathMissing')
  const id = newId()
  await tx
    .insertInto('theme')
    .values({
      id,
      ...columnsOf(wish),
      title: wish.title,
      owner_id: wish.ownerId ?? actor.userId,
      state: first.key,
      stage: first.stage,
      state_on: today,
    })
    .execute()
  await insertThemeStep(tx, { theme_id: id, to_state: first.key, on_date: today })
  await insertBarriers(tx, id, barrierIds, today)
  const details = { barriers: barrierIds.length }
  await audit(tx, { action: 'theme.begun', objectKind: 'theme', objectId: id, details })
  return (await readTheme(tx, id, today)).view
}

/** Throws 404, 412 and wrong fields. */
export async function changeTheme(
  tx: Tx,
  ids: { id: string; version: number },
  change: Contents,
  today: string,
): Promise<ThemeView> {
  const row = await lockTheme(tx, ids.id)
  if (row.version !== ids.version) {
    const { view } = await readTheme(tx, ids.id, today)
    refuseStale(row.version, ids.version, () => view)
  }
  await checkTheme(tx, change, today)
  await updateTheme(tx, row, columnsOf(change))
  const details = { fields: Object.keys(change) }
  await audit(tx, { action: 'theme.changed', objectKind: 'theme', objectId: ids.id, details })
  return (await readTheme(tx, ids.id, today)).view
}

/** Columns of what was said; what was not said is left out. */
function columnsOf({ targetGroupView, ...change }: Contents) {
  const said = {
    title: change.title,
    description: change.description,
    region_id: change.regionId,
    example_key: change.exampleKey,
    traits: change.traits && [...new Set(change.traits)],
    purposes: change.purposes && [...new Set(change.purposes)],
    goal: change.goal,
    method: change.method,
    owner_id: change.ownerId,
    format: change.format,
    priority: change.priority,
    solution: change.solution,
    ...(targetGroupView !== undefined && {
      view_state: targetGroupView?.state ?? null,
      view_words: targetGroupView?.words ?? null,
      view_on: targetGroupView?.state === 'asked' ? targetGroupView.on : null,
    }),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as typeof said
}

/** Barriers named one by one, and those of the group. */
export const withGroup = async (tx: Tx, barrierIds: readonly string[], groupId: string | null) => [
  ...new Set([...barrierIds, ...(groupId === null ? [] : await barriersOfGroup(tx, groupId))]),
]

export async function insertBarriers(
  tx: Tx,
  themeId: string,
  barrierIds: readonly string[],
  today: string,
): Promise<void> {
  if (barrierIds.length === 0) return
  await sql`insert into theme_barrier (theme_id, barrier_id, added_on)
    select ${themeId}, x.id, ${today}::date from unnest(${[...barrierIds]}::uuid[]) x (id)
    on conflict (tenant_id, theme_id, barrier_id) do nothing`.execute(tx)
  // Offices the barriers name are to be asked here too.
  await sql`insert into theme_organisation (theme_id, organisation_id)
    select distinct ${themeId}::uuid, o.organisation_id from barrier_organisation o
    where o.tenant_id = (select app.tenant_id()) and o.barrier_id = any (${[...barrierIds]}::uuid[])
    on conflict (tenant_id, theme_id, organisation_id) do nothing`.execute(tx)
  await takeIntoTheme(tx, barrierIds, today)
}
