import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { text } from '../../../platform/contract/text.ts'
import { Intensity, Phase } from './codes.ts'

/** What narrows and sorts the case list, without the searched text: names of clients are not kept. */
export const KeptCaseFilter = z
  .strictObject({
    scope: z.enum(['mine', 'own', 'deputy', 'oversight', 'opened']),
    state: z.enum(['open', 'closed', 'all']),
    phase: Phase.optional(),
    intensity: Intensity.optional(),
    siteId: Id.optional(),
    overdue: z.literal(true).optional(),
    sort: z.enum(['phaseSince', 'name', 'lastContact']),
  })
  .meta({ id: 'KeptCaseFilter' })

const Name = text(60)

export const SavedFilter = z
  .object({ id: Id, version: z.int(), name: z.string(), filter: KeptCaseFilter, isDefault: z.boolean() })
  .meta({ id: 'SavedFilter' })
export type SavedFilter = z.infer<typeof SavedFilter>

export const savedFilterEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/saved-filters',
    right: 'case.read',
    summary: 'The own kept filters of the case list, by name.',
    response: z.object({ rows: z.array(SavedFilter) }).meta({ id: 'SavedFilters' }),
  }),
  save: endpoint({
    method: 'POST',
    path: '/api/saved-filters',
    right: 'case.read',
    summary: 'Keeps a filter of the case list under a name; a default replaces the default before.',
    body: z.strictObject({ name: Name, filter: KeptCaseFilter, isDefault: z.boolean().default(false) }),
    response: SavedFilter,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/saved-filters/:id',
    right: 'case.read',
    summary: 'Changes name or filter, or makes it the default or no longer.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ name: Name, filter: KeptCaseFilter, isDefault: z.boolean() }).partial(),
    response: SavedFilter,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/saved-filters/:id',
    right: 'case.read',
    summary: 'Removes a kept filter; saving it again undoes this.',
    params: IdParams,
    ifMatch: true,
    status: 204,
  }),
}
