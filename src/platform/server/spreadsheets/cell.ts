import type { PlainDate } from '../../contract/dates.ts'

/** What may stand in a cell; null is an empty cell. */
export type Cell = string | number | { readonly date: PlainDate } | null

export interface SheetTable {
  /** Name of the sheet, at most 31 characters. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
