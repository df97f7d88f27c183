import { z } from 'zod'
import { catalogueKinds, Catalogues, type CatalogueKind } from './district/catalogues.ts'

/** Fields of an entry that have a column of their own and therefore no place in its settings. */
const own = {
  key: true,
  label: true,
  definition: true,
  validFrom: true,
  validTo: true,
  source: true,
  default: true,
  remark: true,
  assumed: true,
  alternatives: true,
  decided: true,
} as const

const schemas = new Map<CatalogueKind, z.ZodObject>(
  Object.entries(catalogueKinds).map(([list, kind]) => {
    const entry: z.ZodObject = Catalogues.shape[list as keyof Catalogues].shape.entries.element
    const taken = Object.fromEntries(
      Object.keys(own).flatMap((name) => (name in entry.shape ? [[name, true]] : [])),
    )
    return [kind, entry.omit(taken as Record<string, true>).strict()]
  }),
)

/** What the settings of an entry of this kind look like: the same rule for the district file and for the app. */
export const entrySettings = (kind: CatalogueKind): z.ZodObject => schemas.get(kind)!
