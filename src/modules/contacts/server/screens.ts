import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { officeDay } from '../../../platform/server/clock.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { Contact, ContactForm } from '../contract/contact.ts'

const Cursor = z.tuple([z.iso.date(), z.string().regex(/^\d\d:\d\d$/), z.uuid()])
const tenant = sql`(select app.tenant_id())`
const me = sql`(select app.user_id())`
const staffName = (alias: string) => {
  const u = sql.table(alias)
  return sql`coalesce(${u}.given_name || ' ' || ${u}.family_name, '')`
}

/**
 * Contacts as their view, one statement: what row level security hides (notes, names, the effort of others) comes
 * as null. The content of a withdrawn entry stays in the table and leaves the screen: it may be about somebody else.
 */
function contactViews(condition: RawBuilder<unknown>): RawBuilder<{ view: Contact }> {
  return sql`
    select jsonb_build_object('id', c.id, 'caseId', c.case_id, 'onDate', c.on_date, 'atTime', to_char(c.at_time, 'HH24:MI'),
      'kind', c.kind, 'site', case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.label) end,
      'language', c.language, 'mediator', c.mediator, 'topics', c.topics, 'activities', c.activities,
      'persons', (select coalesce(jsonb_agg(jsonb_build_object('id', cp.person_id, 'name', p.given_name || ' ' || p.family_name)
          order by p.family_name, p.given_name, cp.person_id), '[]')
        from contact_person cp left join person p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
        where cp.tenant_id = c.tenant_id and cp.contact_id = c.id),
      'note', case when c.withdrawn_at is null then n.content end,
      'place', case when c.withdrawn_at is null then n.place end,
      'secrecy203', coalesce(n.secrecy_203, false),
      'wait', case when w.contact_id is not null then jsonb_build_object('since', w.since, 'until', w.expected_until,
        'answeredOn', w.answered_on, 'version', w.version, 'label', n.waiting_label,
        'organisation', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end) end,
      'effort', case when e.contact_id is not null then jsonb_build_object('minutes', e.minutes, 'share', e.share) end,
      'createdBy', jsonb_build_object('id', c.created_by, 'name', ${staffName('u')}), 'createdAt', c.created_at,
      'withdrawn', case when c.withdrawn_at is not null
        then jsonb_build_object('at', c.withdrawn_at, 'reason', c.withdrawal_reason) end,
      'can', to_jsonb(array_remove(array[
        case when a.works and c.created_by = ${me} and c.withdrawn_at is null then 'change' end,
        case when a.works and c.created_by = ${me} and c.withdrawn_at is null then 'withdraw' end,
        case when a.works and w.contact_id is not null and c.withdrawn_at is null then 'answer' end], null)),
      'version', c.version) as view
    from contact c
    join case_file f on f.tenant_id = c.tenant_id and f.id = c.case_id
    cross join lateral (select (f.closed_on is null or f.phase = 'aftercare') and exists (select from case_access x
      where x.tenant_id = ${tenant} and x.user_id = ${me} and x.case_id = c.case_id and x.parts & 64 <> 0
        and x.valid_during @> now()) as works) a
    left join contact_note n on n.tenant_id = c.tenant_id and n.contact_id = c.id
    left join contact_wait w on w.tenant_id = c.tenant_id and w.contact_id = c.id and w.dropped_at is null
    left join organisation o on o.tenant_id = w.tenant_id and o.id = w.organisation_id
    left join contact_effort e on e.tenant_id = c.tenant_id and e.contact_id = c.id and e.user_id = ${me}
    left join site s on s.tenant_id = c.tenant_id and s.id = c.site_id
    left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.created_by
    where c.tenant_id = ${tenant} and ${condition}` as RawBuilder<{ view: Contact }>
}

export async function readContact(tx: Tx, id: string): Promise<Contact> {
  const { rows } = await contactViews(sql`c.id = ${id}`).execute(tx)
  return found(rows[0]).view
}

export interface PageWish {
  readonly after?: string | undefined
  readonly limit: number
}

