import type { FastifyInstance } from 'fastify'
import { serve } from '../../../platform/server/http/serve.ts'
import { searchEndpoints as endpoints } from '../contract/search.ts'
import { findContacts } from './find-contacts.ts'
import { find } from './find.ts'

export function searchRoutes(app: FastifyInstance): void {
  serve(app, endpoints.find, (tx, _actor, { body }) => find(tx, body.text, body.limit))

  serve(app, endpoints.contacts, (tx, _actor, { body }) => findContacts(tx, body))
}
