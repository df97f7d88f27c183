/** Tables as files that offices open: CSV and XLSX, neither with formulas. */
export type { Cell, SheetTable } from './cell.ts'
export { writeCsv } from './write-csv.ts'
export { writeXlsx } from './write-xlsx.ts'
