import { sql } from 'kysely'
import { isOfAge, type BirthDate } from '../../../platform/contract/dates.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

export interface CasePerson {
  readonly id: string
  /** Null where the acting person may not see names. */
  readonly name: string | null
  /** Null: age not known. */
  readonly minor: boolean | null
  readonly role: string
}

export interface AgeFacts {
  readonly birth_date: string | null
  readonly birth_year: number | null
  readonly age_group: string | null
}

const minorGroups = ['0-5', '6-13', '14-17']

/** By the birth date where it is known and visible, else by the age group of the case. Null: not certain. */
export function minorOf(facts: AgeFacts, today: string): boolean | null {
  const birth: BirthDate =
    facts.birth_date !== null
      ? { precision: 'exact', date: facts.birth_date }
      : facts.birth_year !== null
        ? { precision: 'yearOnly', year: facts.birth_year }
        : { precision: 'unknown' }
  const adult = isOfAge(birth, today)
  if (adult !== null) return !adult
  if (facts.age_group === null || facts.age_group === 'unknown') return null
  return minorGroups.includes(facts.age_group)
}

/** The household of the case as it is today, main person first. */
export async function casePersons(tx: Tx, caseId: string, today: string): Promise<CasePerson[]> {
  const { rows } = await sql<AgeFacts & { id: string; name: string | null; role: string }>`
    select c.person_id as id, c.role, c.age_group, n.birth_date, n.birth_year,
      n.given_name || ' ' || n.family_name as name
    from case_person c left join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
    where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId}
      and (c.valid_to is null or c.valid_to > ${today}::date)
    order by c.is_main desc, c.id`.execute(tx)
  return rows.map(({ id, name, role, ...facts }) => ({ id, name, role, minor: minorOf(facts, today) }))
}
