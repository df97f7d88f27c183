import { sql } from 'kysely'
import { officeDay } from '../../../platform/server/clock.ts'

export const tenantSql = sql`(select app.tenant_id())`
export const meSql = sql`(select app.user_id())`

/**
 * `my_case`: cases the person works as responsible or as deputy now, with who is responsible. Row level security
 * shows no others; the columns are those of `case_file` that rows of Mein Tag are made of. A closed case is one of them
 * until its file is restricted: there is aftercare, and letters about a withdrawal go out. What is meant for open cases
 * adds `m.closed_on is null`. The persons are an array: by an `or` every case of the Kreis was read.
 */
export const myCaseSql = sql`select f.id, f.responsible_user_id, f.file_number, f.phase, f.closed_on,
    f.reassessment_due_on, f.hardship_until, f.aftercare_on, f.language
  from case_file f
  where f.tenant_id = ${tenantSql} and (f.restricted_on is null or f.restricted_on > ${officeDay})
    and f.responsible_user_id = any (array(select ${meSql} union all select d.absent_user_id from deputy d
      where d.tenant_id = ${tenantSql} and d.deputy_user_id = ${meSql} and d.valid_during @> now()))`

/** `{ id, fileNumber, initials }` of the case in alias `f`; initials are null where names are not open. */
export const caseLabelSql = sql`case when f.id is not null then jsonb_build_object('id', f.id, 'fileNumber', f.file_number,
  'initials', (select left(p.given_name, 1) || '. ' || left(p.family_name, 1) || '.' from case_person cp
    join person p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
    where cp.tenant_id = ${tenantSql} and cp.case_id = f.id and cp.is_main and cp.valid_to is null limit 1)) end`

export const namedSql = (alias: string) => {
  const u = sql.table(alias)
  return sql`case when ${u}.id is not null
    then jsonb_build_object('id', ${u}.id, 'name', ${u}.given_name || ' ' || ${u}.family_name) end`
}
