import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { Language } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'

export const availabilityStates = ['free', 'tight', 'stopped'] as const

export const AbsenceView = z.object({ id: Id, from: z.string(), lastDay: z.string() }).meta({ id: 'Absence' })

/** What a case manager has set about the own capacity; only the person and the overseeing coordinator see it. */
export const AvailabilityView = z
  .object({
    state: z.enum(availabilityStates),
    languages: z.array(z.string()),
    /** Null: never set. */
    changedAt: z.string().nullable(),
    /** Today's and coming absences. */
    absences: z.array(AbsenceView),
    /** 0: never set; send it as If-Match all the same. */
    version: z.int(),
  })
  .meta({ id: 'Availability' })
export type AvailabilityView = z.infer<typeof AvailabilityView>

export const availabilityEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/availability',
    right: 'availability.own',
    summary: 'The own availability, languages and coming absences.',
    response: AvailabilityView,
  }),
  set: endpoint({
    method: 'PUT',
    path: '/api/availability',
    right: 'availability.own',
    summary: 'Sets the own availability and languages.',
    ifMatch: true,
    body: z.strictObject({
      state: z.enum(availabilityStates),
      languages: z.array(Language).max(30, 'Bitte höchstens 30 Sprachen.'),
    }),
    response: AvailabilityView,
  }),
  addAbsence: endpoint({
    method: 'POST',
    path: '/api/absences',
    right: 'availability.own',
    summary: 'Enters an own absence, first and last day included. No reason is asked.',
    body: z.strictObject({ from: PlainDate, lastDay: PlainDate }),
    response: AbsenceView,
    status: 201,
  }),
  removeAbsence: endpoint({
    method: 'DELETE',
    path: '/api/absences/:id',
    right: 'availability.own',
    summary: 'Removes an own absence.',
    params: IdParams,
    status: 204,
  }),
}
