import { sql } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { ContactHit } from '../contract/search.ts'
import { excerpt, piecesOf, START, STOP } from '../rules.ts'

const Cursor = z.tuple([z.iso.date(), z.uuid()])
const tenant = sql`(select app.tenant_id())`
const headline = `StartSel=${START}, StopSel=${STOP}, MaxWords=32, MinWords=16, MaxFragments=2, FragmentDelimiter=" … "`

interface Row {
  id: string
  onDate: string
  /** Null: a rule of the note hides it. */
  hit: Omit<ContactHit, 'id' | 'onDate' | 'excerpt'> | null
  headline: string | null
  content: string | null
}

/**
 * Contacts of the own access whose note holds the words, newest first. app.find_contact_notes answers ids; note, file
 * and name are read under row level security again, which may hide a note that the function found (§ 203 StGB).
 */
export async function findContacts(
  tx: Tx,
  wish: { text: string; after?: string | undefined; limit: number },
): Promise<{ rows: ContactHit[]; next?: string }> {
  const [before, beforeId] = decodeCursor(wish.after, Cursor) ?? [null, null]
  const pieces = piecesOf(wish.text)
  const { rows } = await sql<Row>`
    with hit as materialized (
      select * from app.find_contact_notes(${wish.text}, ${pieces}, ${before}::date, ${beforeId}::uuid, ${wish.limit + 1})
    )
    select h.contact_id as id, h.on_date as "onDate", n.content,
      ts_headline('pg_catalog.german', n.content, websearch_to_tsquery('pg_catalog.german', ${wish.text}), ${headline}) as headline,
      case when f.id is not null and n.contact_id is not null then jsonb_build_object('caseId', f.id, 'fileNumber', f.file_number,
        'name', (select jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name, 'birthYear', p.birth_year)
          from case_person m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
          where m.tenant_id = ${tenant} and m.case_id = f.id and m.is_main and m.valid_to is null)) end as hit
    from hit h
      left join contact_note n on n.tenant_id = ${tenant} and n.contact_id = h.contact_id
      left join case_file f on f.tenant_id = ${tenant} and f.id = n.case_id
    order by h.on_date desc, h.contact_id desc`.execute(tx)
  const page = rows.slice(0, wish.limit)
  const last = rows.length > wish.limit ? page.at(-1) : undefined
  return {
    rows: page.flatMap(({ id, onDate, hit, headline: marked, content }) =>
      hit === null ? [] : [{ id, onDate, ...hit, excerpt: excerpt(marked ?? '', content ?? '', pieces) }],
    ),
    ...(last && { next: encodeCursor([last.onDate, last.id]) }),
  }
}