/** Newest first. The case itself must be visible; the caller has looked. */
export async function listContacts(tx: Tx, caseId: string, { after, limit }: PageWish) {
  const cursor = decodeCursor(after, Cursor)
  const behind = cursor
    ? sql`and (c.on_date, coalesce(c.at_time, '00:00'), c.id) < (${cursor[0]}::date, ${cursor[1]}::time, ${cursor[2]}::uuid)`
    : sql``
  const { rows } = await sql<{ view: Contact }>`${contactViews(sql`c.case_id = ${caseId} ${behind}`)}
    order by c.on_date desc, coalesce(c.at_time, '00:00') desc, c.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit).map((row) => row.view)
  const last = page.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    rows: page,
    ...(more ? { next: encodeCursor([last.onDate, last.atTime ?? '00:00', last.id]) } : {}),
  }
}

export interface ContactWish extends PageWish {
  /** Null: of all cases the person works now. */
  readonly caseId: string | null
  readonly from: string | null
  /** Last day. */
  readonly to: string | null
}

/** Contacts of a period over several cases, newest first, each with the file number of its case. */
export async function listContactsOfPeriod(tx: Tx, { caseId, from, to, after, limit }: ContactWish) {
  const cursor = decodeCursor(after, Cursor)
  const conditions = [
    caseId === null
      ? sql`c.case_id in (select x.case_id from case_access x where x.tenant_id = ${tenant} and x.user_id = ${me}
          and x.parts & 64 <> 0 and x.valid_during @> now())`
      : sql`c.case_id = ${caseId}`,
    ...(from === null ? [] : [sql`c.on_date >= ${from}::date`]),
    ...(to === null ? [] : [sql`c.on_date <= ${to}::date`]),
    ...(cursor
      ? [
          sql`(c.on_date, coalesce(c.at_time, '00:00'), c.id) < (${cursor[0]}::date, ${cursor[1]}::time, ${cursor[2]}::uuid)`,
        ]
      : []),
  ]
  const { rows } = await sql<{ view: Contact; fileNumber: string }>`
    select v.view, f.file_number as "fileNumber" from (${contactViews(sql`${sql.join(conditions, sql` and `)}
      order by c.on_date desc, coalesce(c.at_time, '00:00') desc, c.id desc limit ${limit + 1}`)}) v
    join case_file f on f.tenant_id = ${tenant} and f.id = (v.view ->> 'caseId')::uuid
    order by v.view ->> 'onDate' desc, coalesce(v.view ->> 'atTime', '00:00') desc, v.view ->> 'id' desc`.execute(
    tx,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)?.view
  return {
    rows: page,
    ...(rows.length > limit && last
      ? { next: encodeCursor([last.onDate, last.atTime ?? '00:00', last.id]) }
      : {}),
  }
}

/** What the entry form needs of one case, with the defaults of the last contact, in one statement. */
export async function readContactForm(tx: Tx, caseId: string): Promise<ContactForm> {
  const { rows } = await sql<{ view: ContactForm }>`
    select jsonb_build_object('caseId', f.id, 'fileNumber', f.file_number,
      'name', (select p.family_name || ', ' || p.given_name from case_person cp
        join person p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
        where cp.tenant_id = f.tenant_id and cp.case_id = f.id and cp.is_main and cp.valid_to is null limit 1),
      'persons', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'isMain', cp.is_main,
          'name', p.given_name || ' ' || p.family_name) order by cp.is_main desc, p.family_name, p.given_name, p.id), '[]')
        from case_person cp join person p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
        where cp.tenant_id = f.tenant_id and cp.case_id = f.id and cp.valid_to is null),
      'language', coalesce(l.language, f.language), 'mediator', l.mediator,
      'siteId', coalesce((select x.site_id from site_access x where x.tenant_id = f.tenant_id and x.user_id = ${me}
          and x.site_id = f.site_id and x.valid_during @> now() limit 1), f.site_id),
      'sites', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.label) order by s.position, s.id), '[]')
        from site s where s.tenant_id = f.tenant_id and (s.id = f.site_id or exists (select from site_access x
          where x.tenant_id = f.tenant_id and x.user_id = ${me} and x.site_id = s.id and x.valid_during @> now()))),
      'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]')
        from organisation o where o.tenant_id = f.tenant_id and coalesce(o.valid_to > ${officeDay}, true))) as view
    from case_file f
    left join lateral (select c.language, c.mediator from contact c where c.tenant_id = f.tenant_id and c.case_id = f.id
      and c.withdrawn_at is null order by c.on_date desc, c.id desc limit 1) l on true
    where f.tenant_id = ${tenant} and f.id = ${caseId}`.execute(tx)
  return found(rows[0]).view
}

const MOST_CASES = 300

/** Open cases with work access now: some dozens, at most `MOST_CASES`, by name. */
export async function listWorkedCases(tx: Tx) {
  const { rows } = await sql<{
    id: string
    name: string | null
    birthYear: number | null
    fileNumber: string
  }>`
    select f.id, f.file_number as "fileNumber", m.name, m.birth_year as "birthYear"
    from case_file f
    left join lateral (select p.family_name || ', ' || p.given_name as name, p.birth_year from case_person cp
      join person p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
      where cp.tenant_id = f.tenant_id and cp.case_id = f.id and cp.is_main and cp.valid_to is null limit 1) m on true
    where f.tenant_id = ${tenant} and (f.closed_on is null or f.phase = 'aftercare')
      and f.id in (select x.case_id from case_access x where x.tenant_id = ${tenant} and x.user_id = ${me}
        and x.parts & 64 <> 0 and x.valid_during @> now())
    order by m.name nulls last, f.file_number limit ${MOST_CASES}`.execute(tx)
  return { rows }
}
