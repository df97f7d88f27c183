import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { DocumentView } from '../contract/documents.ts'

const DOCUMENTS = 32
const WORK = 64

interface Row {
  view: DocumentView
  sort: string
}

const parts = (caseId: RawBuilder<unknown>) => sql<number>`coalesce((select bit_or(a.parts) from case_access a
  where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id()) and a.case_id = ${caseId}
    and a.valid_during @> now()), 0)`

const rowsOf = (where: RawBuilder<unknown>) => sql<Row>`
  select jsonb_build_object('id', d.id, 'caseId', d.case_id, 'kind', d.kind, 'title', t.title, 'mediaType', d.media_type,
      'size', d.byte_size, 'sha256', d.sha256, 'secrecy203', d.secrecy_203, 'createdAt', d.created_at,
      'createdBy', jsonb_build_object('id', d.created_by, 'name', u.given_name || ' ' || u.family_name),
      'version', d.version,
      'can', case when ${parts(sql`d.case_id`)} & ${WORK} <> 0 then '["change"]'::jsonb else '[]'::jsonb end) as view,
    d.created_at::text as sort
  from document d join document_text t on t.tenant_id = d.tenant_id and t.document_id = d.id
    left join staff_user u on u.tenant_id = d.tenant_id and u.id = d.created_by
  where d.tenant_id = (select app.tenant_id()) and ${where}`

export async function readDocument(tx: Tx, id: string): Promise<DocumentView> {
  const { rows } = await rowsOf(sql`d.id = ${id}`).execute(tx)
  return found(rows[0]).view
}

const Cursor = z.tuple([
  z
    .string()
    .max(40)
    .regex(/^[-0-9:.+ ]+$/),
  z.uuid(),
])

/** Newest first. The case itself must be visible; the caller has looked. */
export async function listDocuments(
  tx: Tx,
  caseId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const cursor = decodeCursor(after, Cursor)
  const behind = cursor
    ? sql`and (d.created_at, d.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : sql``
  const { rows } = await sql<Row>`${rowsOf(sql`d.case_id = ${caseId} ${behind}`)}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? encodeCursor([last.sort, last.view.id]) : undefined
  return { rows: page.map((row) => row.view), ...(next === undefined ? {} : { next }) }
}

/** What the acting person may do with the documents of a case. */
export async function documentActions(tx: Tx, caseId: string): Promise<('read' | 'upload')[]> {
  const { rows } = await sql<{ parts: number }>`select ${parts(sql`${caseId}::uuid`)} as parts`.execute(tx)
  const held = rows[0]!.parts
  return [...(held & DOCUMENTS ? (['read'] as const) : []), ...(held & WORK ? (['upload'] as const) : [])]
}
