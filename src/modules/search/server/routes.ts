import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { searchEndpoints as endpoints } from '../contract/search.ts'
import { findContacts } from './find-contacts.ts'
import { find } from './find.ts'

export function searchRoutes(app: FastifyInstance): void {
  serve(app, endpoints.find, (tx, _actor, { body }) => find(tx, body.text, body.limit))

  serve(app, endpoints.contacts, async (tx, _actor, { body }) => {
    const page = await findContacts(tx, body)
    // Hits show pieces of notes: the cases they are of are what was read.
    await audit(tx, {
      action: 'contact.searched',
      objectKind: 'contact',
      details: { hits: page.rows.length },
    })
    return page
  })
}
