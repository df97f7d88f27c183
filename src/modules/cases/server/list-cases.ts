import { sql, type RawBuilder } from 'kysely'
import { searchForm } from '../../../platform/contract/names.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { CaseRow } from '../contract/case-view.ts'
import type { CaseFilter } from '../contract/cases.ts'

type Sort = CaseFilter['sort']

/** Newest phase first, names from A, longest without contact first: what is likely to need a look stands on top. */
const orders: Readonly<Record<Sort, { key: RawBuilder<unknown>; descending: boolean }>> = {
  phaseSince: { key: sql`f.phase_since`, descending: true },
  name: { key: sql`coalesce(p.search_name, '~') collate "C"`, descending: false },
  lastContact: { key: sql`coalesce(f.last_contact_on, f.opened_on)`, descending: false },
}

const mySql = (actor: Actor) =>
  sql`x.tenant_id = ${actor.tenantId} and x.user_id = ${actor.userId} and x.valid_during @> now()`

function scopeSql(actor: Actor, scope: CaseFilter['scope']): RawBuilder<unknown> {
  const by = (bases: string) =>
    sql`f.id in (select x.case_id from case_access x where ${mySql(actor)} and x.basis in (${sql.raw(bases)}))`
  switch (scope) {
    case 'own':
      return sql`f.responsible_user_id = ${actor.userId}`
    case 'mine':
      // By the responsible person, so that the index in the order of the list is used; the policy hides the rest.
      return sql`f.responsible_user_id = any (array(select ${actor.userId}::uuid union all select d.absent_user_id from deputy d
        where d.tenant_id = ${actor.tenantId} and d.deputy_user_id = ${actor.userId} and d.valid_during @> now()))
        and (select bool_or(x.parts & 64 <> 0) from case_access x where ${mySql(actor)} and x.case_id = f.id)`
    case 'deputy':
      return by(`'deputy'`)
    case 'oversight':
      return by(`'oversight'`)
    case 'opened':
      return by(`'release', 'teamConsent', 'reason'`)
  }
}

function filterSql(actor: Actor, filter: CaseFilter, today: string): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`f.tenant_id = ${actor.tenantId}`, scopeSql(actor, filter.scope)]
  if (filter.state === 'open') parts.push(sql`f.closed_on is null`)
  if (filter.state === 'closed') parts.push(sql`f.closed_on is not null`)
  if (filter.phase) parts.push(sql`f.phase = ${filter.phase}`)
  if (filter.intensity) parts.push(sql`f.intensity = ${filter.intensity}`)
  if (filter.siteId) parts.push(sql`f.site_id = ${filter.siteId}`)
  // The last day of aftercare counts: on the next one the file is restricted and in no list of cases.
  if (filter.overdue)
    parts.push(
      sql`(f.reassessment_due_on < ${today}::date or f.aftercare_on <= ${today}::date or (f.closed_on is null and f.hardship_until < ${today}::date))`,
    )
  if (filter.text !== undefined) parts.push(textSql(filter.text))
  return sql.join(parts, sql` and `)
}

/** Beginning of a word of a visible name, or of the file number. Names that are hidden match nothing. */
function textSql(text: string): RawBuilder<unknown> {
  const form = searchForm(text)
  const number = sql`starts_with(f.file_number, ${text.toUpperCase()})`
  if (form === '') return number
  return sql`(${number} or exists (select from case_person c join person x on x.tenant_id = c.tenant_id and x.id = c.person_id
    where c.tenant_id = f.tenant_id and c.case_id = f.id and (starts_with(x.search_name, ${form}) or strpos(x.search_name, ${` ${form}`}) > 0)))`
}

