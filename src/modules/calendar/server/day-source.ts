import { sql, type RawBuilder } from 'kysely'

/** A row as a source's SQL gives it. Which case it belongs to, and whose, is joined outside. */
export interface DayRow {
  readonly source: string
  readonly id: string
  readonly case_id: string | null
  readonly due_on: string | null
  readonly remind_on: string | null
  readonly since: string | null
  readonly title: string | null
  /** Somebody else has to act. */
  readonly waits: boolean
  readonly with_id: string | null
  readonly version: number | null
  readonly facts: Readonly<Record<string, unknown>>
}

export interface DaySpan {
  /** Today in Berlin, and the last day that is looked at. */
  readonly today: string
  readonly until: string
}

/**
 * What a module adds to Mein Tag. All sources become one statement: `rows` is made with `dayRows`, reads from tables
 * under row level security, and joins the CTE `my_case (id, responsible_user_id, …)` where it is about cases, so that
 * only cases the person works (as responsible or deputy) appear. At most `mostPerSource` rows are shown.
 */
export interface DaySource {
  readonly key: string
  /** The source is asked only when the person holds this right. */
  readonly right: string
  /** Stands in a list of its own under this heading, whatever its date; else its date decides. */
  readonly group?: { readonly key: string; readonly label: string }
  readonly rows: (span: DaySpan) => RawBuilder<unknown>
  /** The German words of a row, and the one action at its end. */
  readonly item: (row: DayRow) => { what: string; action: { label: string; to: string | null } }
}

type Part = RawBuilder<unknown>

export const mostPerSource = 100

/** The `select` of a source: columns by name, the rest of the statement (`from … where …`) as it is. */
export function dayRows(
  columns: {
    id: Part
    caseId?: Part
    dueOn?: Part
    remindOn?: Part
    since?: Part
    title?: Part
    waits?: Part
    withId?: Part
    version?: Part
    facts?: Part
  },
  rest: Part,
): RawBuilder<unknown> {
  const none = sql`null`
  return sql`select (${columns.id})::uuid as id, (${columns.caseId ?? none})::uuid as case_id,
    (${columns.dueOn ?? none})::date as due_on, (${columns.remindOn ?? none})::date as remind_on,
    (${columns.since ?? none})::date as since, (${columns.title ?? none})::text as title,
    coalesce(${columns.waits ?? none}, false) as waits, (${columns.withId ?? none})::uuid as with_id,
    (${columns.version ?? none})::int as version, coalesce(${columns.facts ?? none}, '{}'::jsonb) as facts
    ${rest} order by 3 nulls last, 1 limit ${mostPerSource + 1}`
}
