import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { germanDate } from '../../../platform/contract/dates.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { ActionItem } from '../../../platform/server/db/types.generated.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { ActionItemReassignment } from '../contract/registers.ts'
import type { ActionItemView } from '../contract/shared.ts'
import { readActionItem } from './follow-up.ts'
import { minutesMoved } from './minutes.ts'
import { databaseNow } from './office.ts'
import { responsibleOf } from './responsible.ts'
import { changeRow, lockRow, logged, type Ids } from './store.ts'

/**
 * Another owner, another day, or both; the log keeps which reason. Minutes that members have read stay true: their item ends
 * with the word to whom it went, and a new one takes its place. Answers the item that now stands. Throws 404, 412,
 * `actionItemSettled`, `responsibleMissing`, `responsibleCannotSee`.
 */
export async function reassignActionItem(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof ActionItemReassignment>,
  now: Temporal.Instant,
): Promise<ActionItemView> {
  const row = await lockRow(tx, 'action_item', ids.id)
  refuseStale(row.version, ids.version, () => undefined)
  if (row.state !== 'open') throw new Refusal('conflict', 'actionItemSettled')
  const responsible = await responsibleOf(tx, wish, row.without_b3, row.committee_id)
  const next = { responsible, responsible_id: wish.responsibleId ?? null, due_on: wish.dueOn ?? null }
  const inMinutes = row.meeting_id !== null
  const details = {
    reason: wish.reason,
    owner: next.responsible_id !== row.responsible_id || responsible !== row.responsible,
    dueOn: next.due_on !== row.due_on,
  }
  if (!inMinutes || row.released_at === null) {
    await changeRow(tx, 'action_item', row, next)
    if (inMinutes) await minutesMoved(tx, row.meeting_id!)
    await logged(tx, 'actionItem.reassigned', 'actionItem', row.id, details)
    return readActionItem(tx, actor, row.id)
  }
  const until = next.due_on ? `, bis ${germanDate(next.due_on)}` : ''
  await changeRow(tx, 'action_item', row, {
    state: 'dropped',
    state_on: dayOf(now),
    result: `Geht weiter an: ${responsible}${until}`,
  })
  const id = newId()
  await tx
    .insertInto('action_item')
    .values({ ...sameAs(row), ...next, id, released_at: databaseNow })
    .execute()
  await logged(tx, 'actionItem.reassigned', 'actionItem', row.id, details)
  return readActionItem(tx, actor, id)
}

/** What stays of an item that somebody else takes up. */
const sameAs = (row: Selectable<ActionItem>) => ({
  committee_id: row.committee_id,
  meeting_id: row.meeting_id,
  agenda_item_id: row.agenda_item_id,
  commission_id: row.commission_id,
  title: row.title,
  is_public: row.is_public,
  without_b3: row.without_b3,
  subject_kind: row.subject_kind,
  subject_id: row.subject_id,
  subject_title: row.subject_title,
})
