import { z } from 'zod'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { doubts } from '../doubts.ts'
import { Label } from './fields.ts'

const Step = z.strictObject({
  value: z.int('Bitte geben Sie eine ganze Zahl ein.').min(0).max(10),
  resource: Label,
  need: Label,
  clientView: Label,
})

/** Where a statement kept as a whole comes from, and who changed it. */
const stated = {
  source: z.string().nullable(),
  isDefault: z.boolean(),
  remark: z.string().nullable(),
  ...doubts,
  editedAt: z.string().nullable(),
  editedBy: z.string().nullable(),
  version: z.int(),
}
const Named = z.object({
  label: z.string(),
  source: z.string().nullable(),
  isDefault: z.boolean(),
  remark: z.string().nullable(),
  ...doubts,
})

export const NamingView = z
  .object({
    buildingBlock: Named,
    region: Named,
    steeringGroup: Named,
    projectGroup: Named,
    coordinator: Named,
    editedAt: z.string().nullable(),
    editedBy: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'NamingView' })
export type NamingView = z.infer<typeof NamingView>

export const PublicationView = z
  .object({ funderNote: z.string(), logos: z.array(z.string()), ...stated })
  .meta({ id: 'PublicationView' })
export type PublicationView = z.infer<typeof PublicationView>

export const ScaleView = z
  .object({ withoutScaleAllowed: z.boolean(), steps: z.array(z.object(Step.shape)), ...stated })
  .meta({ id: 'ScaleView' })
export type ScaleView = z.infer<typeof ScaleView>

export const statementEndpoints = {
  naming: endpoint({
    method: 'PATCH',
    path: '/api/tenancy/naming',
    right: 'tenancy.edit',
    summary: 'What the district calls things (R003).',
    ifMatch: true,
    body: z
      .strictObject({
        buildingBlock: z.enum(['Baustein', 'Modul']),
        region: Label,
        steeringGroup: Label,
        projectGroup: Label,
        coordinator: Label,
      })
      .partial(),
    response: NamingView,
  }),
  publication: endpoint({
    method: 'PATCH',
    path: '/api/tenancy/publication',
    right: 'tenancy.edit',
    summary: 'Note of the funder and names of the logos on every publication (R170).',
    ifMatch: true,
    body: z
      .strictObject({
        funderNote: z
          .string()
          .trim()
          .min(1, 'Bitte geben Sie den Hinweis ein.')
          .max(2000, 'Bitte höchstens 2000 Zeichen.'),
        logos: z.array(Label).max(12),
      })
      .partial(),
    response: PublicationView,
  }),
  scale: endpoint({
    method: 'PATCH',
    path: '/api/tenancy/assessment-scale',
    right: 'tenancy.edit',
    summary: 'Words of the assessment scale. The numbers stay: what was rated keeps its meaning.',
    ifMatch: true,
    body: z.strictObject({ withoutScaleAllowed: z.boolean(), steps: z.array(Step).min(2).max(11) }).partial(),
    response: ScaleView,
  }),
}
