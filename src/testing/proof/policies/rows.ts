import type { Client } from 'pg'
import { newId } from '../../../platform/contract/ids.ts'
import { tenants, times } from './cast.ts'
import type { Column, PolicyTable } from './catalogue.ts'
import { dimensionsOf, type Cells, type Dimension, type Value } from './values.ts'

export interface ProofRow {
  readonly cells: Cells
  readonly ofOtherTenant: boolean
  /** Where it lies: no policy speaks of that. */
  readonly ctid: string
  readonly values: Readonly<Record<string, string | null>>
}

export interface FilledTable extends PolicyTable {
  readonly dimensions: readonly Dimension[]
  readonly rows: readonly ProofRow[]
}

/** So many rows would mean that the values of a column are chosen badly. */
const most = 200

/** Puts rows of both tenants into every table, in every combination of values. */
export async function fill(client: Client, tables: readonly PolicyTable[]): Promise<readonly FilledTable[]> {
  const filled = new Map<string, FilledTable>()
  for (const table of tables) await fillOne(client, table.name, tables, filled)
  return [...filled.values()]
}

async function fillOne(
  client: Client,
  name: string,
  tables: readonly PolicyTable[],
  filled: Map<string, FilledTable>,
): Promise<void> {
  if (filled.has(name)) return
  const table = tables.find((one) => one.name === name)
  if (!table) throw new Error(`${name} has no policies`)
  // What it belongs to comes first: its rows are values of this one.
  const wanted = new Set<string>()
  const need = (parent: string) => {
    wanted.add(parent)
    return [{ word: '', literal: null }]
  }
  dimensionsOf(table, tables, need)
  for (const parent of wanted) await fillOne(client, parent, tables, filled)
  const dimensions = dimensionsOf(table, tables, (parent) => valuesOfRows(filled.get(parent)!))
  const combinations = combinationsOf(dimensions)
  if (combinations.length > most) throw new Error(`${name}: ${combinations.length} combinations`)
  const rows: ProofRow[] = []
  for (const ofOtherTenant of [false, true])
    for (const cells of combinations) {
      const values = complete(table, cells, ofOtherTenant)
      rows.push({ cells, ofOtherTenant, values, ctid: await insert(client, table, values) })
    }
  filled.set(name, { ...table, dimensions, rows })
}

const valuesOfRows = ({ rows }: FilledTable): readonly Value[] =>
  rows
    .filter(({ ofOtherTenant }) => !ofOtherTenant)
    .map(({ cells, values }) => ({ word: `(${saidBy(cells)})`, literal: values['id']!, of: cells }))

const saidBy = (cells: Cells) =>
  Object.entries(cells)
    .map(([column, { word }]) => `${column} ${word}`)
    .join(', ')

/** Every combination, except of a row that would belong to another case than the row it belongs to. */
function combinationsOf(dimensions: readonly Dimension[]): readonly Cells[] {
  return dimensions
    .reduce<readonly Cells[]>(
      (done, { column, values }) =>
        done.flatMap((cells) => values.map((value) => ({ ...cells, [column.name]: value }))),
      [{}],
    )
    .filter((cells) =>
      Object.values(cells).every(({ of = {} }) =>
        Object.entries(of).every(
          ([name, value]) =>
            !name.endsWith('_id') || cells[name] === undefined || cells[name].literal === value.literal,
        ),
      ),
    )
}

function complete(table: PolicyTable, cells: Cells, ofOtherTenant: boolean): Record<string, string | null> {
  const values: Record<string, string | null> = {}
  for (const column of table.columns) {
    if (column.name === 'tenant_id') values['tenant_id'] = ofOtherTenant ? tenants.other : tenants.own
    else if (cells[column.name]) values[column.name] = cells[column.name]!.literal
    else if (!column.nullable) values[column.name] = anything(table, column)
  }
  return values
}

/** A value that makes no difference. */
export function anything({ name: table }: PolicyTable, { name, type }: Column): string {
  const value = plain[type] ?? (type.endsWith('[]') ? '{}' : undefined)
  if (value === undefined) throw new Error(`say in rows.ts what ${table}.${name} (${type}) can be`)
  return typeof value === 'function' ? value() : value
}
const plain: Readonly<Record<string, string | (() => string)>> = {
  uuid: newId,
  text: 'x',
  character: 'x',
  integer: '1',
  smallint: '1',
  bigint: '1',
  numeric: '1',
  'double precision': '1',
  boolean: 'false',
  date: '2026-01-15',
  daterange: '[2026-01-15,2026-01-16)',
  'time without time zone': '10:00',
  'timestamp with time zone': times.past,
  tstzrange: times.over,
  tstzmultirange: '{}',
  jsonb: '{}',
  bytea: '',
}

async function insert(client: Client, table: PolicyTable, values: Record<string, string | null>) {
  const names = Object.keys(values)
  const { rows } = await client.query<{ ctid: string }>(
    `insert into ${table.name} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning ctid::text`,
    Object.values(values),
  )
  return rows[0]!.ctid
}