/** Cursor: value and id of the last row; for the order by name the id alone, because no name belongs in an address. */
function cursorSql(filter: CaseFilter): RawBuilder<unknown> {
  if (filter.after === undefined) return sql`true`
  const match = /^(\d{4}-\d\d-\d\d)?~([0-9a-f-]{36})$/.exec(filter.after)
  if (!match) throw new Refusal('invalid', 'malformed')
  const [, value, id] = match
  const { key, descending } = orders[filter.sort]
  const compare = sql.raw(descending ? '<' : '>')
  if (filter.sort !== 'name') {
    if (value === undefined) throw new Refusal('invalid', 'malformed')
    return sql`(${key}, f.id) ${compare} (${value}::date, ${id}::uuid)`
  }
  return sql`(${key}, f.id) > (coalesce((select y.search_name from case_person x join person y on y.tenant_id = x.tenant_id
    and y.id = x.person_id where x.tenant_id = f.tenant_id and x.case_id = ${id}::uuid and x.is_main and x.valid_to is null), '~')
    collate "C", ${id}::uuid)`
}

/** For the order by name alone; otherwise names are looked up for the rows of the page only. */
const mainPersonSql = `left join case_person m on m.tenant_id = f.tenant_id and m.case_id = f.id and m.is_main and m.valid_to is null
          left join person p on p.tenant_id = f.tenant_id and p.id = m.person_id`

/** Flat: building JSON in the database cost an eighth of the statement (4.95 ms CPU instead of 4.38 ms). */
interface Row extends Omit<CaseRow, 'name' | 'responsible'> {
  key: string
  personId: string | null
  familyName: string
  givenName: string
  birthYear: number | null
  userId: string
  userName: string
}

function viewOf(row: Row): CaseRow {
  const { key: _key, personId, familyName, givenName, birthYear, userId, userName, ...rest } = row
  return {
    ...rest,
    name: personId === null ? null : { familyName, givenName, birthYear },
    responsible: { id: userId, name: userName },
  }
}

/** One page of cases in one statement. Never a total: hidden rows must not be countable. */
export async function listCases(
  tx: Tx,
  actor: Actor,
  filter: CaseFilter,
  today: string,
): Promise<{ rows: CaseRow[]; next?: string }> {
  const { key, descending } = orders[filter.sort]
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const { rows } = await sql<Row>`
    with page as materialized (
      select f.id, f.version, f.file_number, f.intensity, f.phase, f.phase_since, f.urgency, f.last_contact_on,
        f.reassessment_due_on, f.closed_on, f.responsible_user_id, f.site_id, ${key} as sort_key
      from case_file f
        ${filter.sort === 'name' ? sql.raw(mainPersonSql) : sql``}
      where ${filterSql(actor, filter, today)} and ${cursorSql(filter)}
      order by ${key} ${direction}, f.id ${direction} limit ${filter.limit + 1}
    ), household as materialized (
      select c.case_id, count(*)::int as persons, (array_agg(c.person_id) filter (where c.is_main))[1] as main_person
      from case_person c
      where c.tenant_id = ${actor.tenantId} and c.case_id = any (array(select id from page)) and c.valid_to is null
      group by c.case_id
    )
    select f.id, f.version, f.file_number as "fileNumber", f.intensity, f.phase, f.phase_since as "phaseSince", f.urgency,
      f.last_contact_on as "lastContactOn", f.reassessment_due_on as "reassessmentDueOn", f.closed_on as "closedOn",
      f.sort_key::text as key, s.label as site, coalesce(h.persons, 0) as persons,
      p.id as "personId", p.family_name as "familyName", p.given_name as "givenName", p.birth_year as "birthYear",
      u.id as "userId", u.given_name || ' ' || u.family_name as "userName",
      case when f.responsible_user_id = ${actor.userId} then 'own' else (select case
          when bool_or(x.basis = 'deputy') then 'deputy' when bool_or(x.basis <> 'oversight') then 'opened' else 'oversight' end
        from case_access x where ${mySql(actor)} and x.case_id = f.id) end as basis
    from page f
      left join household h on h.case_id = f.id
      join staff_user u on u.tenant_id = ${actor.tenantId} and u.id = f.responsible_user_id
      left join site s on s.tenant_id = ${actor.tenantId} and s.id = f.site_id
      left join person p on p.tenant_id = ${actor.tenantId} and p.id = h.main_person
    order by f.sort_key ${direction}, f.id ${direction}`.execute(tx)
  const page = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? page.at(-1) : undefined
  const views = page.map(viewOf)
  if (last === undefined) return { rows: views }
  return { rows: views, next: `${filter.sort === 'name' ? '' : last.key.slice(0, 10)}~${last.id}` }
}
