import type { PlainDate } from '../../contract/dates.ts'

/** What may stand in a cell; null is an empty cell. */
export type Cell = string | number | { readonly date: PlainDate } | null

export interface SheetTable {
  /** Name of the sheet, at most 31 characters. */
  readonly name: string
  readonly header: readonly string[]
  /** What the list is, as pairs of words: filter, day, number of rows. Over the table, in CSV behind it. */
  readonly about?: readonly (readonly [string, Cell])[]
  readonly rows: readonly (readonly Cell[])[]
}
