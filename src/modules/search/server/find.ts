import { sql } from 'kysely'
import type { Received } from '../../../platform/contract/endpoint.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { CaseHit, PersonHit, searchEndpoints } from '../contract/search.ts'
import { readSearch } from '../rules.ts'

type Found = Received<(typeof searchEndpoints)['find']>

const tenant = sql`(select app.tenant_id())`
const me = sql`(select app.user_id())`
const nameOf = sql`jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name, 'birthYear', p.birth_year)`

/**
 * Persons and cases in one statement. app.find_persons answers ids of the own access; everything shown is read under
 * row level security again. File numbers are looked for in the cases of the own access only.
 */
export async function find(tx: Tx, text: string, limit: number): Promise<Found> {
  const wish = readSearch(text)
  const { rows } = await sql<{ persons: PersonHit[]; cases: CaseHit[]; found: number }>`
    with hit as materialized (
      select person_id, rank from app.find_persons(${wish.words}, ${wish.codes}, ${wish.script},
        app.phone_key(${wish.phone}), ${limit + 1})
    ), person_hit as materialized (
      select distinct on (h.person_id) h.rank, p.id, p.search_name, ${nameOf} as name, f.id as case_id, c.id as link_id, c.role,
        c.is_main, f.file_number
      from hit h
        join person p on p.tenant_id = ${tenant} and p.id = h.person_id
        join case_person c on c.tenant_id = ${tenant} and c.person_id = p.id
        join case_file f on f.tenant_id = ${tenant} and f.id = c.case_id
      order by h.person_id, f.closed_on is not null, c.valid_to is not null, f.opened_on desc, f.id
    ), case_hit as materialized (
      select x.id, max(x.rank) as rank from (
        select c.case_id as id, h.rank from hit h
          join case_person c on c.tenant_id = ${tenant} and c.person_id = h.person_id
        union all
        select f.id, 1 from case_access a join case_file f on f.tenant_id = ${tenant} and f.id = a.case_id
        where ${wish.fileNumber}::text is not null and a.tenant_id = ${tenant} and a.user_id = ${me} and a.valid_during @> now()
          and position(${wish.fileNumber} in upper(f.file_number)) > 0
      ) x group by x.id order by 2 desc, x.id desc limit ${limit + 1}
    )
    select (select count(*)::int from hit) as found,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'caseId', h.case_id, 'casePersonId', h.link_id,
          'fileNumber', h.file_number, 'role', h.role, 'isMain', h.is_main) order by h.rank desc, h.search_name, h.id), '[]')
        from person_hit h) as persons,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'fileNumber', f.file_number, 'phase', f.phase,
          'closedOn', f.closed_on, 'responsible', u.given_name || ' ' || u.family_name, 'persons', n.persons,
          'name', n.name) order by h.rank desc, f.closed_on is not null, f.opened_on desc, f.id), '[]')
        from case_hit h
          join case_file f on f.tenant_id = ${tenant} and f.id = h.id
          join staff_user u on u.tenant_id = ${tenant} and u.id = f.responsible_user_id
          cross join lateral (
            select count(*)::int as persons, (jsonb_agg(${nameOf}) filter (where c.is_main and p.id is not null)) -> 0 as name
            from case_person c left join person p on p.tenant_id = ${tenant} and p.id = c.person_id
            where c.tenant_id = ${tenant} and c.case_id = f.id and c.valid_to is null) n) as cases`.execute(
    tx,
  )
  const { persons, cases, found } = rows[0]!
  // Cases are looked for through the persons found: where there are more of these, there may be more of those.
  const morePersons = found > limit
  return {
    persons: persons.slice(0, limit),
    cases: cases.slice(0, limit),
    more: { persons: morePersons, cases: morePersons || cases.length > limit },
  }
}
