import { audit } from '../../../platform/server/audit.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import type { NewPaperComment, PaperMove, PaperView, PartyAnswer } from '../contract/papers.ts'
import {
  missingForApproval,
  namesPerson,
  whyNotAnswered,
  whyNotInForce,
  whyNotPaperMove,
  whyNotReviewed,
} from '../rules/papers.ts'
import { readPaper } from './paper-screens.ts'
import { lockVersion, updateVersion } from './paper-store.ts'
import { refuseFields } from './refuse-fields.ts'
import { aboutPaper, holdPaper } from './write-papers.ts'

type Ids = { id: string; version: number }

/** Sends out, takes back, puts in force, revokes. Throws 404, 412, a reason code, `invalidInput`. */
export async function movePaper(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  move: PaperMove,
  now: Temporal.Instant,
): Promise<PaperView> {
  const today = dayOf(now)
  const { row, current } = await holdPaper(tx, actor, ids, today)
  refuseIf(whyNotPaperMove(row.state, move.to))
  if (move.to === 'inApproval') refuseFields(missingForApproval(current, today))
  if (move.to === 'draft') await forgetAnswers(tx, row.id)
  if (move.to === 'valid') {
    refuseIf(whyNotInForce({ ...current, state: row.state }, move.from, today))
    await supersede(tx, row.paper_id, today)
  }
  const from = move.to === 'valid' ? { valid_from: move.from } : {}
  await updateVersion(tx, row, { state: move.to, state_on: today, ...from })
  const details = { from: row.state, to: move.to }
  await audit(tx, { action: 'interfacePaper.moved', ...aboutPaper(row.id), details })
  return readPaper(tx, actor, row.id, today)
}

/** The version in force until now; its words stay readable. */
async function supersede(tx: Tx, paperId: string, today: string): Promise<void> {
  await tx
    .updateTable('interface_paper_version')
    .set((eb) => ({ state: 'superseded', state_on: today, version: eb('version', '+', 1) }))
    .where('paper_id', '=', paperId)
    .where('state', '=', 'valid')
    .execute()
}

async function forgetAnswers(tx: Tx, versionId: string): Promise<void> {
  await tx
    .updateTable('interface_paper_party')
    .set({ state: 'open', state_on: null, said_by_function: null, remark: null })
    .where('version_id', '=', versionId)
    .execute()
}

/** What a party said, and by which function. Throws 404, 412, `paperNotInApproval`, `invalidInput`. */
export async function recordPartyAnswer(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  answer: PartyAnswer,
  now: Temporal.Instant,
): Promise<PaperView> {
  const today = dayOf(now)
  const { row, current } = await holdPaper(tx, actor, ids, today)
  refuseIf(whyNotAnswered(row.state))
  const on = answer.on ?? today
  refuseFields([
    ...(current.parties.some(({ id }) => id === answer.partyId)
      ? []
      : [['partyId', 'paperPartyUnknown'] as const]),
    ...(on > today ? [['on', 'paperAnswerInFuture'] as const] : []),
    ...(namesPerson(answer.saidBy) ? [['saidBy', 'contactIsPerson'] as const] : []),
  ])
  const said = {
    state: answer.approval,
    state_on: on,
    said_by_function: answer.saidBy,
    remark: answer.remark ?? null,
  }
  await tx.updateTable('interface_paper_party').set(said).where('id', '=', answer.partyId).execute()
  await updateVersion(tx, row, {})
  const details = { approval: answer.approval }
  await audit(tx, { action: 'interfacePaper.answered', ...aboutPaper(row.id), details })
  return readPaper(tx, actor, row.id, today)
}

/** Looked at again and kept. Throws 404, 412, `paperNotValid`, `paperReviewPast`. */
export async function reviewPaper(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  nextOn: string,
  now: Temporal.Instant,
): Promise<PaperView> {
  const today = dayOf(now)
  const { row } = await holdPaper(tx, actor, ids, today)
  refuseIf(whyNotReviewed(row.state, nextOn, today))
  await updateVersion(tx, row, { reviewed_on: today, review_on: nextOn })
  await audit(tx, { action: 'interfacePaper.reviewed', ...aboutPaper(row.id) })
  return readPaper(tx, actor, row.id, today)
}

/** Anybody of the team, while it is worked on. Throws 404, `paperClosedForComments`. */
export async function commentPaper(
  tx: Tx,
  actor: Actor,
  id: string,
  comment: NewPaperComment,
  now: Temporal.Instant,
): Promise<PaperView> {
  const current = await readPaper(tx, actor, id, dayOf(now))
  if (!current.can.includes('comment')) throw new Refusal('conflict', 'paperClosedForComments')
  await tx
    .insertInto('interface_paper_comment')
    .values({ id: newId(), version_id: id, section: comment.section, content: comment.content })
    .execute()
  await audit(tx, { action: 'interfacePaper.commented', ...aboutPaper(id) })
  return readPaper(tx, actor, id, dayOf(now))
}

/** Ticks a comment off; twice is once. Throws 404. */
export async function settleComment(
  tx: Tx,
  actor: Actor,
  ids: { id: string; commentId: string },
  now: Temporal.Instant,
): Promise<PaperView> {
  await lockVersion(tx, ids.id)
  const settled = await tx
    .updateTable('interface_paper_comment')
    .set({ settled_on: dayOf(now) })
    .where('id', '=', ids.commentId)
    .where('version_id', '=', ids.id)
    .returning('id')
    .executeTakeFirst()
  found(settled)
  await audit(tx, { action: 'interfacePaper.commentSettled', ...aboutPaper(ids.id) })
  return readPaper(tx, actor, ids.id, dayOf(now))
}
