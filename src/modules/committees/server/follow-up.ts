import { databaseNow } from './office.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { Id, newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  ActionItemQuery,
  ActionItemSettlement,
  CommissionMove,
  CommissionQuery,
  NewActionItem,
} from '../contract/registers.ts'
import type { ActionItemView, CommissionView } from '../contract/shared.ts'
import { whyNotCommissionMove } from '../rules/states.ts'
import { responsibleOf } from './responsible.ts'
import { actionItemRows, commissionRows, withCommissionActions, withItemActions } from './row-screens.ts'
import { changeRow, holdOpenCommittee, lockRow, logged, type Ids } from './store.ts'

/** By due day, without a day last. */
export async function listCommissions(tx: Tx, actor: Actor, query: z.output<typeof CommissionQuery>) {
  const cursor = decodeCursor(query.after, Cursor)
  const day = sql`coalesce(k.due_on::text, '9999-12-31')`
  const settled = sql`k.state in ('done', 'returned')`
  const parts = [
    query.id
      ? sql`and k.id = ${query.id}`
      : query.view === 'settled'
        ? sql`and ${settled}`
        : sql`and not ${settled}`,
    query.committeeId ? sql`and ${query.committeeId} in (k.committee_id, k.to_committee_id)` : sql``,
    cursor ? sql`and (${day}, k.id) > (${cursor[0]}, ${cursor[1]}::uuid)` : sql``,
    sql`order by ${day}, k.id limit ${query.limit + 1}`,
  ]
  const { rows } = await sql<Omit<CommissionView, 'can'>>`${commissionRows(sql.join(parts, sql` `))}`.execute(
    tx,
  )
  return pageByDay(rows, query.limit, (row) => withCommissionActions(row, actor))
}

/** One page of rows that are ordered by their due day, and where it goes on. */
function pageByDay<Row extends { id: string; dueOn: string | null }, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
): { rows: View[]; next?: string } {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map(view),
    ...(last ? { next: encodeCursor([last.dueOn ?? '9999-12-31', last.id]) } : {}),
  }
}

const Cursor = z.tuple([z.string().max(10), Id])

/** Throws 404, 412 and the codes of `whyNotCommissionMove`. */
export async function moveCommission(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof CommissionMove>,
  now: Temporal.Instant,
): Promise<CommissionView> {
  const row = await lockRow(tx, 'commission', ids.id)
  refuseStale(row.version, ids.version, () => undefined)
  refuseIf(whyNotCommissionMove(row.state as 'given', wish.to, wish.result ?? row.result))
  await changeRow(tx, 'commission', row, {
    state: wish.to,
    state_on: dayOf(now),
    ...(wish.result ? { result: wish.result } : {}),
  })
  await logged(tx, `commission.${wish.to}`, 'commission', ids.id)
  const { rows } = await sql<
    Omit<CommissionView, 'can'>
  >`${commissionRows(sql`and k.id = ${ids.id}`)}`.execute(tx)
  return withCommissionActions(found(rows[0]), actor)
}

/** The follow-up list: open ones by due day, without a day last. */
export async function listActionItems(tx: Tx, actor: Actor, query: z.output<typeof ActionItemQuery>) {
  const cursor = decodeCursor(query.after, Cursor)
  const day = sql`coalesce(a.due_on::text, '9999-12-31')`
  const parts = [
    query.view === 'settled' ? sql`and a.state <> 'open'` : sql`and a.state = 'open'`,
    query.view === 'mine' ? sql`and a.responsible_id = (select app.user_id())` : sql``,
    query.committeeId ? sql`and a.committee_id = ${query.committeeId}` : sql``,
    cursor ? sql`and (${day}, a.id) > (${cursor[0]}, ${cursor[1]}::uuid)` : sql``,
    sql`order by ${day}, a.id limit ${query.limit + 1}`,
  ]
  const { rows } = await sql<Omit<ActionItemView, 'can'>>`${actionItemRows(sql.join(parts, sql` `))}`.execute(
    tx,
  )
  return pageByDay(rows, query.limit, (row) => withItemActions(row, actor))
}

/** An action item between two meetings; whoever is responsible sees it at once. */
export async function addActionItem(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  wish: z.output<typeof NewActionItem>,
): Promise<ActionItemView> {
  await holdOpenCommittee(tx, committeeId)
  const responsible = await responsibleOf(tx, wish, false, committeeId)
  const id = newId()
  await tx
    .insertInto('action_item')
    .values({
      id,
      committee_id: committeeId,
      title: wish.title,
      responsible,
      responsible_id: wish.responsibleId ?? null,
      due_on: wish.dueOn ?? null,
      released_at: databaseNow,
    })
    .execute()
  await logged(tx, 'actionItem.added', 'actionItem', id)
  return readActionItem(tx, actor, id)
}

export async function readActionItem(tx: Tx, actor: Actor, id: string): Promise<ActionItemView> {
  const { rows } = await sql<Omit<ActionItemView, 'can'>>`${actionItemRows(sql`and a.id = ${id}`)}`.execute(
    tx,
  )
  return withItemActions(found(rows[0]), actor)
}

/** Done or dropped, by the office or by whoever is responsible. Throws 404, 412, `actionItemSettled`. */
export async function settleActionItem(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof ActionItemSettlement>,
  now: Temporal.Instant,
): Promise<ActionItemView> {
  const row = await lockRow(tx, 'action_item', ids.id)
  refuseStale(row.version, ids.version, () => undefined)
  if (row.state !== 'open') throw new Refusal('conflict', 'actionItemSettled')
  await changeRow(tx, 'action_item', row, {
    state: wish.state,
    state_on: dayOf(now),
    result: wish.result ?? null,
  })
  await logged(tx, `actionItem.${wish.state}`, 'actionItem', ids.id)
  return readActionItem(tx, actor, ids.id)
}
