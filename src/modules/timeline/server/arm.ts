import { sql, type RawBuilder } from 'kysely'
import type { TimelineKind } from '../contract/timeline.ts'

type Part = RawBuilder<unknown>

/** One kind of event: how it is read of the case in `${caseId}`. All arms become one statement. */
export interface Arm {
  readonly kind: TimelineKind
  readonly rows: (caseId: string) => RawBuilder<unknown>
}

export interface ArmColumns {
  readonly event: string | Part
  readonly id: Part
  readonly onDate: Part
  /** Instant of the entry. Absent or null: the record keeps the day only; it is then neither shown nor used to tell deputies. */
  readonly at?: Part
  /** Absent: the record does not keep who it was. */
  readonly actor?: Part
  /** Free text from a table whose policy asks for its part of the case. */
  readonly text?: Part
  readonly facts?: Part
  /** Life domains it is about (keys of the district's list); absent: it is about none in particular. */
  readonly domains?: Part
  /** False: others than who works the case may do it, so another actor is no deputy. */
  readonly byWorker?: boolean | Part
}

/** The `select` of an arm; `rest` is `from … where …` and compares the tenant itself. */
export function arm(kind: TimelineKind, columns: ArmColumns, rest: (caseId: string) => Part): Arm {
  const event = typeof columns.event === 'string' ? sql`${columns.event}::text` : columns.event
  return {
    kind,
    rows: (caseId) => sql`select ${kind}::text as kind, ${event} as event, ${columns.id} as id,
      ${columns.onDate} as on_date, coalesce(${columns.at ?? sql`null`}, ${middayOf(columns.onDate)}) as at, (${columns.at ?? sql`null`}) is not null as exact, ${columns.actor ?? sql`null::uuid`} as actor_id,
      ${columns.text ?? sql`null::text`} as text, ${columns.facts ?? sql`'{}'::jsonb`} as facts,
      ${columns.domains ?? sql`null::text[]`} as domains,
      ((${columns.at ?? sql`null`}) is not null and (${columns.byWorker ?? true})::boolean) as by_worker ${rest(caseId)}`,
  }
}

/** `x.tenant_id = … and x.case_id = …`. */
export const ofCase = (alias: string, caseId: string): Part => {
  const t = sql.table(alias)
  return sql`${t}.tenant_id = (select app.tenant_id()) and ${t}.case_id = ${caseId}`
}

/** Only for the order among the entries of a day; never shown. */
const middayOf = (day: Part): Part =>
  sql`((${day})::timestamp + interval '12 hours') at time zone 'Europe/Berlin'`
export const dayOf = (instant: Part): Part => sql`((${instant}) at time zone 'Europe/Berlin')::date`
export const nameOf = (alias: string): Part => {
  const u = sql.table(alias)
  return sql`${u}.given_name || ' ' || ${u}.family_name`
}
