import type { Body } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { BarrierView } from '../contract/barriers.ts'
import type { structureEndpoints } from '../contract/endpoints.ts'
import { whyNotView } from '../rules/states.ts'
import { readBarrier } from './screens.ts'
import { insertView, lockBarrier, lockView, updateView } from './store.ts'
import { fieldProblem } from './texts.ts'

const about = (id: string) => ({ objectKind: 'organisationView', objectId: id })

/** Asks an organisation that a barrier names for its view. Throws 404, `invalidInput`, `viewAskedAlready`. */
export async function askOrganisation(
  tx: Tx,
  actor: Actor,
  barrierId: string,
  { organisationId, dueOn }: Body<typeof structureEndpoints.askOrganisation>,
  now: Temporal.Instant,
): Promise<BarrierView> {
  await lockBarrier(tx, barrierId)
  const barrier = await readBarrier(tx, actor, barrierId)
  const today = dayOf(now)
  const fields = [
    barrier.organisations.some(({ id }) => id === organisationId)
      ? null
      : fieldProblem('organisationId', 'viewOrganisationNotNamed'),
    dueOn < today ? fieldProblem('dueOn', 'viewDueInPast') : null,
  ].filter((one) => one !== null)
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
  const open = barrier.views.some((view) => view.organisation.id === organisationId && view.state === 'asked')
  refuseIf(open ? 'viewAskedAlready' : null)
  const id = newId()
  await insertView(tx, {
    id,
    barrier_id: barrierId,
    organisation_id: organisationId,
    asked_on: today,
    due_on: dueOn,
  })
  await audit(tx, { action: 'organisationView.asked', ...about(id) })
  return readBarrier(tx, actor, barrierId)
}

/** What came back, or that nothing came. Throws 404, 412, `invalidInput`. */
export async function answerView(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  { state, answer }: Body<typeof structureEndpoints.answerView>,
  now: Temporal.Instant,
): Promise<BarrierView> {
  const view = await lockView(tx, ids.id)
  const barrierId = found(view.barrier_id)
  if (view.version !== ids.version) {
    const current = await readBarrier(tx, actor, barrierId)
    refuseStale(view.version, ids.version, () => current)
  }
  const why = whyNotView(state, answer)
  if (why) throw new Refusal('invalid', 'invalidInput', { fields: [fieldProblem('answer', why)] })
  await updateView(tx, view, { state, answer: answer ?? null, answered_on: dayOf(now) })
  await audit(tx, { action: 'organisationView.answered', ...about(view.id), details: { state } })
  return readBarrier(tx, actor, barrierId)
}
