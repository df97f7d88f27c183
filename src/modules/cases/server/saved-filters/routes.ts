import type { FastifyInstance } from 'fastify'
import { serve } from '../../../../platform/server/http/serve.ts'
import { savedFilterEndpoints as endpoints } from '../../contract/saved-filters.ts'
import { changeSavedFilter, listSavedFilters, removeSavedFilter, saveFilter } from './saved-filters.ts'

export function savedFilterRoutes(app: FastifyInstance): void {
  serve(app, endpoints.list, async (tx) => ({ rows: await listSavedFilters(tx) }))

  serve(app, endpoints.save, (tx, _actor, { body }) => saveFilter(tx, body))

  serve(app, endpoints.change, (tx, _actor, { params, version, body }) =>
    changeSavedFilter(tx, params.id, version, body),
  )

  serve(app, endpoints.remove, (tx, _actor, { params, version }) => removeSavedFilter(tx, params.id, version))
}
