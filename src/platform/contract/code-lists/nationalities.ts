import { z } from 'zod'
import type { CodeList } from './code-list.ts'
import { nationalityEntries } from './nationality-entries.ts'
import type { NationalityEntry } from './nationality-entry.ts'

export type { NationalityEntry } from './nationality-entry.ts'

/** A code of the official list: three digits. The list can be replaced by import, so the schema knows the form only. */
export const NationalityCode = z
  .string({ error: 'Wählen Sie eine Staatsangehörigkeit.' })
  .regex(/^\d{3}$/, { error: 'Wählen Sie eine Staatsangehörigkeit.' })
  .meta({ id: 'NationalityCode', description: 'Destatis key of the nationality, three digits.' })

/** What is offered: `lotse import-nationalities` replaces the entries by those of the official list. */
export const NATIONALITIES: CodeList<NationalityEntry> = {
  id: 'Nationality',
  title: 'Staatsangehörigkeit',
  source:
    'Destatis, urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staatsangehoerigkeit (XRepository)',
  version: nationalityEntries.version,
  incomplete: nationalityEntries.incomplete,
  entries: nationalityEntries.entries,
}
