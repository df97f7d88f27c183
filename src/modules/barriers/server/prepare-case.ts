import type { Body } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemView } from '../contract/problems.ts'
import { marksOfFields, openMarks } from '../rules/marks.ts'
import { readFileFacts } from './file-facts.ts'
import { refuseMarks } from './gate.ts'
import { readProblem } from './screens.ts'

type Words = Body<typeof problemEndpoints.prepare>

/**
 * Marks in the text both write. Names of the file are found for who works the case; the coordinator, who does not know
 * them, is shown what the patterns find. Throws 404.
 */
export async function checkPreparation(tx: Tx, problemId: string, words: Words) {
  const { caseId } = await readProblem(tx, problemId)
  const marks = await marksIn(tx, caseId, words)
  await audit(tx, { action: 'problem.gateChecked', objectKind: 'problem', objectId: problemId, caseId })
  return { marks, ready: openMarks(marks, words.accepted).length === 0 }
}

/** Saves the joint text without names. Throws 404, 412, `problemEnded`, `gateTextNotClean`. */
export async function prepareCase(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  words: Words,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const problem = await readProblem(tx, ids.id)
  refuseIf(problem.state === 'open' ? null : 'problemEnded')
  refuseStale(problem.preparation?.version ?? 0, ids.version, () => asPrepared(problem))
  refuseMarks(await marksIn(tx, problem.caseId, words), words.accepted)
  const { situation = null, interplay = null, question = null } = words
  const text = { situation, interplay, question, written_by: actor.userId, written_on: dayOf(now) }
  // Two who begin at once: the second one is told.
  const saved =
    problem.preparation === null
      ? await tx
          .insertInto('problem_preparation')
          .values({ problem_id: ids.id, case_id: problem.caseId, ...text })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'problem_id']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('problem_preparation')
          .set({ ...text, version: ids.version + 1 })
          .where('problem_id', '=', ids.id)
          .where('version', '=', ids.version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) throw new Refusal('stale', 'stale', { current: asPrepared(await readProblem(tx, ids.id)) })
  await audit(tx, {
    action: 'problem.prepared',
    objectKind: 'problem',
    objectId: ids.id,
    caseId: problem.caseId,
  })
  return readProblem(tx, ids.id)
}

/** The version that counts here is that of the text. */
const asPrepared = (problem: ProblemView) => ({ ...problem, version: problem.preparation?.version ?? 0 })

async function marksIn(tx: Tx, caseId: string, { situation, interplay, question }: Words) {
  const fields = { situation: situation ?? null, interplay: interplay ?? null, question: question ?? null }
  return marksOfFields(fields, await readFileFacts(tx, caseId))
}
