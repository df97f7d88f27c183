import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import type { BarrierState } from '../contract/codes.ts'
import { whyNotMove } from '../rules/states.ts'

/**
 * Module themes took these barriers as evidence, in its transaction. One that is answered stays answered; one that was
 * merged is no evidence of its own. Throws `barrierMergedAlready`.
 */
export async function takeIntoTheme(tx: Tx, barrierIds: readonly string[], on: PlainDate): Promise<void> {
  const rows = await lockAll(tx, barrierIds)
  refuseIf(rows.some(({ state }) => state === 'merged') ? 'barrierMergedAlready' : null)
  const moved = rows.filter(
    ({ state }) => state !== 'inTheme' && whyNotMove(state as BarrierState, { to: 'inTheme' }) === null,
  )
  await moveAll(tx, moved, 'inTheme', on)
}

/** No theme rests on them any more: they are looked at again. */
export async function leaveThemes(tx: Tx, barrierIds: readonly string[], on: PlainDate): Promise<void> {
  const rows = await lockAll(tx, barrierIds)
  await moveAll(
    tx,
    rows.filter(({ state }) => state === 'inTheme'),
    'reviewing',
    on,
  )
}

/** As one parameter, so that a group of any size can be taken. */
const anyOf = (ids: readonly string[]) => sql<string>`any (${[...ids]}::uuid[])`

const lockAll = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('barrier')
    .select(['id', 'state'])
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

async function moveAll(
  tx: Tx,
  rows: readonly { id: string; state: string }[],
  to: BarrierState,
  on: PlainDate,
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into barrier_step (id, barrier_id, from_state, to_state, on_date)
    select x.id, x.barrier_id, x.from_state, ${to}, ${on}::date
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ state }) => state)}::text[])
      x (id, barrier_id, from_state)`.execute(tx)
  await tx
    .updateTable('barrier')
    .set((column) => ({ state: to, reason: null, version: column('version', '+', 1) }))
    .where('id', '=', anyOf(rows.map(({ id }) => id)))
    .execute()
}
