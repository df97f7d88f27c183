import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'

const Named = z.object({ id: Id, name: z.string(), organisation: z.string().nullable() })

export const DeputyView = z
  .object({
    id: Id,
    absent: Named,
    deputy: Named,
    /** First and last day, both included. */
    from: z.string(),
    lastDay: z.string(),
    state: z.enum(['planned', 'current', 'over']),
    /** Different employers: only cases open whose text names the KIM team. */
    acrossEmployers: z.boolean(),
    can: z.array(z.enum(['change', 'end'])),
    version: z.int(),
  })
  .meta({ id: 'Deputy' })
export type DeputyView = z.infer<typeof DeputyView>

export const DeputiesView = z.object({ rows: z.array(DeputyView) }).meta({ id: 'Deputies' })

export const DeputyChoices = z
  .object({
    /** Whose absence the asking person may arrange: oneself, or the case managers under the own oversight. */
    absent: z.array(Named.extend({ self: z.boolean() })),
    deputies: z.array(Named.extend({ organisationId: Id.nullable() })),
  })
  .meta({ id: 'DeputyChoices' })
export type DeputyChoices = z.infer<typeof DeputyChoices>

export const deputyEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/deputies',
    right: 'deputy.read',
    summary:
      'Arrangements the person may see (own, overseen, or all for administrators), those over for a month left out.',
    response: DeputiesView,
  }),
  choices: endpoint({
    method: 'GET',
    path: '/api/deputies/choices',
    right: 'deputy.arrange',
    summary: 'For whom the person may arrange a deputy, and who can be one.',
    response: DeputyChoices,
  }),
  arrange: endpoint({
    method: 'POST',
    path: '/api/deputies',
    right: 'deputy.arrange',
    summary: 'Arranges a deputy for days from today on; access opens and ends by itself.',
    body: z.strictObject({
      /** Oneself when absent. */
      absentUserId: Id.optional(),
      deputyUserId: Id,
      from: PlainDate,
      lastDay: PlainDate,
    }),
    response: DeputyView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/deputies/:id',
    right: 'deputy.arrange',
    summary: 'Moves the last day of an arrangement that is not over.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ lastDay: PlainDate }),
    response: DeputyView,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/deputies/:id/end',
    right: 'deputy.end',
    summary: 'Ends an arrangement at once; access closes with it.',
    params: IdParams,
    ifMatch: true,
    status: 204,
  }),
}
