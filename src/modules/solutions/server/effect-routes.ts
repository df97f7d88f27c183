import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/server/clock.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { listSolutions, readSolution } from './effect-screens.ts'
import { addVoice, changeSolution, createSolution, judgeSolution } from './effects.ts'
import { printEffects } from './print-effects.ts'

export function effectRoutes(app: FastifyInstance): void {
  serve(app, effectEndpoints.list, (tx, actor, { query, now }) =>
    listSolutions(tx, actor, query.themeId, dayOf(now)),
  )
  serve(app, effectEndpoints.pdf, (tx, actor, { now }) => printEffects(tx, actor, now))
  serve(app, effectEndpoints.read, (tx, actor, { params, now }) =>
    readSolution(tx, actor, params.id, dayOf(now)),
  )
  serve(app, effectEndpoints.create, (tx, actor, { body, now }) => createSolution(tx, actor, body, now))
  serve(app, effectEndpoints.change, (tx, actor, { params, version, body, now }) =>
    changeSolution(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, effectEndpoints.judge, (tx, actor, { params, version, body, now }) =>
    judgeSolution(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, effectEndpoints.addVoice, (tx, actor, { params, body, now }) =>
    addVoice(tx, actor, params.id, body, now),
  )
}
