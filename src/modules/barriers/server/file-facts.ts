import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { FileFacts } from '../rules/marks.ts'

interface Row {
  names: (string | null)[]
  scripts: (string | null)[]
  births: (string | null)[]
  strings: (string | null)[]
}

/** What the file knows of its persons and must not tell: all of its household, also who left it. */
export async function readFileFacts(tx: Tx, caseId: string): Promise<FileFacts> {
  const { rows } = await sql<Row>`
    with who as (select p.* from case_person c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
      where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId})
    select coalesce((select jsonb_agg(n) from who w cross join unnest(array[w.given_name, w.family_name, w.birth_name]) n), '[]') as names,
      coalesce((select jsonb_agg(w.original_script) from who w), '[]') as scripts,
      coalesce((select jsonb_agg(w.birth_date) from who w), '[]') as births,
      coalesce((select jsonb_agg(n) from who w cross join unnest(array[w.phone, w.email, w.street]) n), '[]')
        || to_jsonb(array(select f.file_number from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId})) as strings`.execute(
    tx,
  )
  const row = rows[0]!
  const given = (values: readonly (string | null)[]) => values.filter((one) => one !== null)
  return {
    names: given(row.names),
    // „أمينة الحسن“ is written word by word as well.
    scripts: given(row.scripts).flatMap((one) => [one, ...one.split(/\s+/u)]),
    birthDates: given(row.births),
    strings: given(row.strings),
  }
}
