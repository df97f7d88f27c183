import { newId } from '../../../platform/contract/ids.ts'
import { offices, persons, places, times } from './cast.ts'
import { askedIn, speaksOf, type Column, type PolicyTable } from './catalogue.ts'

/** One of the values of a column that make a difference to a policy, and how the proof calls it. */
export interface Value {
  readonly word: string
  /** As text of its type. */
  readonly literal: string | null
  /** Where it is a row of another table: what that row says. */
  readonly of?: Cells
}

/** One combination of the values that make a difference. */
export type Cells = Readonly<Record<string, Value>>

/** A column that a policy speaks of, with the values that can make a difference. */
export interface Dimension {
  readonly column: Column
  readonly values: readonly Value[]
}

/** Whose rows open something: their own columns are told by who asks (askers.ts), not by rows. */
const accessTables = new Set([
  'case_access', 'person_access', 'referral_access', 'committee_access', 'site_access',
  'oversight', 'deputy', 'export_grant', 'role_assignment', 'staff_user', 'protection_opinion',
]) // oxfmt-ignore

/** The columns of a table that its own policies speak of, and those of tables that ask it. */
export function dimensionsOf(
  table: PolicyTable,
  all: readonly PolicyTable[],
  rowsOf: (table: string) => readonly Value[],
): readonly Dimension[] {
  const asked = all.flatMap(({ conditions }) =>
    conditions.flatMap((condition) =>
      askedIn(condition)
        .filter(() => !accessTables.has(table.name))
        .filter((one) => one.table === table.name)
        .map((one) => ({ condition, as: one.as })),
    ),
  )
  return table.columns
    .filter(({ name }) => name !== 'tenant_id' && !(table.name === 'staff_user' && name === 'id'))
    .filter(
      ({ name }) =>
        table.conditions.some((condition) => speaksOf(condition, table.name, name)) ||
        (name !== 'id' &&
          asked.some(({ condition, as }) => new RegExp(`\\b${as}\\.${name}\\b`).test(condition))),
    )
    .map((column) => ({
      column,
      values: valuesOf(table, column, [...table.conditions, ...asked.map((one) => one.condition)], rowsOf),
    }))
}

function valuesOf(
  table: PolicyTable,
  column: Column,
  conditions: readonly string[],
  rowsOf: (table: string) => readonly Value[],
): readonly Value[] {
  const { name, type, nullable, references } = column
  const none: readonly Value[] = nullable ? [{ word: 'none', literal: null }] : []
  const either = (values: Readonly<Record<string, string>>) => [
    ...none,
    ...Object.entries(values).map(([word, literal]) => ({ word, literal })),
  ]
  const kind = name === 'id' ? table.name : (placeNamed(name) ?? references)
  if (kind === 'staff_user' || isPerson(column))
    return either({ me: persons.me, colleague: persons.colleague })
  if (kind !== null && places[kind]) return either(places[kind])
  if (name === 'office') return either(offices)
  if (
    references !== null &&
    conditions.some((one) => askedIn(one).some(({ table: asked }) => asked === references))
  )
    return [...none, ...rowsOf(references)]
  if (type === 'uuid' && nullable) return either({ set: newId() })
  if (type === 'boolean') return either({ yes: 'true', no: 'false' })
  if (type === 'tstzrange') return either({ runs: times.runs, comes: times.comes })
  if (type === 'date' || type === 'timestamp with time zone')
    return nullable ? either({ set: times.past }) : either({ past: times.past, future: times.future })
  if (type === 'jsonb') return either({ false: 'false', true: 'true', number: '1', object: '{}' })
  const literals = literalsOf(name, conditions)
  if (type === 'text' && literals.length > 0)
    return either(Object.fromEntries([...literals, 'another'].map((literal) => [literal, literal])))
  throw new Error(`say in values.ts which values of ${table.name}.${name} (${type}) make a difference`)
}

/** What a composite foreign key does not tell of each of its columns: `to_committee_id` is a committee's. */
const placeNamed = (column: string) =>
  Object.keys(places).find((kind) => new RegExp(`(^|_)${kind.replace('case_file', 'case')}_id$`).test(column))

/** Columns that name a person without a foreign key: who did something stays when the person is gone. */
const isPerson = ({ name, type }: Column) =>
  type === 'uuid' && /(^|_)(by|user_id|actor_id|assignee_id|responsible_id)$/.test(name)

/** What a column of text is compared with. */
function literalsOf(column: string, conditions: readonly string[]): readonly string[] {
  const found = conditions.flatMap((condition) =>
    [
      ...condition.matchAll(
        new RegExp(`\\b${column} (?:=|<>) (?:(?:ANY|ALL) \\(ARRAY\\[([^\\]]*)\\]|('[^']*'))`, 'g'),
      ),
    ].flatMap(([, list, one]) => (list ?? one!).split(',').map((text) => text.trim().slice(1, -1))),
  )
  return [...new Set(found)]
}
