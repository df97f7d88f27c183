import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

/** What waits for somebody who looks after Lotse: each number leads to the page where it is put right. */
export const AdministrationView = z
  .object({
    /** Null where the person has no business with it. */
    usersWithoutRole: z.int().nullable(),
    usersWithoutLogin: z.int().nullable(),
    caseManagersWithoutOversight: z.int().nullable(),
    employersWithoutStaffDataBasis: z.int().nullable(),
    /** Topics of the wall without an opinion. */
    topicsWithoutOpinion: z.int().nullable(),
    /** Values of lists and settings that no concept gives and nobody has confirmed. */
    unconfirmedDefaults: z.int().nullable(),
    /** Entries changed in the app about which a newer district file says something else. */
    openDifferences: z.int().nullable(),
  })
  .meta({ id: 'Administration' })
export type AdministrationView = z.infer<typeof AdministrationView>

export const administrationEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/administration',
    right: 'administration.read',
    summary: 'What waits in the administration.',
    response: AdministrationView,
  }),
}
