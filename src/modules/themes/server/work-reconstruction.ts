import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  NewReconstruction,
  ReconstructionChange,
  ReconstructionEnd,
  ReconstructionView,
} from '../contract/reconstructions.ts'
import { datedFields, whyNotReopen, whyNotTake, whyNotWork } from '../rules/reconstruction.ts'
import { refuseFields } from './refuse-fields.ts'
import { readReconstruction } from './reconstruction-screen.ts'
import { lockReconstruction, updateReconstruction } from './store.ts'

interface Ids {
  readonly id: string
  readonly version: number
}
const about = (id: string) => ({ objectKind: 'reconstruction', objectId: id })

/** Locks and answers the row; 404, or 412 with what stands there now. */
async function lockFresh(tx: Tx, { id, version }: Ids) {
  const row = await lockReconstruction(tx, id)
  if (row.version !== version) {
    const current = await readReconstruction(tx, id)
    refuseStale(row.version, version, () => current)
  }
  return { ...row, state: row.state as ReconstructionView['state'] }
}

/** Of a constructed case; who begins it moderates. */
export async function createReconstruction(
  tx: Tx,
  actor: Actor,
  wish: z.output<typeof NewReconstruction>,
): Promise<ReconstructionView> {
  const id = newId()
  const row = { id, title: wish.title, situation: wish.situation ?? null, moderator_id: actor.userId }
  await tx
    .insertInto('reconstruction')
    .values({ ...row, origin: 'constructed', state: 'running' })
    .execute()
  await audit(tx, { action: 'reconstruction.begun', ...about(id) })
  return readReconstruction(tx, id)
}

export async function takeReconstruction(tx: Tx, actor: Actor, ids: Ids): Promise<ReconstructionView> {
  const row = await lockFresh(tx, ids)
  refuseIf(whyNotTake(row.state))
  await updateReconstruction(tx, row, { state: 'running', moderator_id: actor.userId })
  await audit(tx, { action: 'reconstruction.taken', ...about(ids.id) })
  return readReconstruction(tx, ids.id)
}

export async function declineReconstruction(tx: Tx, ids: Ids, words: string): Promise<ReconstructionView> {
  const row = await lockFresh(tx, ids)
  refuseIf(whyNotTake(row.state))
  await updateReconstruction(tx, row, { state: 'declined', result_words: words })
  await audit(tx, { action: 'reconstruction.declined', ...about(ids.id) })
  return readReconstruction(tx, ids.id)
}

/** Saves what is typed. Stations tell relative time: a date in them is refused at its field. */
export async function changeReconstruction(
  tx: Tx,
  ids: Ids,
  change: z.output<typeof ReconstructionChange>,
): Promise<ReconstructionView> {
  const row = await lockFresh(tx, ids)
  refuseIf(whyNotWork(row.state))
  refuseFields(datedFields(change.stations ?? []).map((path) => [path, 'reconstructionWithDates', true]))
  const json = (list: readonly unknown[] | undefined) => list && JSON.stringify(list)
  const columns = {
    title: change.title,
    situation: change.situation,
    stations: json(change.stations),
    hypothesis: change.hypothesis,
    comparisons: json(change.comparisons),
    target_chain: json(change.targetChain),
    participants: change.participants,
    held_on: change.heldOn,
    steps_done: change.stepsDone && [...new Set(change.stepsDone)].toSorted((a, b) => a - b),
  }
  const said = Object.entries(columns).filter(([, value]) => value !== undefined)
  await updateReconstruction(tx, row, Object.fromEntries(said))
  await audit(tx, {
    action: 'reconstruction.changed',
    ...about(ids.id),
    details: { fields: Object.keys(change) },
  })
  return readReconstruction(tx, ids.id)
}

export async function endReconstruction(
  tx: Tx,
  ids: Ids,
  { result, words, themeId }: z.output<typeof ReconstructionEnd>,
  today: string,
): Promise<ReconstructionView> {
  const row = await lockFresh(tx, ids)
  refuseIf(whyNotWork(row.state))
  const theme =
    themeId === null
      ? undefined
      : await tx.selectFrom('theme').select('id').where('id', '=', themeId).executeTakeFirst()
  refuseFields([
    ['themeId', 'reconstructionThemeMissing', result === 'theme' && themeId === null],
    ['themeId', 'reconstructionThemeUnexpected', result !== 'theme' && themeId !== null],
    ['themeId', 'reconstructionThemeUnknown', themeId !== null && theme === undefined],
    ['result', 'reconstructionWithoutStations', (row.stations as unknown[]).length === 0],
  ])
  const end = { state: 'done', result, result_words: words, result_on: today, theme_id: themeId }
  await updateReconstruction(tx, row, end)
  await audit(tx, { action: 'reconstruction.ended', ...about(ids.id), details: { result } })
  return readReconstruction(tx, ids.id)
}

export async function reopenReconstruction(tx: Tx, ids: Ids): Promise<ReconstructionView> {
  const row = await lockFresh(tx, ids)
  refuseIf(whyNotReopen(row.state))
  const open = { state: 'running', result: null, result_words: null, result_on: null, theme_id: null }
  await updateReconstruction(tx, row, open)
  await audit(tx, { action: 'reconstruction.reopened', ...about(ids.id) })
  return readReconstruction(tx, ids.id)
}
