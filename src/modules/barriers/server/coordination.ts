import { sql } from 'kysely'
import type { Body } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import type { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemView } from '../contract/problems.ts'
import { whyNotCall } from '../rules/problem.ts'
import { aboutProblem, holdProblem } from './hold-problem.ts'
import { factsOf, readProblem } from './screens.ts'
import { insertStep, updateProblem } from './store.ts'

/** Who has professional oversight over the responsible person today. */
async function coordinatorsOf(tx: Tx, caseManagerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct o.coordinator_id as id from oversight o
    where o.tenant_id = (select app.tenant_id()) and o.case_manager_id = ${caseManagerId} and o.valid_during @> now()`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Opens the structured problem to oversight and tells it. Throws 404, 412, `coordinatorMissing`, `whyNotCall`. */
export async function callCoordinator(
  tx: Tx,
  ids: { id: string; version: number },
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, ids)
  const { row, current, file } = held
  refuseIf(whyNotCall(factsOf(current)))
  const coordinators = await coordinatorsOf(tx, file.responsible_user_id)
  refuseIf(coordinators.length === 0 ? 'coordinatorMissing' : null)
  const today = dayOf(now)
  await insertStep(tx, row, { kind: 'coordinatorCalled', on_date: today })
  await updateProblem(tx, row, { coordinator_called_on: today })
  for (const userId of coordinators) await tell(tx, userId, 'problem.coordinatorCalled', row)
  await audit(tx, { action: 'problem.coordinatorCalled', ...aboutProblem(held) })
  return readProblem(tx, row.id)
}

const tell = (tx: Tx, userId: string, kind: string, problem: { id: string; case_id: string }) =>
  tx
    .insertInto('notification')
    .values({
      id: newId(),
      user_id: userId,
      kind,
      object_kind: 'problem',
      object_id: problem.id,
      case_id: problem.case_id,
    })
    .execute()

/** The answer back to who works the case. Throws 404, `coordinatorNotCalled`, `problemEnded`. */
export async function answerProblem(
  tx: Tx,
  problemId: string,
  { answer, note }: Body<typeof problemEndpoints.answer>,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const problem = await readProblem(tx, problemId)
  refuseIf(problem.coordinatorCalledOn === null ? 'coordinatorNotCalled' : null)
  refuseIf(problem.state === 'open' ? null : 'problemEnded')
  const about = { id: problem.id, case_id: problem.caseId }
  await insertStep(tx, about, { kind: 'coordinatorAnswered', to_value: answer, on_date: dayOf(now) }, note)
  const file = await tx
    .selectFrom('case_file')
    .select('responsible_user_id')
    .where('id', '=', problem.caseId)
    .executeTakeFirst()
  if (file) await tell(tx, file.responsible_user_id, 'problem.coordinatorAnswered', about)
  await audit(tx, {
    action: 'problem.coordinatorAnswered',
    objectKind: 'problem',
    objectId: problem.id,
    caseId: problem.caseId,
    details: { answer },
  })
  return readProblem(tx, problemId)
}
