import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { text } from '../../../platform/contract/text.ts'

/** The right of one person to take lists out as files (off by default). */
export const ExportGrantView = z
  .object({
    id: Id,
    reason: z.string(),
    from: z.string(),
    until: z.string(),
    by: z.string(),
    state: z.enum(['current', 'ended']),
    version: z.int(),
  })
  .meta({ id: 'ExportGrant' })
export type ExportGrantView = z.infer<typeof ExportGrantView>

export const exportGrantEndpoints = {
  give: endpoint({
    method: 'POST',
    path: '/api/users/:id/export-grants',
    right: 'staff.administer',
    summary:
      'Allows a person to take lists out, with a reason and a last day within a year; never to oneself.',
    params: IdParams,
    body: z.strictObject({ reason: text(500), lastDay: PlainDate }).meta({ id: 'NewExportGrant' }),
    response: ExportGrantView,
    status: 201,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/export-grants/:id/end',
    right: 'staff.administer',
    summary: 'Ends the right at once: running exports are refused, finished ones are closed.',
    params: IdParams,
    ifMatch: true,
    response: ExportGrantView,
  }),
}
