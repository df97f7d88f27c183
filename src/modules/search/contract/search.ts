import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { searchText } from './search-text.ts'

const Name = z.object({ familyName: z.string(), givenName: z.string(), birthYear: z.int().nullable() })

/** A person of the own access, with the case in which to look at the person. */
export const PersonHit = z
  .object({
    id: Id,
    name: Name,
    caseId: Id,
    casePersonId: Id,
    fileNumber: z.string(),
    role: z.string(),
    isMain: z.boolean(),
  })
  .meta({ id: 'PersonHit' })
export type PersonHit = z.infer<typeof PersonHit>

export const CaseHit = z
  .object({
    id: Id,
    fileNumber: z.string(),
    /** Null without access to names. */
    name: Name.nullable(),
    persons: z.int(),
    phase: z.string(),
    closedOn: z.string().nullable(),
    responsible: z.string(),
  })
  .meta({ id: 'CaseHit' })
export type CaseHit = z.infer<typeof CaseHit>

/** A contact of the own access whose note holds the words. */
export const ContactHit = z
  .object({
    id: Id,
    caseId: Id,
    fileNumber: z.string(),
    name: Name.nullable(),
    onDate: z.string(),
    /** Where the words stand in the note. */
    excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  })
  .meta({ id: 'ContactHit' })
export type ContactHit = z.infer<typeof ContactHit>

/** Beyond that a search is not exact enough to be read. The best hits stand on top, so a longer list begins like a shorter. */
export const mostHits = 180

export const searchEndpoints = {
  find: endpoint({
    method: 'POST',
    keepsNoAnswer: true,
    path: '/api/search',
    right: 'search.use',
    summary:
      'Persons and cases of the own access by name, year of birth, file number or telephone; tolerant of umlauts, transliteration and typing errors. Never a total.',
    body: z.strictObject({ text: searchText, limit: z.int().min(1).max(mostHits).default(20) }),
    response: z
      .object({
        persons: z.array(PersonHit),
        cases: z.array(CaseHit),
        /** There are more than were asked for: ask again with a higher limit, or more exactly. */
        more: z.object({ persons: z.boolean(), cases: z.boolean() }),
      })
      .meta({ id: 'SearchHits' }),
  }),
  contacts: endpoint({
    method: 'POST',
    keepsNoAnswer: true,
    path: '/api/search/contacts',
    right: 'search.use',
    summary:
      'Contacts of the own access whose note holds all the words, in any form or as pieces of other words; newest first. Never a total.',
    body: z.strictObject({
      text: searchText,
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
    response: pageOf(ContactHit, 'ContactHits'),
  }),
}
