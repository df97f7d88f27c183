import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/server/clock.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { measureEndpoints } from '../contract/measures.ts'
import { listMeasures, measuresAsCsv, readMeasure } from './measure-screens.ts'
import { changeMeasure, createMeasure, moveMeasure } from './measures.ts'

export function measureRoutes(app: FastifyInstance): void {
  serve(app, measureEndpoints.list, (tx, actor, { query, now }) => listMeasures(tx, actor, query, dayOf(now)))
  serve(app, measureEndpoints.csv, (tx, _actor, { now }) => measuresAsCsv(tx, dayOf(now)))
  serve(app, measureEndpoints.read, (tx, actor, { params, now }) =>
    readMeasure(tx, actor, params.id, dayOf(now)),
  )
  serve(app, measureEndpoints.create, (tx, actor, { body, now }) => createMeasure(tx, actor, body, now))
  serve(app, measureEndpoints.change, (tx, actor, { params, version, body, now }) =>
    changeMeasure(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, measureEndpoints.move, (tx, actor, { params, version, body, now }) =>
    moveMeasure(tx, actor, { id: params.id, version }, body, now),
  )
}
