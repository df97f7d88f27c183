import type { FastifyInstance } from 'fastify'
import { auditSearch } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { searchEndpoints as endpoints } from '../contract/search.ts'
import { findContacts } from './find-contacts.ts'
import { find } from './find.ts'

export function searchRoutes(app: FastifyInstance): void {
  serve(app, endpoints.find, async (tx, _actor, { body }) => {
    const hits = await find(tx, body.text, body.limit)
    const persons = hits.persons.map(({ id }) => id)
    const cases = hits.cases.map(({ id }) => id)
    await auditSearch(tx, { action: 'search.run', objectKind: 'person', details: { persons, cases } })
    return hits
  })

  serve(app, endpoints.contacts, async (tx, _actor, { body }) => {
    const page = await findContacts(tx, body)
    // Hits show pieces of notes: the cases they are of are what was read.
    const cases = [...new Set(page.rows.map(({ caseId }) => caseId))]
    await auditSearch(tx, { action: 'contact.searched', objectKind: 'contact', details: { cases } })
    return page
  })
}
