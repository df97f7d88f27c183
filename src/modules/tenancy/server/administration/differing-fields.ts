import type { DistrictDifference } from '../../contract/administration/differences.ts'

type Fields = DistrictDifference['fields']

/** Columns that are no statement of their own. */
const unsaid = new Set(['position', 'source', 'is_default', 'remark', 'provenance', 'hours_known'])

/**
 * What a row says otherwise than the file, in the words of both. `names` tells ids of other entries; places inside
 * lists are told one by one. Values of a whole (naming, publication, scale) are compared field by field.
 */
export function differingFields(
  present: Readonly<Record<string, unknown>>,
  proposed: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Fields {
  return Object.entries(proposed).flatMap(([field, file]) => {
    if (unsaid.has(field)) return []
    const here = present[field]
    if (same(here, file)) return []
    if (isRecord(here) && isRecord(file)) return inside(here, file, names)
    return [{ field: fieldOf(field), here: said(here, names), file: said(file, names) }]
  })
}

function inside(
  here: Record<string, unknown>,
  file: Record<string, unknown>,
  names: Readonly<Record<string, string>>,
): Fields {
  return [...new Set([...Object.keys(here), ...Object.keys(file)])].flatMap((field) =>
    provenance.has(field) || same(here[field], file[field])
      ? []
      : [{ field, here: said(here[field], names), file: said(file[field], names) }],
  )
}

const provenance = new Set(['source', 'default', 'remark', 'assumed', 'alternatives', 'decided'])

/** Without what says where it comes from: that may differ though the value is the same. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare)
  if (!isRecord(value)) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, one]) =>
          !provenance.has(key) && !['position', 'is_default', 'id'].includes(key) && one !== null,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, bare(one)]),
  )
}
const same = (a: unknown, b: unknown) => JSON.stringify(bare(a)) === JSON.stringify(bare(b))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `valid_to` → `validTo`, `employer_id` → `employer`. */
const fieldOf = (column: string) =>
  column.replace(/_id$/, '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function said(value: unknown, names: Readonly<Record<string, string>>): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (Array.isArray(value)) return value.map((one) => said(one, names)).join('; ')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return names[value] ?? value
  if (!isRecord(value)) return null
  return Object.entries(value)
    .filter(([key, one]) => !provenance.has(key) && !['position', 'is_default'].includes(key) && one !== null)
    .map(([, one]) => said(one, names))
    .join(' ')
}
