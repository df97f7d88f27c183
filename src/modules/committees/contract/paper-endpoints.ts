import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PaperChange } from './meetings.ts'
import { PaperView } from './shared.ts'

const params = IdParams

export const paperEndpoints = {
  upload: endpoint({
    method: 'POST',
    path: '/api/committees/:id/papers',
    right: 'committee.write',
    summary:
      'Adds a paper to a committee, a meeting or an item of its agenda; not released yet. Without `withoutB3` it is kept from B3 where its item is, or where its meeting has such a part.',
    params,
    query: z.strictObject({
      meetingId: Id.optional(),
      agendaItemId: Id.optional(),
      withoutB3: z.enum(['true', 'false']).optional(),
    }),
    response: PaperView,
    upload: true,
    status: 201,
  }),
  uploadToDecision: endpoint({
    method: 'POST',
    path: '/api/decisions/:id/papers',
    right: 'committee.write',
    summary: 'Adds the source document of a decision, also of one of another body; not released yet.',
    params,
    response: PaperView,
    upload: true,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/committee-papers/:id',
    right: 'committee.write',
    summary: 'Renames, releases or withdraws a paper.',
    params,
    body: PaperChange,
    response: PaperView,
    ifMatch: true,
  }),
  file: endpoint({
    method: 'GET',
    path: '/api/committee-papers/:id/file',
    right: 'member.read',
    summary: 'The file of a paper.',
    params,
    download: 'application/octet-stream',
  }),
}
