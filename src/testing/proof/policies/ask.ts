import type { Client } from 'pg'
import { rowsOf, type Asker } from './askers.ts'
import { session } from './cast.ts'
import type { Column } from './catalogue.ts'
import { anything, type FilledTable, type ProofRow } from './rows.ts'

/** What an asker may do: which rows, by their index, for each verb. */
export type Outcome = ReadonlyMap<string, ReadonlySet<number>>

/** What can be asked about a table, as statements. */
interface Questions {
  /** The rows that are tried, and how. */
  readonly inserts: readonly { readonly index: number; readonly values: ProofRow['values'] }[]
  readonly updates: readonly { readonly verb: string; readonly statement: string }[]
}

type Places = readonly string[]
interface Change {
  readonly reached: Places
  readonly refused: Places
}

/** How `ask_policies` answers: rows by where they lie, inserts by their code. */
interface Answers {
  readonly select?: Places
  readonly insert: readonly (string | null)[]
  readonly updates: readonly Change[]
  readonly delete?: Change
}

/** In one transaction that is undone. */
export async function ask(client: Client, table: FilledTable, asker: Asker): Promise<Outcome> {
  const questions = questionsOf(table)
  const insertsIn = (other: boolean) =>
    questions.inserts
      .filter(({ index }) => table.rows[index]!.ofOtherTenant === other)
      .map(({ values }) => JSON.stringify(values))
  const grants = rowsOf(asker).map(
    ({ table: of, values }) =>
      `insert into ${of} (${Object.keys(values).join(', ')}) values (${Object.values(values).map(quoted).join(', ')})`,
  )
  const away = asker.without === undefined ? [] : [`delete from ${asker.without}`]
  await client.query(
    ['begin', ...away, ...grants, `select set_config('app.session', '${session}', true)`].join(';'),
  )
  try {
    const { rows } = await client.query<{ answers: Answers }>({
      name: 'ask-policies',
      text: 'select ask_policies($1::regclass, $2, $3, $4, $5, $6) as answers',
      values: [
        table.name,
        table.may.select,
        insertsIn(false),
        insertsIn(true),
        questions.updates.map(({ statement }) => statement),
        table.may.delete,
      ],
    })
    return outcomeOf(table, questions, rows[0]!.answers)
  } finally {
    await client.query('rollback')
  }
}

function outcomeOf(table: FilledTable, { inserts, updates }: Questions, answers: Answers): Outcome {
  const outcome = new Map<string, ReadonlySet<number>>()
  const byPlace = new Map(table.rows.map(({ ctid }, index) => [ctid, index]))
  // Of the staff there are more: those who ask.
  const tell = (verb: string, places: Places | undefined) => {
    if (places) outcome.set(verb, new Set(places.flatMap((place) => byPlace.get(place) ?? [])))
  }
  tell('select', answers.select)
  if (inserts.length > 0) {
    const strange = answers.insert.find((code) => code !== null && code !== allowed && code !== refused)
    if (strange) throw new Error(`${table.name}: ${strange}`)
    outcome.set(
      'insert',
      new Set(inserts.flatMap(({ index }, at) => (answers.insert[at] === allowed ? [index] : []))),
    )
  }
  updates.forEach(({ verb }, at) => tell(verb, answers.updates[at]?.reached ?? []))
  // Found, but an error instead of no row: of all changes it is told once.
  tell('refused: update', answers.updates[0]?.refused)
  tell('delete', answers.delete?.reached)
  return outcome
}
const allowed = 'LT001'
/** insufficient_privilege: what a policy says. */
const refused = '42501'

const known = new WeakMap<FilledTable, Questions>()

function questionsOf(table: FilledTable): Questions {
  const questions = known.get(table) ?? { inserts: insertsOf(table), updates: updatesOf(table) }
  known.set(table, questions)
  return questions
}

/** Every row once more, in tables where anything can be added at all. */
function insertsOf({ columns, rows }: FilledTable): Questions['inserts'] {
  return columns.some(({ maySet }) => maySet.insert)
    ? rows.map(({ values }, index) => ({ index, values }))
    : []
}

/**
 * A change of a column that makes no difference, and every value a row can be moved to. Without a condition, which would
 * ask the policies of reading as well.
 */
function updatesOf(table: FilledTable): Questions['updates'] {
  const moving = new Set(table.dimensions.map(({ column }) => column.name))
  const still = table.columns.find(
    ({ name, maySet }) => maySet.update && !moving.has(name) && name !== 'tenant_id',
  )
  const set = (verb: string, { name, type }: Column, to: string | null) => ({
    verb,
    statement: `update ${table.name} set ${name} = ${literal(to, type)}`,
  })
  return [
    ...(still ? [set('update', still, anything(table, still))] : []),
    ...table.dimensions
      .filter(({ column }) => column.maySet.update)
      .flatMap(({ column, values }) =>
        // Of rows of another table the first and the last: they differ in everything.
        (values.some(({ of }) => of) ? [values[0]!, values.at(-1)!] : values).map((value) =>
          set(`update to ${column.name} ${value.word}`, column, value.literal),
        ),
      ),
  ]
}

const quoted = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`
const literal = (value: string | null, type: string) =>
  value === null ? 'null' : `${quoted(value)}::${type}`
