import type { FastifyInstance } from 'fastify'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { assessmentEndpoints as endpoints } from '../contract/endpoints.ts'
import { completeAssessment } from './complete-assessment.ts'
import { compareAssessments } from './compare-assessments.ts'
import { discardAssessment } from './discard-assessment.ts'
import { rateDomain } from './rate-domain.ts'
import { readAssessment } from './read-assessment.ts'
import { startAssessment } from './start-assessment.ts'
import { undoCompletion } from './undo-completion.ts'
import { writeSummary } from './write-summary.ts'

export function assessmentRoutes(app: FastifyInstance): void {
  serve(app, endpoints.ofCase, (tx, _actor, { params, now }) =>
    readAssessment(tx, { caseId: params.id }, berlinDay(now)),
  )

  serve(app, endpoints.read, (tx, _actor, { params, now }) =>
    readAssessment(tx, { id: params.id }, berlinDay(now)),
  )

  serve(app, endpoints.compare, (tx, _actor, { params, now }) =>
    compareAssessments(tx, params.id, berlinDay(now)),
  )

  serve(app, endpoints.discard, (tx, _actor, { params, version, now }) =>
    discardAssessment(tx, params.id, version, berlinDay(now)),
  )

  serve(app, endpoints.start, (tx, _actor, { params, body, now }) =>
    startAssessment(tx, params.id, body, berlinDay(now)),
  )

  serve(app, endpoints.rate, (tx, _actor, { params, query, body, version }) => {
    const key = { assessmentId: params.id, lifeDomain: params.lifeDomain, personId: query.personId ?? null }
    return rateDomain(tx, key, body, version)
  })

  serve(app, endpoints.summarise, (tx, _actor, { params, body, version, now }) =>
    writeSummary(tx, params.id, body.content, { version, today: berlinDay(now) }),
  )

  serve(app, endpoints.complete, (tx, _actor, { params, version, now }) =>
    completeAssessment(tx, params.id, version, berlinDay(now)),
  )

  serve(app, endpoints.undoCompletion, (tx, _actor, { params, version, now }) =>
    undoCompletion(tx, params.id, version, berlinDay(now)),
  )
}
