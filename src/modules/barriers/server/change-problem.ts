import type { Body } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import type { problemEndpoints } from '../contract/endpoints.ts'
import type { LevelChange, ProblemChange, ProblemView } from '../contract/problems.ts'
import { whyNotLevel, whyNotState } from '../rules/problem.ts'
import { checkFields } from './check-fields.ts'
import { aboutProblem, holdProblem } from './hold-problem.ts'
import { factsOf, readProblem } from './screens.ts'
import { insertStep, replaceOrganisations, updateProblem } from './store.ts'

type Ids = { readonly id: string; readonly version: number }

/** Throws 404, 412, `problemEnded`, `invalidInput`. */
export async function changeProblem(
  tx: Tx,
  ids: Ids,
  wish: ProblemChange,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, ids)
  const { row } = held
  refuseIf(row.state === 'open' ? null : 'problemEnded')
  const since = wish.since === undefined ? row.since : wish.since
  await checkFields(tx, wish, { noticedOn: wish.noticedOn ?? row.noticed_on, since, today: dayOf(now) })
  if (wish.organisationIds) {
    await replaceOrganisations(tx, { problem_id: row.id, case_id: row.case_id }, wish.organisationIds)
  }
  await updateProblem(tx, row, columnsOf(wish), textOf(wish))
  await audit(tx, {
    action: 'problem.changed',
    ...aboutProblem(held),
    details: { fields: Object.keys(wish) },
  })
  return readProblem(tx, row.id)
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>

const columnsOf = (wish: ProblemChange) =>
  given({
    kind: wish.kind,
    life_domain: wish.lifeDomain,
    legal_domains: wish.legalDomains && [...new Set(wish.legalDomains)],
    municipality_id: wish.municipalityId,
    noticed_on: wish.noticedOn,
    since: wish.since,
    days_lost: wish.daysLost,
    unmet: wish.unmet,
  })

const textOf = (wish: ProblemChange) =>
  given({
    title: wish.title,
    description: wish.description,
    helped: wish.helped,
    client_view: wish.clientView,
  })

/** Throws 404, 412 and the codes of `whyNotLevel`. */
export async function changeLevel(
  tx: Tx,
  ids: Ids,
  { level, reason, note }: LevelChange,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, ids)
  const { row, current } = held
  refuseIf(whyNotLevel(factsOf(current), level, reason))
  const step = {
    kind: 'level',
    from_value: String(row.level),
    to_value: String(level),
    reason,
    on_date: dayOf(now),
  }
  await insertStep(tx, row, step, note)
  await updateProblem(tx, row, { level })
  await audit(tx, { action: 'problem.levelChanged', ...aboutProblem(held), reason, details: { level } })
  return readProblem(tx, row.id)
}

/** Throws 404, 412, `problemStateSame`. */
export async function changeState(
  tx: Tx,
  ids: Ids,
  { state, note }: Body<typeof problemEndpoints.state>,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, ids)
  const { row, current } = held
  refuseIf(whyNotState(current.state, state))
  const today = dayOf(now)
  await insertStep(tx, row, { kind: 'state', from_value: row.state, to_value: state, on_date: today }, note)
  await updateProblem(tx, row, { state, state_on: today })
  await audit(tx, { action: 'problem.stateChanged', ...aboutProblem(held), details: { state } })
  return readProblem(tx, row.id)
}
