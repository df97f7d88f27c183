import { z } from 'zod'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../../platform/contract/ids.ts'
import { CatalogueEntry } from '../catalogue-entry.ts'
import { Ags } from '../district/provenance.ts'
import { Day, Label, Remark, editable } from './fields.ts'

const known = z.boolean().nullable()

/** What a municipality has of its own (R111); null: not known. Name and AGS are official and stay. */
const profile = {
  size: z.enum(['large', 'medium', 'small']).nullable(),
  population: z
    .strictObject({
      count: z.int('Bitte geben Sie eine ganze Zahl ein.').positive().max(20_000_000),
      asOf: Day,
    })
    .nullable(),
  ownImmigrationAuthority: known,
  ownYouthOffice: known,
  integrationCouncil: known,
  integrationOfficer: known,
  remark: Remark,
}

export const MunicipalityEntry = z
  .object({
    id: Id,
    ags: z.string(),
    name: z.string(),
    kind: z.string(),
    ...profile,
    population: z.object({ count: z.int(), asOf: z.string() }).nullable(),
    /** Which region it belonged to and when, oldest first (R002). */
    memberships: z.array(
      z.object({ regionId: Id, label: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
    ),
    ...editable,
  })
  .meta({ id: 'MunicipalityEntry' })
export type MunicipalityEntry = z.infer<typeof MunicipalityEntry>

export const areaEndpoints = {
  municipality: endpoint({
    method: 'PATCH',
    path: '/api/municipalities/:id',
    right: 'tenancy.edit',
    summary: 'Changes what is known about a municipality.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(profile).partial(),
    response: MunicipalityEntry,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/municipalities/:id/memberships',
    right: 'tenancy.edit',
    summary: 'Moves a municipality to another region, or to none, from a day on; its sites follow.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ regionId: Id.nullable(), from: Day }),
    response: MunicipalityEntry,
    status: 201,
  }),
  targetGroupVersion: endpoint({
    method: 'POST',
    path: '/api/target-groups/:id/versions',
    right: 'tenancy.edit',
    summary:
      'A new version of a target group from a day on, for some or all municipalities; the one before ends then (R041).',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({
      label: Label,
      definition: Remark,
      municipalities: z.union([
        z.literal('all'),
        z.array(Ags).min(1, 'Bitte wählen Sie mindestens eine Kommune.'),
      ]),
      validFrom: Day,
    }),
    response: CatalogueEntry,
    status: 201,
  }),
}
