import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { BarrierMove, BarrierView } from '../contract/barriers.ts'
import { whyNotMergeable, whyNotMove } from '../rules/states.ts'
import { readBarrier } from './screens.ts'
import {
  insertQuestion,
  insertStep,
  lockBarrier,
  setAnswer,
  updateBarrier,
  type BarrierRecord,
} from './store.ts'
import { fieldProblem } from './texts.ts'

type Ids = { readonly id: string; readonly version: number }

async function hold(tx: Tx, actor: Actor, ids: Ids): Promise<BarrierRecord> {
  const row = await lockBarrier(tx, ids.id)
  if (row.version !== ids.version) {
    const current = await readBarrier(tx, actor, ids.id)
    refuseStale(row.version, ids.version, () => current)
  }
  return row
}

const about = (id: string) => ({ objectKind: 'barrier', objectId: id })

/** Throws 404, 412 and the codes of `whyNotMove`; what is missing in the form as `invalidInput`. */
export async function moveBarrier(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  move: BarrierMove,
  now: Temporal.Instant,
): Promise<BarrierView> {
  const row = await hold(tx, actor, ids)
  const why = whyNotMove(row.state, move)
  if (why === 'barrierReasonMissing' || why === 'barrierAnswerMissing') {
    const path = why === 'barrierReasonMissing' ? 'reason' : 'answer'
    throw new Refusal('invalid', 'invalidInput', { fields: [fieldProblem(path, why)] })
  }
  refuseIf(why)
  await insertStep(tx, row, move.to, { onDate: dayOf(now), reason: move.reason })
  await updateBarrier(tx, row, { state: move.to, reason: move.reason ?? null })
  if (move.answer !== undefined) await setAnswer(tx, row.id, move.answer)
  await audit(tx, {
    action: 'barrier.moved',
    ...about(row.id),
    reason: move.reason ?? null,
    details: { to: move.to },
  })
  return readBarrier(tx, actor, row.id)
}

/** The blind question: the database tells the reporter. Throws 404, `barrierMergedAlready`. */
export async function askReporter(
  tx: Tx,
  actor: Actor,
  id: string,
  question: string,
  now: Temporal.Instant,
): Promise<BarrierView> {
  const row = await lockBarrier(tx, id)
  refuseIf(row.state === 'merged' ? 'barrierMergedAlready' : null)
  refuseIf(row.source === 'interview' ? 'barrierHasNoReporter' : null)
  await insertQuestion(tx, { id: newId(), barrier_id: id, question, asked_on: dayOf(now) })
  await audit(tx, { action: 'barrier.questionAsked', ...about(id) })
  return readBarrier(tx, actor, id)
}

/** The same occurrence told twice. Throws 404, 412 and the codes of `whyNotMergeable`. */
export async function mergeBarrier(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  into: string,
  now: Temporal.Instant,
): Promise<BarrierView> {
  const row = await hold(tx, actor, ids)
  const target = ids.id === into ? row : await lockBarrier(tx, into)
  refuseIf(whyNotMergeable(row, target))
  await insertStep(tx, row, 'merged', { onDate: dayOf(now) })
  await updateBarrier(tx, row, { state: 'merged', merged_into: into, reason: null })
  await audit(tx, { action: 'barrier.merged', ...about(row.id), details: { into } })
  return readBarrier(tx, actor, row.id)
}
