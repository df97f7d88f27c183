import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'

const Named = z.object({ id: Id, name: z.string(), organisation: z.string().nullable() })

export const OversightView = z
  .object({
    id: Id,
    coordinator: Named,
    caseManager: Named,
    from: z.string(),
    /** The two people are still active and hold the roles it is for; without them it opens nothing. */
    effective: z.boolean(),
  })
  .meta({ id: 'Oversight' })
export type OversightView = z.infer<typeof OversightView>

export const OversightsView = z
  .object({
    rows: z.array(OversightView),
    /** Case managers nobody oversees: their work is seen by nobody but themselves. */
    without: z.array(Named),
    /** Who may be chosen. */
    coordinators: z.array(Named),
    caseManagers: z.array(Named),
  })
  .meta({ id: 'Oversights' })
export type OversightsView = z.infer<typeof OversightsView>

export const oversightEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/oversights',
    right: 'oversight.arrange',
    summary: 'Professional oversight now: which coordinator over which case manager, and who has none.',
    response: OversightsView,
  }),
  arrange: endpoint({
    method: 'POST',
    path: '/api/oversights',
    right: 'oversight.arrange',
    summary: 'Arranges professional oversight from now on; never for oneself as coordinator.',
    body: z.strictObject({ coordinatorId: Id, caseManagerId: Id }),
    response: OversightView,
    status: 201,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/oversights/:id/end',
    right: 'oversight.arrange',
    summary: 'Ends oversight at once; access that rests on it closes with it.',
    params: IdParams,
    status: 204,
  }),
}
