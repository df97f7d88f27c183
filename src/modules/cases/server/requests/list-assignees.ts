import { sql } from 'kysely'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { AssigneeRow } from '../../contract/requests/index.ts'
import { compareAssignees } from '../../rules/requests.ts'

/** How far ahead absences are shown to the coordinator. */
const DAYS_AHEAD = 14

interface Row {
  id: string
  name: string
  organisation: string | null
  availability: AssigneeRow['availability']
  languages: string[] | null
  speaks: boolean
  absences: { from: string; until: string }[]
}

/**
 * The case managers of the request's site under the own oversight, with what each has set (availability, languages,
 * absences). Deliberately nothing measured: no caseload, no durations (R171).
 */
export async function listAssignees(
  tx: Tx,
  requestId: string,
  now: Temporal.Instant,
): Promise<AssigneeRow[]> {
  const today = berlinDay(now)
  const request = await tx
    .selectFrom('request')
    .select(['site_id', 'language'])
    .where('id', '=', requestId)
    .executeTakeFirst()
  const { site_id: site, language } = found(request)
  const { rows } = await sql<Row>`
    select u.id, u.given_name || ' ' || u.family_name as name, o.name as organisation, v.state as availability,
      v.languages, coalesce(${language}::text = any (v.languages), false) as speaks,
      (select coalesce(jsonb_agg(jsonb_build_object('from', lower(b.during), 'until', upper(b.during)) order by lower(b.during)), '[]')
        from absence b where b.tenant_id = u.tenant_id and b.user_id = u.id
          and b.during && daterange(${today}::date, ${addDays(today, DAYS_AHEAD)}::date)) as absences
    from app.assignable_case_managers(${site}::uuid) a
    join staff_user u on u.tenant_id = (select app.tenant_id()) and u.id = a.user_id
    left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    left join availability v on v.tenant_id = u.tenant_id and v.user_id = u.id
    order by u.family_name, u.given_name, u.id limit 200`.execute(tx)
  return rows.map((row) => assigneeOf(row, today)).toSorted(compareAssignees)
}

const assigneeOf = (row: Row, today: string): AssigneeRow => ({
  id: row.id,
  name: row.name,
  organisation: row.organisation,
  availability: row.availability,
  languages: row.languages ?? [],
  speaksLanguage: row.speaks,
  absentToday: row.absences.some(({ from, until }) => from <= today && today < until),
  absences: row.absences.map(({ from, until }) => ({ from, to: addDays(until, -1) })),
})
