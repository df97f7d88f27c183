import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../platform/server/db/with-actor.ts'

const roles: ReadonlySet<string> = new Set(['coordinator', 'kimLead', 'administration'])

/** Who keeps committees: whatever row level security lets them write (policies of migration 0160). */
export const keepsCommittees = (actor: Actor): boolean => actor.roles.some((role) => roles.has(role))
export const worksCases = (actor: Actor): boolean => actor.roles.includes('caseManager')

/** Rows of another table as a list of objects, never null. */
export const listOf = (query: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${query}) x)`

/** The day in Berlin of an instant column. */
export const berlinDay = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${column} at time zone 'Europe/Berlin')::date::text`

/** Votes as an object, null where none were counted. */
export const votesOf = (d: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ${d}.votes_yes is null then null else jsonb_build_object('yes', ${d}.votes_yes, 'no', ${d}.votes_no,
    'abstained', ${d}.votes_abstained) end`

export const subjectColumns = (t: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${t}.subject_kind as "subjectKind", ${t}.subject_id as "subjectId", ${t}.subject_title as "subjectTitle"`

/** The database's own clock, for what closes sight: the next request compares with it. */
export const databaseNow = sql`now()` as unknown as string
