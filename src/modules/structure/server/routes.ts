import type { FastifyInstance } from 'fastify'
import { found } from '../../../platform/server/http/refusal.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { changeGroup, createGroup } from './groups.ts'
import { listBarriers } from './list-barriers.ts'
import { askReporter, mergeBarrier, moveBarrier } from './move-barrier.ts'
import { answerView, askOrganisation } from './organisation-views.ts'
import { readOptions, readOverview } from './overview.ts'
import { readBarrier, readGroups, readSimilar } from './screens.ts'

/** Barriers at structure level. Reading them is no reading of a file: there is no person in them. */
export function structureRoutes(app: FastifyInstance): void {
  serve(app, structureEndpoints.list, (tx, _actor, { query }) => listBarriers(tx, query))
  serve(app, structureEndpoints.overview, (tx, actor, { query }) => readOverview(tx, actor, query))
  serve(app, structureEndpoints.options, (tx) => readOptions(tx))
  serve(app, structureEndpoints.read, (tx, actor, { params }) => readBarrier(tx, actor, params.id))
  serve(app, structureEndpoints.similar, (tx, _actor, { params }) => readSimilar(tx, params.id))
  serve(app, structureEndpoints.move, (tx, actor, { params, version, body, now }) =>
    moveBarrier(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, structureEndpoints.ask, (tx, actor, { params, body, now }) =>
    askReporter(tx, actor, params.id, body.question, now),
  )
  serve(app, structureEndpoints.merge, (tx, actor, { params, version, body, now }) =>
    mergeBarrier(tx, actor, { id: params.id, version }, body.into, now),
  )
  serve(app, structureEndpoints.askOrganisation, (tx, actor, { params, body, now }) =>
    askOrganisation(tx, actor, params.id, body, now),
  )
  serve(app, structureEndpoints.answerView, (tx, actor, { params, version, body, now }) =>
    answerView(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, structureEndpoints.groups, async (tx, actor) => ({ rows: await readGroups(tx, actor) }))
  serve(app, structureEndpoints.readGroup, async (tx, actor, { params }) =>
    found((await readGroups(tx, actor, params.id))[0]),
  )
  serve(app, structureEndpoints.newGroup, (tx, actor, { body }) => createGroup(tx, actor, body))
  serve(app, structureEndpoints.changeGroup, (tx, actor, { params, version, body }) =>
    changeGroup(tx, actor, { id: params.id, version }, body),
  )
}
