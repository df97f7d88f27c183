import { z } from 'zod'

import { endpoint } from './endpoint.ts'

/** Names a form of one person, for example `contact:<case id>`. Ids only, never a name. */
export const DraftKey = z.string().min(1).max(200)

/** Names the draft a write settles: it is forgotten in the transaction of the write. */
export const draftHeader = 'lotse-draft'

const DraftParams = z.strictObject({ key: DraftKey })

export const Draft = z
  .object({ key: DraftKey, content: z.unknown(), savedAt: z.string() })
  .meta({ id: 'Draft' })
export type Draft = z.infer<typeof Draft>

export const draftEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/drafts/:key',
    right: 'self',
    summary: 'Reads what the person had typed into a form; null when there is nothing.',
    params: DraftParams,
    // Not 404: every form asks when it opens, and a browser shows each 404 as an error.
    response: z.object({ draft: Draft.nullable() }).meta({ id: 'KeptDraft' }),
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/drafts/:key',
    right: 'self',
    summary: 'Keeps what the person has typed into a form so far.',
    params: DraftParams,
    body: z.strictObject({ content: z.unknown() }),
    response: Draft,
  }),
  drop: endpoint({
    method: 'DELETE',
    path: '/api/drafts/:key',
    right: 'self',
    summary: 'Forgets a draft.',
    params: DraftParams,
    status: 204,
  }),
}
