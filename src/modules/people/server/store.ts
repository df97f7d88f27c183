import { sql } from 'kysely'
import type { BirthDate } from '../../../platform/contract/dates.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { searchKey } from '../../../platform/contract/names.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { PersonChange, PersonInput } from '../contract/person.ts'

/** Columns of `person` that a change touches; the search key follows the names. */
export function personColumns(
  change: PersonChange,
  names: { givenName: string; familyName: string; birthName: string | null },
) {
  const key = searchKey(names.familyName, names.givenName, names.birthName ?? '')
  const keep = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })
  return {
    ...keep('given_name', change.givenName),
    ...keep('family_name', change.familyName),
    ...keep('birth_name', change.birthName),
    ...keep('original_script', change.originalScript),
    ...keep('gender', change.gender),
    ...(change.birthDate === undefined ? {} : birthColumns(change.birthDate)),
    ...keep('phone', change.phone),
    ...keep('email', change.email),
    ...keep('street', change.street),
    ...keep('postal_code', change.postalCode),
    ...keep('place', change.place),
    ...keep('municipality_id', change.municipalityId),
    search_name: key.form,
    phonetic: key.phonetic,
  }
}

export function birthColumns(birth: BirthDate) {
  const date = birth.precision === 'exact' ? birth.date : null
  const year =
    birth.precision === 'exact'
      ? Number(birth.date.slice(0, 4))
      : birth.precision === 'yearOnly'
        ? birth.year
        : null
  return { birth_precision: birth.precision, birth_date: date, birth_year: year }
}

export function birthOf(row: {
  birth_precision: string
  birth_date: string | null
  birth_year: number | null
}): BirthDate {
  if (row.birth_date !== null) return { precision: 'exact', date: row.birth_date }
  return row.birth_year !== null && row.birth_precision === 'yearOnly'
    ? { precision: 'yearOnly', year: row.birth_year }
    : { precision: 'unknown' }
}

export async function insertPerson(tx: Tx, id: string, person: PersonInput): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id,
      given_name: person.givenName,
      family_name: person.familyName,
      ...personColumns(person, person),
    })
    .execute()
}

export async function replaceNationalities(
  tx: Tx,
  personId: string,
  rows: PersonInput['nationalities'],
): Promise<void> {
  await tx.deleteFrom('person_nationality').where('person_id', '=', personId).execute()
  if (rows.length === 0) return
  await tx
    .insertInto('person_nationality')
    .values(
      rows.map((row) => ({
        id: newId(),
        person_id: personId,
        code: row.code,
        valid_from: row.validFrom,
        valid_to: row.validTo,
      })),
    )
    .execute()
}

export async function replaceLanguages(
  tx: Tx,
  personId: string,
  rows: PersonInput['languages'],
): Promise<void> {
  await tx.deleteFrom('person_language').where('person_id', '=', personId).execute()
  if (rows.length === 0) return
  await tx
    .insertInto('person_language')
    .values(rows.map((row) => ({ id: newId(), person_id: personId, ...row })))
    .execute()
}

/** Age group and origin follow the person into the rows that oversight sees. */
export async function followInCases(
  tx: Tx,
  personId: string,
  picture: { ageGroup: string; originGroup: string },
): Promise<void> {
  await tx
    .updateTable('case_person')
    .set({ age_group: picture.ageGroup, origin_group: picture.originGroup })
    .where('person_id', '=', personId)
    .execute()
}

/** What decides over a residence status: basis recorded, public employer, the officer's opinion; one statement. */
export async function residenceContext(tx: Tx, personId: string) {
  const { rows } = await sql<{ basis: boolean; public_employer: boolean; opinion: boolean; work: boolean }>`
    select
      exists (select from processing_basis b join case_person p on p.tenant_id = b.tenant_id and p.case_id = b.case_id
        where b.tenant_id = (select app.tenant_id()) and p.person_id = ${personId} and b.kind = 'migration'
          and b.ended_on is null) as basis,
      coalesce((select bool_or(o.public_employer) from organisation o
        where o.tenant_id = (select app.tenant_id()) and (o.id = (select u.organisation_id from staff_user u
            where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id()))
          or o.id in (select f.responsible_organisation_id from case_file f join case_person p on p.tenant_id = f.tenant_id
            and p.case_id = f.id where f.tenant_id = (select app.tenant_id()) and p.person_id = ${personId}))), true) as public_employer,
      coalesce((select x.allows from protection_opinion x where x.tenant_id = (select app.tenant_id())
        and x.topic = 'valueWithoutStatus' order by x.recorded_at desc limit 1), false) as opinion,
      exists (select from person_access a where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
        and a.person_id = ${personId} and a.level = 'work' and a.valid_during @> now()) as work`.execute(tx)
  return rows[0]!
}
