import { z } from 'zod'
import { BirthDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PERSON_NAME_MAX } from '../../../platform/contract/names.ts'
import { text } from '../../../platform/contract/text.ts'

/** Half-typed names are welcome: whether a letter may stand in a name is said when the person is saved. */
const Typed = text(PERSON_NAME_MAX).min(2)

/** A person of the own access who could be the one being written down. */
export const DuplicateCandidate = z
  .object({
    id: Id,
    familyName: z.string(),
    givenName: z.string(),
    birthDate: BirthDate,
    place: z.string().nullable(),
    cases: z.array(z.object({ id: Id, fileNumber: z.string(), closedOn: z.string().nullable() })),
  })
  .meta({ id: 'DuplicateCandidate' })
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>

/** An own file, restricted after aftercare: what it takes to recognise it, and no more. */
export const RestrictedFileHint = z
  .object({
    id: Id,
    fileNumber: z.string(),
    initials: z.string().nullable(),
    birthYear: z.int().nullable(),
    closedOn: z.string(),
  })
  .meta({ id: 'RestrictedFileHint' })
export type RestrictedFileHint = z.infer<typeof RestrictedFileHint>

export const duplicateEndpoints = {
  check: endpoint({
    method: 'POST',
    keepsNoAnswer: true,
    path: '/api/persons/duplicates',
    right: 'person.write',
    summary:
      'Persons of the own access who could be the one being written down; outside it only whether a file could exist, and whom to ask. Logged and limited.',
    body: z.strictObject({
      familyName: Typed,
      givenName: Typed,
      birthDate: BirthDate.default({ precision: 'unknown' }),
      /** The person being changed: is not a candidate, nor is whom it was told apart from. */
      personId: Id.optional(),
    }),
    response: z
      .object({
        candidates: z.array(DuplicateCandidate),
        /** Own restricted files that could be about the person: to be reopened instead of a new one. */
        restricted: z.array(RestrictedFileHint),
        /**
         * Whether a file the person may not see could be about the same person, and whom to ask: the KIM office of the
         * Kreis, or the coordinator where the district says so. No more.
         */
        elsewhere: z.object({ office: z.string().nullable(), contact: z.string().nullable() }).nullable(),
      })
      .meta({ id: 'DuplicateAnswer' }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/persons/:id/duplicate-decisions',
    right: 'person.write',
    summary:
      'Keeps that two persons are two, or that one was written down twice; the pair is not offered again.',
    params: IdParams,
    body: z.strictObject({
      otherPersonId: Id,
      decision: z.enum(['other', 'duplicate']).default('other'),
    }),
    status: 204,
  }),
}
