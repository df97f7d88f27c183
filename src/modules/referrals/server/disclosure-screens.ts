import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { mostDisclosures } from '../contract/most-shown.ts'
import type { AskedDisclosure, DisclosureView, RegisteredDisclosure } from '../contract/disclosures.ts'

const WORK = 64

const facts = sql`d.id, d.ground, d.recipient_kind as "recipientKind", nullif(concat_ws(', ', o.name, u.label), '') as recipient,
  d.data_categories as "dataCategories", d.special_categories as "specialCategories", d.state, d.state_on as "stateOn",
  (d.created_at at time zone 'Europe/Berlin')::date as "askedOn", d.answered_on as "answeredOn",
  d.carried_out_on as "carriedOutOn", d.client_informed as "clientInformed", d.client_informed_on as "clientInformedOn",
  d.not_informed_reason as "notInformedReason", d.version`
const offices = sql`left join organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
  left join unit u on u.tenant_id = d.tenant_id and u.id = d.unit_id`

interface Row extends Omit<DisclosureView, 'can'> {
  parts: number
}

const rowsOf = (where: RawBuilder<unknown>) => sql<Row>`
  select ${facts}, d.case_id as "caseId", p.given_name || ' ' || p.family_name as person,
    s.given_name || ' ' || s.family_name as second, a.parts,
    case when t.disclosure_id is not null then jsonb_build_object('reason', t.reason, 'content', t.content,
      'recipientName', t.recipient_name, 'secondNote', t.second_note, 'clientNote', t.client_note) end as text
  from disclosure d ${offices}
    left join disclosure_text t on t.tenant_id = d.tenant_id and t.disclosure_id = d.id
    left join person p on p.tenant_id = d.tenant_id and p.id = d.person_id
    left join staff_user s on s.tenant_id = d.tenant_id and s.id = d.second_user_id
    join lateral (select bit_or(c.parts) as parts from case_access c where c.tenant_id = (select app.tenant_id())
      and c.user_id = (select app.user_id()) and c.case_id = d.case_id and c.valid_during @> now()) a on a.parts is not null
  where d.tenant_id = (select app.tenant_id()) and ${where}
  order by d.created_at desc, d.id desc limit ${mostDisclosures}`

function viewOf({ parts, ...row }: Row): DisclosureView {
  if ((parts & WORK) === 0) return { ...row, can: [] }
  if (row.state === 'agreed') return { ...row, can: ['carryOut', 'drop'] }
  return { ...row, can: row.state === 'asked' ? ['drop'] : [] }
}

export async function readDisclosures(tx: Tx, caseId: string): Promise<DisclosureView[]> {
  const { rows } = await rowsOf(sql`d.case_id = ${caseId}`).execute(tx)
  return rows.map(viewOf)
}

/** Of a case one may see; 404 otherwise. */
export async function readDisclosure(tx: Tx, id: string): Promise<DisclosureView> {
  const { rows } = await rowsOf(sql`d.id = ${id}`).execute(tx)
  return viewOf(found(rows[0]))
}

/** Open questions to the asking person as second person. */
export async function readAsked(tx: Tx): Promise<{ rows: AskedDisclosure[] }> {
  const { rows } = await sql<AskedDisclosure>`
    select ${facts}, b.given_name || ' ' || b.family_name as "askedBy", jsonb_build_object('reason', t.reason,
      'content', t.content, 'recipientName', t.recipient_name) as text
    from disclosure d ${offices}
      join disclosure_text t on t.tenant_id = d.tenant_id and t.disclosure_id = d.id
      join staff_user b on b.tenant_id = d.tenant_id and b.id = d.created_by
    where d.tenant_id = (select app.tenant_id()) and d.second_user_id = (select app.user_id()) and d.state = 'asked'
    order by d.created_at, d.id limit 100`.execute(tx)
  return { rows }
}

const Cursor = z.tuple([z.string().regex(/^[0-9: .+-]{19,40}$/), z.uuid()])

/** The fact of every disclosure, newest first: no words, no case, no person. */
export async function readRegister(
  tx: Tx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ rows: RegisteredDisclosure[]; next?: string }> {
  const cursor = decodeCursor(after, Cursor)
  const from = cursor
    ? sql`(d.created_at, d.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : sql`true`
  const { rows } = await sql<RegisteredDisclosure & { at: string }>`
    select ${facts}, e.name as organisation, d.created_at::text as at
    from disclosure d ${offices}
      left join staff_user b on b.tenant_id = d.tenant_id and b.id = d.created_by
      left join organisation e on e.tenant_id = d.tenant_id and e.id = b.organisation_id
    where d.tenant_id = (select app.tenant_id()) and (select app.has_role('dataProtectionOfficer')) and ${from}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, ...(last ? { next: encodeCursor([last.at, last.id]) } : {}) }
}
