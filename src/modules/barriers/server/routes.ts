import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { getCase } from '../../cases/server/index.ts'
import { gateEndpoints, impulseEndpoints, problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemList } from '../contract/problems.ts'
import { arrange, settleArrangement } from './arrangements.ts'
import { changeLevel, changeProblem, changeState } from './change-problem.ts'
import { answerProblem, callCoordinator } from './coordination.ts'
import {
  giveImpulse,
  listImpulses,
  previewWithoutCase,
  recordInterview,
  replyForImpulse,
  checkImpulseText,
} from './impulses.ts'
import { impulseOptions, problemOptions } from './options.ts'
import { recordProblem } from './record-problem.ts'
import { checkPreparation, prepareCase } from './prepare-case.ts'
import { addToBarrier, checkText, previewReport, replyForProblem, reportProblem } from './report-problem.ts'
import { readCalled, readProblems } from './screens.ts'

/** Case side: problems, the gate, impulses and interviews. */
export function barrierRoutes(app: FastifyInstance): void {
  problemRoutes(app)
  gateRoutes(app)
  impulseRoutes(app)
}

function problemRoutes(app: FastifyInstance): void {
  serve(app, problemEndpoints.list, (tx, _actor, { params }) => listProblems(tx, params.id))
  serve(app, problemEndpoints.options, (tx, _actor, { params, query, now }) =>
    problemOptions(tx, params.id, query, now),
  )
  serve(app, problemEndpoints.record, (tx, _actor, { params, body, now }) =>
    recordProblem(tx, params.id, body, now),
  )
  serve(app, problemEndpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeProblem(tx, { id: params.id, version }, body, now),
  )
  serve(app, problemEndpoints.level, (tx, _actor, { params, version, body, now }) =>
    changeLevel(tx, { id: params.id, version }, body, now),
  )
  serve(app, problemEndpoints.state, (tx, _actor, { params, version, body, now }) =>
    changeState(tx, { id: params.id, version }, body, now),
  )
  serve(app, problemEndpoints.arrange, (tx, _actor, { params, body, now }) =>
    arrange(tx, params.id, body, now),
  )
  serve(app, problemEndpoints.endArrangement, (tx, _actor, { params, version, body, now }) =>
    settleArrangement(tx, { ...params, version }, body, now),
  )
  serve(app, problemEndpoints.call, (tx, _actor, { params, version, now }) =>
    callCoordinator(tx, { id: params.id, version }, now),
  )
  serve(app, problemEndpoints.answer, (tx, _actor, { params, body, now }) =>
    answerProblem(tx, params.id, body, now),
  )
  serve(app, problemEndpoints.checkPreparation, (tx, _actor, { params, body }) =>
    checkPreparation(tx, params.id, body),
  )
  serve(app, problemEndpoints.prepare, (tx, actor, { params, version, body, now }) =>
    prepareCase(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, problemEndpoints.called, async (tx) => {
    const called = await readCalled(tx)
    await audit(tx, { action: 'problem.calledListed', objectKind: 'problem' })
    return called
  })
}

function gateRoutes(app: FastifyInstance): void {
  serve(app, gateEndpoints.preview, (tx, _actor, { params, body }) => previewReport(tx, params.id, body))
  serve(app, gateEndpoints.report, (tx, _actor, { params, body, now }) =>
    reportProblem(tx, params.id, body, now),
  )
  serve(app, gateEndpoints.checkText, (tx, _actor, { params, body }) => checkText(tx, params.id, body))
  serve(app, gateEndpoints.add, (tx, _actor, { params, body }) => addToBarrier(tx, params.id, body))
  serve(app, gateEndpoints.reply, (tx, _actor, { params, body }) => replyForProblem(tx, params, body))
}

function impulseRoutes(app: FastifyInstance): void {
  serve(app, impulseEndpoints.list, (tx, _actor, { query }) => listImpulses(tx, query))
  serve(app, impulseEndpoints.options, (tx) => impulseOptions(tx))
  serve(app, impulseEndpoints.preview, (tx, _actor, { body, now }) => previewWithoutCase(tx, body, now))
  serve(app, impulseEndpoints.give, (tx, _actor, { body, now }) => giveImpulse(tx, body, now))
  serve(app, impulseEndpoints.checkText, (_tx, _actor, { body }) => Promise.resolve(checkImpulseText(body)))
  serve(app, impulseEndpoints.reply, (tx, _actor, { params, body }) => replyForImpulse(tx, params, body))
  serve(app, impulseEndpoints.interviewPreview, (tx, _actor, { body, now }) =>
    previewWithoutCase(tx, body, now),
  )
  serve(app, impulseEndpoints.interview, (tx, _actor, { body, now }) => recordInterview(tx, body, now))
}

/** The problems of a case. Reading them is reading the file: audited. Throws 404. */
async function listProblems(tx: Tx, caseId: string): Promise<ProblemList> {
  const file = await getCase(tx, caseId)
  const { rows } = await sql`select from case_access a where a.tenant_id = (select app.tenant_id())
    and a.user_id = (select app.user_id()) and a.case_id = ${caseId} and a.parts & 64 <> 0 and a.valid_during @> now()
    limit 1`.execute(tx)
  const page = await readProblems(tx, caseId)
  await audit(tx, { action: 'problem.listed', objectKind: 'case', objectId: caseId, caseId })
  return { ...page, can: rows.length > 0 && file.closed_on === null ? ['write'] : [] }
}
