import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { CommitteeView, NewSeat, SeatEnd } from '../contract/committees.ts'
import { readCommittee } from './committee-screens.ts'
import { databaseNow } from './office.ts'
import { changeRow, holdOpenCommittee, lockProfile, lockRow, logged, wrongField, type Ids } from './store.ts'

/**
 * Seats somebody. Whoever follows another ends that seat on the day before, so the succession has no gap and no
 * overlap. Throws `committeeClosed`, `functionUnknown`, `forMemberMissing`, `forMemberUnknown`, `followsUnknown`.
 */
export async function addSeat(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  wish: NewSeat,
  now: Temporal.Instant,
): Promise<CommitteeView> {
  await holdOpenCommittee(tx, committeeId)
  await checkSeat(tx, committeeId, wish)
  if (wish.followsId) await endPredecessor(tx, wish.followsId, wish)
  const id = newId()
  await tx
    .insertInto('committee_member')
    .values({
      id,
      committee_id: committeeId,
      function_id: wish.functionId ?? null,
      kind: wish.kind,
      for_member_id: wish.forMemberId ?? null,
      held_by: wish.heldBy,
      organisation_id: wish.organisationId ?? null,
      municipality_id: wish.municipalityId ?? null,
      account_id: wish.accountId ?? null,
      b3: wish.b3,
      contact: wish.contact ?? null,
      from_on: wish.fromOn,
      to_on: wish.toOn ?? null,
      follows_id: wish.followsId ?? null,
      remark: wish.remark ?? null,
    })
    .execute()
  await logged(tx, 'committee.seated', 'committeeMember', id, { kind: wish.kind })
  return readCommittee(tx, actor, committeeId, now)
}

async function checkSeat(tx: Tx, committeeId: string, wish: NewSeat): Promise<void> {
  const forSomebody = wish.kind === 'substitute' || wish.kind === 'frontOffice'
  if (forSomebody && !wish.forMemberId) throw wrongField('forMemberId', 'forMemberMissing')
  if (!forSomebody && wish.forMemberId) throw wrongField('forMemberId', 'forMemberUnexpected')
  if (wish.toOn && wish.toOn < wish.fromOn) throw wrongField('toOn', 'seatEndsBeforeStart')
  const seats = [wish.forMemberId, wish.followsId].filter((id) => id !== null && id !== undefined)
  if (seats.length > 0) {
    const rows = await tx
      .selectFrom('committee_member')
      .select('id')
      .where('id', 'in', seats)
      .where('committee_id', '=', committeeId)
      .execute()
    if (rows.length < new Set(seats).size) throw wrongField('forMemberId', 'forMemberUnknown')
  }
  if (!wish.functionId) return
  const row = await tx
    .selectFrom('committee_function')
    .select('id')
    .where('id', '=', wish.functionId)
    .where('committee_id', '=', committeeId)
    .executeTakeFirst()
  if (!row) throw wrongField('functionId', 'functionUnknown')
}

async function endPredecessor(tx: Tx, id: string, wish: NewSeat): Promise<void> {
  const before = await lockRow(tx, 'committee_member', id)
  const last = Temporal.PlainDate.from(wish.fromOn).subtract({ days: 1 }).toString()
  if (last < before.from_on) throw wrongField('fromOn', 'followsTooEarly')
  const reason = wish.followReason ?? 'officeChange'
  await changeRow(tx, 'committee_member', before, { to_on: last, end_reason: reason })
}

/** Ends a seat, also in a closed committee: without a day at once, and the account's sight with it. */
export async function endSeat(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof SeatEnd>,
  now: Temporal.Instant,
): Promise<CommitteeView> {
  const seat = await lockRow(tx, 'committee_member', ids.id)
  await lockProfile(tx, seat.committee_id)
  refuseStale(seat.version, ids.version, () => undefined)
  if (seat.ended_at !== null) throw new Refusal('conflict', 'seatEnded')
  if (wish.lastOn && wish.lastOn < seat.from_on) throw wrongField('lastOn', 'seatEndsBeforeStart')
  const later = wish.lastOn !== undefined && wish.lastOn !== null && wish.lastOn >= dayOf(now)
  await changeRow(tx, 'committee_member', seat, {
    end_reason: wish.reason,
    ...(wish.lastOn ? { to_on: wish.lastOn } : {}),
    ...(later ? {} : { ended_at: databaseNow }),
  })
  await logged(tx, 'committee.seatEnded', 'committeeMember', ids.id, { reason: wish.reason })
  return readCommittee(tx, actor, seat.committee_id, now)
}
