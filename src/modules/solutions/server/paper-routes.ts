import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/server/clock.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { diffPapers } from './diff-papers.ts'
import { commentPaper, movePaper, recordPartyAnswer, reviewPaper, settleComment } from './move-papers.ts'
import { listPapers, papersInForce, readPaper, solutionOptions } from './paper-screens.ts'
import { printPaper, writePaper } from './print-papers.ts'
import { beginVersion, changePaper, discardPaper, draftPaper, setPaperTheme } from './write-papers.ts'

export function paperRoutes(app: FastifyInstance): void {
  serve(app, paperEndpoints.list, (tx, actor, { now }) => listPapers(tx, actor, dayOf(now)))
  serve(app, paperEndpoints.inForce, (tx, _actor, { now }) => papersInForce(tx, dayOf(now)))
  serve(app, paperEndpoints.options, (tx) => solutionOptions(tx))
  serve(app, paperEndpoints.read, (tx, actor, { params, now }) => readPaper(tx, actor, params.id, dayOf(now)))
  serve(app, paperEndpoints.draft, (tx, actor, { body, now }) => draftPaper(tx, actor, body, now))
  serve(app, paperEndpoints.change, (tx, actor, { params, version, body, now }) =>
    changePaper(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, paperEndpoints.discard, (tx, actor, { params, version, now }) =>
    discardPaper(tx, actor, { id: params.id, version }, now),
  )
  serve(app, paperEndpoints.newVersion, (tx, actor, { params, now }) =>
    beginVersion(tx, actor, params.id, now),
  )
  serve(app, paperEndpoints.diff, (tx, actor, { params, query, now }) =>
    diffPapers(tx, actor, params.id, query.since, now),
  )
  serve(app, paperEndpoints.pdf, (tx, actor, { params, now }) => printPaper(tx, actor, params.id, now))
  serve(app, paperEndpoints.docx, (tx, actor, { params, now }) => writePaper(tx, actor, params.id, now))
  paperSteps(app)
}

function paperSteps(app: FastifyInstance): void {
  serve(app, paperEndpoints.move, (tx, actor, { params, version, body, now }) =>
    movePaper(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, paperEndpoints.answer, (tx, actor, { params, version, body, now }) =>
    recordPartyAnswer(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, paperEndpoints.review, (tx, actor, { params, version, body, now }) =>
    reviewPaper(tx, actor, { id: params.id, version }, body.nextOn, now),
  )
  serve(app, paperEndpoints.setTheme, (tx, actor, { params, version, body, now }) =>
    setPaperTheme(tx, actor, { id: params.id, version }, body.themeId, now),
  )
  serve(app, paperEndpoints.comment, (tx, actor, { params, body, now }) =>
    commentPaper(tx, actor, params.id, body, now),
  )
  serve(app, paperEndpoints.settleComment, (tx, actor, { params, now }) =>
    settleComment(tx, actor, params, now),
  )
}
