import { sql } from 'kysely'
import type { Body } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseIf } from '../../../platform/server/http/refusal.ts'
import { getCase, lockCaseForWork } from '../../cases/server/index.ts'
import type { gateEndpoints } from '../contract/endpoints.ts'
import type { GatePreview, GateWish } from '../contract/gate.ts'
import type { ProblemView } from '../contract/problems.ts'
import { marksOfFields, openMarks } from '../rules/marks.ts'
import { leavingLevel, whyNotReport } from '../rules/problem.ts'
import { readFileFacts } from './file-facts.ts'
import { pass, refuseMarks, refuseUnready, weigh, type GateRequest } from './gate.ts'
import { aboutProblem, holdProblem } from './hold-problem.ts'
import { factsOf, readProblem } from './screens.ts'
import { caseOfProblem } from './store.ts'

/** What would leave. Reads names of the file for the marks: audited. Throws 404 and the codes of `whyNotReport`. */
export async function previewReport(tx: Tx, problemId: string, wish: GateWish): Promise<GatePreview> {
  const problem = await readProblem(tx, problemId)
  await getCase(tx, problem.caseId)
  refuseIf(whyNotReport(factsOf(problem)))
  const preview = await weigh(tx, await requestOf(tx, problem, wish))
  const about = { objectKind: 'problem', objectId: problemId, caseId: problem.caseId }
  await audit(tx, { action: 'problem.gateChecked', ...about })
  return preview
}

async function requestOf(tx: Tx, problem: ProblemView, wish: GateWish): Promise<GateRequest> {
  return {
    caseId: problem.caseId,
    kind: problem.kind,
    lifeDomain: problem.lifeDomain?.id ?? null,
    legalDomains: problem.legalDomains,
    organisationIds: problem.organisations.map(({ id }) => id),
    municipalityId: problem.municipality?.id ?? null,
    noticedOn: problem.noticedOn,
    since: problem.since,
    daysLost: problem.daysLost,
    unmet: problem.unmet,
    level: leavingLevel(problem.level),
    attributes: wish.attributes,
    words: wordsOf(wish),
    accepted: wish.accepted,
    facts: await readFileFacts(tx, problem.caseId),
  }
}

export const wordsOf = ({
  title,
  description,
  helped,
  clientView,
}: Pick<GateWish, 'title' | 'description' | 'helped' | 'clientView'>) => ({
  title,
  description: description ?? null,
  helped: helped ?? null,
  clientView: clientView ?? null,
})

/**
 * The problem becomes a barrier. The log names problem and case, never the barrier: who reads the log of the structure
 * level finds no way back. Throws 404, `gateChanged`, `gateTextNotClean`, `gateTooFewCases`, `gateAttributesTooRare`.
 */
export async function reportProblem(
  tx: Tx,
  problemId: string,
  { fingerprint, ...wish }: Body<typeof gateEndpoints.report>,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, { id: problemId })
  refuseIf(whyNotReport(factsOf(held.current)))
  const request = await requestOf(tx, held.current, wish)
  const leaves = refuseUnready(await weigh(tx, request), fingerprint, wish.accepted)
  await pass(tx, request, leaves, { source: 'case', from: problemId, today: dayOf(now) })
  await audit(tx, { action: 'problem.reported', ...aboutProblem(held) })
  return readProblem(tx, problemId)
}

/** Marks in an answer or an addition. Throws 404. */
export async function checkText(
  tx: Tx,
  problemId: string,
  { content, accepted }: Body<typeof gateEndpoints.checkText>,
) {
  const caseId = await caseOfProblem(tx, problemId)
  const marks = marksOfFields({ content }, await readFileFacts(tx, caseId))
  await audit(tx, { action: 'problem.gateChecked', objectKind: 'problem', objectId: problemId, caseId })
  return { marks, ready: openMarks(marks, accepted).length === 0 }
}

/** Adds to a reported barrier. Throws 404, `problemNotReported`, `gateTextNotClean`. */
export async function addToBarrier(
  tx: Tx,
  problemId: string,
  { content, accepted }: Body<typeof gateEndpoints.add>,
): Promise<ProblemView> {
  const held = await holdProblem(tx, { id: problemId }, { closed: 'allowed' })
  refuseIf(held.current.barrier === null ? 'problemNotReported' : null)
  refuseMarks(marksOfFields({ content }, await readFileFacts(tx, held.row.case_id)), accepted)
  await sql`select app.add_to_barrier(${held.current.barrier!.id}::uuid, ${content})`.execute(tx)
  await audit(tx, { action: 'problem.addedTo', ...aboutProblem(held) })
  return readProblem(tx, problemId)
}

/** The blind answer. Throws 404, `questionAnswered`, `gateTextNotClean`. */
export async function replyForProblem(
  tx: Tx,
  ids: { id: string; questionId: string },
  { content, accepted }: Body<typeof gateEndpoints.reply>,
): Promise<ProblemView> {
  const problem = await readProblem(tx, ids.id)
  const question = found(problem.barrier?.questions.find(({ id }) => id === ids.questionId))
  const file = await lockCaseForWork(tx, problem.caseId, { closed: 'allowed' })
  refuseMarks(marksOfFields({ content }, await readFileFacts(tx, problem.caseId)), accepted)
  await sendAnswer(tx, question, content)
  await audit(tx, {
    action: 'problem.questionAnswered',
    objectKind: 'problem',
    objectId: problem.id,
    caseId: problem.caseId,
    deputyOf: file.deputyOf,
  })
  return readProblem(tx, ids.id)
}

/** Through the gate's own door, which knows whether the question is the asking person's to answer. */
export async function sendAnswer(
  tx: Tx,
  question: { id: string; answer: string | null },
  content: string,
): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select app.answer_question(${question.id}::uuid, ${content}) as done`.execute(tx)
  refuseIf(question.answer === null && rows[0]!.done ? null : 'questionAnswered')
}
