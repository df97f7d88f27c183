import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { koelnerPhonetik, searchForm } from '../../../../platform/contract/names.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import type { DuplicateCandidate, RestrictedFileHint, duplicateEndpoints } from '../../contract/duplicates.ts'
import { birthColumns } from '../store.ts'

type Wish = Body<typeof duplicateEndpoints.check>
interface Answer {
  candidates: DuplicateCandidate[]
  restricted: RestrictedFileHint[]
  elsewhere: { office: string | null; contact: string | null } | null
}

const tenant = sql`(select app.tenant_id())`

/** How long the limit of app.count_duplicate_check counts, in seconds. */
const WINDOW = 600

/**
 * Who could be the person being written down. What the actor may see is read under row level security; of all others
 * the database says yes or no and whom to ask. The log holds that there was a check and its outcome, never the name.
 */
export async function checkDuplicates(tx: Tx, wish: Wish): Promise<Answer> {
  const counted = await sql<{ may: boolean }>`select app.count_duplicate_check() as may`.execute(tx)
  if (!counted.rows[0]!.may) throw new Refusal('tooMany', 'tooManyDuplicateChecks', { retryAfter: WINDOW })
  const answer = await ask(tx, wish)
  await audit(tx, {
    action: 'person.duplicatesChecked',
    objectKind: 'person',
    objectId: wish.personId ?? null,
    details: {
      candidates: answer.candidates.length,
      restricted: answer.restricted.length,
      elsewhere: answer.elsewhere !== null,
    },
  })
  return answer
}

async function ask(tx: Tx, { familyName, givenName, birthDate, personId }: Wish): Promise<Answer> {
  const birth = birthColumns(birthDate)
  const { rows } = await sql<Answer>`
    with answer as materialized (
      select * from app.check_duplicates(${`${searchForm(familyName)}\n${searchForm(givenName)}`},
        app.name_keys(${koelnerPhonetik(familyName)}), app.name_keys(${koelnerPhonetik(givenName)}),
        ${birth.birth_date}::date, ${birth.birth_year}::int, ${personId ?? null}::uuid)
    )
    select
      case when a.elsewhere then jsonb_build_object('office', (select concat_ws(', ', o.name, u.label)
          from unit u join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
          where u.tenant_id = ${tenant} and u.kind = 'kim' and u.valid_to is null
          order by 'B1' = any (u.building_blocks) desc, o.position, u.position, u.key limit 1),
        'contact', (select u.given_name || ' ' || u.family_name
        from staff_user u where u.tenant_id = ${tenant} and u.id = a.contact_id)) end as elsewhere,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name,
          'place', p.place, 'birthDate', case p.birth_precision
            when 'exact' then jsonb_build_object('precision', 'exact', 'date', p.birth_date)
            when 'yearOnly' then jsonb_build_object('precision', 'yearOnly', 'year', p.birth_year)
            else jsonb_build_object('precision', 'unknown') end,
          'cases', (select coalesce(jsonb_agg(distinct jsonb_build_object('id', f.id, 'fileNumber', f.file_number, 'closedOn', f.closed_on)), '[]')
            from case_person c join case_file f on f.tenant_id = c.tenant_id and f.id = c.case_id
            where c.tenant_id = ${tenant} and c.person_id = p.id)) order by x.n), '[]')
        from unnest(a.candidates) with ordinality x (id, n) join person p on p.tenant_id = ${tenant} and p.id = x.id) as candidates,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'fileNumber', r.file_number, 'initials', r.initials,
          'birthYear', r.birth_year, 'closedOn', r.closed_on)), '[]')
        from app.restricted_cases(a.restricted, null, null, 5) r where cardinality(a.restricted) > 0) as restricted
    from answer a`.execute(tx)
  return rows[0]!
}
