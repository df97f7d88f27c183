import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { HandoverReason, Intensity, Phase } from './codes.ts'

const Named = z.object({ id: Id, name: z.string() })

/** The open cases of one person, how many are closed, and to whom the asking person may hand them. */
export const HandoverView = z
  .object({
    /** Whose cases these are; null: nobody whose cases the asking person may hand over. */
    from: Named.nullable(),
    /** Whose cases the asking person may hand over: the own ones, and those under own oversight. */
    people: z.array(Named),
    cases: z.array(
      z.object({
        id: Id,
        fileNumber: z.string(),
        /** Initials of the main person; null where the access does not reach to names. */
        initials: z.string().nullable(),
        intensity: Intensity,
        phase: Phase,
        site: z.string().nullable(),
      }),
    ),
    /** Closed files of that person, restricted ones included: handed over all together. */
    closed: z.int(),
    candidates: z.array(z.object({ id: Id, name: z.string(), organisation: z.string(), organisationId: Id })),
  })
  .meta({ id: 'Handovers' })
export type HandoverView = z.infer<typeof HandoverView>

export const handoverEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/case-handovers',
    right: 'case.handOver',
    summary:
      'Open cases of one person to hand over together: the own ones, or of somebody under own oversight (without `from`: the first of them).',
    query: z.strictObject({ from: Id.optional() }),
    response: HandoverView,
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/api/case-handovers',
    right: 'case.handOver',
    summary:
      'Hands several cases to one case manager: the same rules as for one case, all or none; on demand with all closed files of a person.',
    body: z
      .strictObject({
        cases: z.array(Id).max(50).default([]),
        /** Whose closed files go along, all of them; absent: none. */
        closedOf: Id.optional(),
        to: Id,
        reason: HandoverReason,
      })
      .refine(({ cases, closedOf }) => cases.length > 0 || closedOf !== undefined, {
        path: ['cases'],
        error: 'Bitte wählen Sie mindestens einen Fall.',
      })
      .meta({ id: 'HandOverCases' }),
    response: z.object({ handedOver: z.int(), closed: z.int() }).meta({ id: 'HandedOver' }),
  }),
}
