import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { writeCsv, type SheetTable } from '../../../platform/server/spreadsheets/index.ts'
import { letterhead } from './letterhead.ts'

/**
 * A register as CSV with the funder's note (R170). It stands behind the rows, after an empty line: the first line stays
 * the header for programs that read the file, and no column gets a second meaning.
 */
export async function publishedCsv(tx: Tx, table: SheetTable): Promise<Uint8Array> {
  const { funderNote } = await letterhead(tx)
  const note = funderNote === '' ? [] : [['Förderhinweis', funderNote] as const]
  return writeCsv({ ...table, about: [...(table.about ?? []), ...note] })
}
