import { z } from 'zod'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../../platform/contract/paging.ts'

/** A value as text, or null where there is none. */
const Said = z.string().nullable()

/** An entry edited in the app, beside what the district file says. */
export const DistrictDifference = z
  .object({
    id: Id,
    table: z.string(),
    /** Name of the entry as it stands; of a setting its key. */
    name: z.string(),
    /** Kind of a catalogue entry: the list it stands in. */
    list: z.string().nullable(),
    /** `open`: the file says something nobody has decided about yet; `kept`: the Kreis decided otherwise. */
    state: z.enum(['open', 'kept']),
    /** What is said differently; none: only where it comes from. */
    fields: z.array(z.object({ field: z.string(), here: Said, file: Said })),
    editedAt: z.string().nullable(),
    editedBy: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'DistrictDifference' })
export type DistrictDifference = z.infer<typeof DistrictDifference>

/** What happened to the configuration, without person and without values. */
export const ConfigurationChange = z
  .object({
    id: Id,
    at: z.string(),
    action: z.string(),
    /** The thing as it is called today; null where it has no name of its own. */
    name: z.string().nullable(),
    /** Names of the fields that were changed. */
    fields: z.array(z.string()),
  })
  .meta({ id: 'ConfigurationChange' })
export type ConfigurationChange = z.infer<typeof ConfigurationChange>

export const changeKinds = [
  'organisation',
  'unit',
  'site',
  'position',
  'region',
  'municipality',
  'targetGroup',
  'catalogueEntry',
  'setting',
  'naming',
  'publication',
  'assessmentScale',
  'consentWording',
  'district',
  'districtDifference',
] as const

export const differenceEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/district-differences',
    right: 'tenancy.edit',
    summary: 'Every entry edited in the app beside what the district file says; undecided ones first.',
    response: z.object({ rows: z.array(DistrictDifference) }).meta({ id: 'DistrictDifferences' }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/district-differences/:id/decision',
    right: 'tenancy.edit',
    summary: 'Keeps what was decided in the app, or takes what the file says.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ take: z.enum(['here', 'file']) }),
  }),
  changes: endpoint({
    method: 'GET',
    path: '/api/configuration-changes',
    right: 'tenancy.edit',
    summary: 'What was changed in the configuration, newest first: codes and names of fields, no person.',
    query: z.strictObject({ ...PageQuery.shape, kind: z.enum(changeKinds).optional() }),
    response: pageOf(ConfigurationChange, 'ConfigurationChanges'),
  }),
}
