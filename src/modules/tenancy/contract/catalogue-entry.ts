import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { doubts } from './doubts.ts'
import { CatalogueKind } from './district/catalogues.ts'
import { Key } from './district/provenance.ts'

const Label = z
  .string()
  .trim()
  .min(1, 'Bitte geben Sie eine Bezeichnung ein.')
  .max(300, 'Bitte höchstens 300 Zeichen.')
const Definition = z.string().trim().max(2000, 'Bitte höchstens 2000 Zeichen.')
const Day = z.iso.date('Bitte geben Sie ein gültiges Datum ein.')
/** What the kind needs beyond label and order; checked against the kind's schema by the server. */
const KindSettings = z.record(z.string(), z.unknown())

/** One entry of a list of the district. Ended entries are included: old cases still show their label. */
export const CatalogueEntry = z
  .object({
    id: Id,
    kind: CatalogueKind,
    key: z.string(),
    label: z.string(),
    definition: z.string().nullable(),
    position: z.int(),
    settings: KindSettings,
    /** May be chosen today. */
    active: z.boolean(),
    validFrom: z.string().nullable(),
    /** First day on which it may no longer be chosen. */
    validTo: z.string().nullable(),
    source: z.string().nullable(),
    isDefault: z.boolean(),
    remark: z.string().nullable(),
    ...doubts,
    /** Changed in the app after the district file was loaded. */
    edited: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'CatalogueEntry' })
export type CatalogueEntry = z.infer<typeof CatalogueEntry>

export const ScaleStep = z.object({
  value: z.int(),
  resource: z.string(),
  need: z.string(),
  clientView: z.string(),
})

/** Everything a form needs of the district's configuration, in one request. */
export const CataloguesView = z
  .object({
    /** Every kind is present; entries in the order of the district. */
    catalogues: z.record(CatalogueKind, z.array(CatalogueEntry)),
    /** Null when the district works without a scale only. */
    assessmentScale: z.object({ withoutScaleAllowed: z.boolean(), steps: z.array(ScaleStep) }).nullable(),
    /** Single values by key, e.g. `reassessmentMonths: 6`. */
    settings: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  })
  .meta({ id: 'Catalogues' })
export type CataloguesView = z.infer<typeof CataloguesView>

export const catalogueEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/catalogues',
    right: 'tenancy.read',
    summary:
      'All lists of the district by kind, the assessment scale and the single settings: for every form.',
    response: CataloguesView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/catalogues',
    right: 'tenancy.edit',
    summary: 'Adds an entry to a list of the district.',
    body: z.strictObject({
      kind: CatalogueKind,
      label: Label,
      /** Made from the label when absent. */
      key: Key.optional(),
      definition: Definition.optional(),
      settings: KindSettings.optional(),
      validFrom: Day.optional(),
    }),
    response: CatalogueEntry,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/catalogues/:id',
    right: 'tenancy.edit',
    summary: 'Changes an entry of a list; absent fields stay, null clears. The key never changes.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({
      label: Label.optional(),
      definition: Definition.nullable().optional(),
      position: z.int().min(0).max(10_000).optional(),
      settings: KindSettings.optional(),
      validFrom: Day.nullable().optional(),
      validTo: Day.nullable().optional(),
      /** `false`: the Kreis has looked at a default of the program and keeps it. */
      isDefault: z.boolean().optional(),
    }),
    response: CatalogueEntry,
  }),
}
