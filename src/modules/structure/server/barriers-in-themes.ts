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

const lockAll = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('barrier')
    .select(['id', 'state'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [newId()])
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
  const steps = rows.map(({ id, state }) => ({
    id: newId(),
    barrier_id: id,
    from_state: state,
    to_state: to,
    on_date: on,
  }))
  await tx.insertInto('barrier_step').values(steps).execute()
  await tx
    .updateTable('barrier')
    .set((column) => ({ state: to, reason: null, version: column('version', '+', 1) }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}
