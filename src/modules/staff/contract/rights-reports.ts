import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf, PageQuery } from '../../../platform/contract/paging.ts'
import { Role } from './roles.ts'

/** One person in the list of who may what. */
export const RightsRow = z
  .object({
    id: Id,
    givenName: z.string(),
    familyName: z.string(),
    organisation: z.string().nullable(),
    active: z.boolean(),
    /** Roles held now. */
    roles: z.array(Role),
    /** End of the right to take lists out; null: none. */
    exportUntil: z.string().nullable(),
  })
  .meta({ id: 'RightsRow' })
export type RightsRow = z.infer<typeof RightsRow>

export const rightsReportEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/rights-reports',
    right: 'administration.read',
    summary: 'Who may what: all persons with the roles they hold now, by name.',
    query: PageQuery,
    response: pageOf(RightsRow, 'RightsPage'),
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/users/:id/rights-report',
    right: 'administration.read',
    summary:
      'Rights of one person as accessible PDF: roles, oversight, deputies, export, last changes; audited.',
    params: IdParams,
    download: 'application/pdf',
  }),
}
