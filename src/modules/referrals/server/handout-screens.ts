import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { HandoutList, HandoutView } from '../contract/handouts.ts'
import { mostHandouts } from '../contract/most-shown.ts'
import type { SharingText } from '../rules/coverage.ts'

const WORK = 64

interface Row extends Omit<HandoutView, 'can'> {
  parts: number
}

const rowsOf = (where: RawBuilder<unknown>) => sql<Row>`
  select h.id, h.case_id as "caseId", h.kind, t.title, p.given_name || ' ' || p.family_name as person,
    coalesce(nullif(concat_ws(', ', o.name, u.label), ''), ct.recipient_name) as recipient,
    h.data_categories as "dataCategories", h.special_categories as "specialCategories", h.on_date as "onDate", h.via,
    h.mistaken_on as "mistakenOn", w.given_name || ' ' || w.family_name as by, h.version, a.parts
  from handout h
    join consent c on c.tenant_id = h.tenant_id and c.id = h.consent_id
    left join consent_text ct on ct.tenant_id = c.tenant_id and ct.consent_id = c.id
    left join handout_text t on t.tenant_id = h.tenant_id and t.handout_id = h.id
    left join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
    left join organisation o on o.tenant_id = h.tenant_id and o.id = c.organisation_id
    left join unit u on u.tenant_id = h.tenant_id and u.id = c.unit_id
    left join staff_user w on w.tenant_id = h.tenant_id and w.id = h.created_by
    cross join lateral (select bit_or(x.parts) as parts from case_access x where x.tenant_id = (select app.tenant_id())
      and x.user_id = (select app.user_id()) and x.case_id = h.case_id and x.valid_during @> now()) a
  where h.tenant_id = (select app.tenant_id()) and ${where}
  order by h.on_date desc, h.created_at desc, h.id desc limit ${mostHandouts}`

const viewOf = ({ parts, ...row }: Row): HandoutView => ({
  ...row,
  can: (parts & WORK) !== 0 && row.mistakenOn === null ? ['markMistaken'] : [],
})

export async function readHandout(tx: Tx, id: string): Promise<HandoutView> {
  const { rows } = await rowsOf(sql`h.id = ${id}`).execute(tx)
  return viewOf(found(rows[0]))
}

export async function readHandouts(tx: Tx, caseId: string): Promise<HandoutView[]> {
  const { rows } = await rowsOf(sql`h.case_id = ${caseId}`).execute(tx)
  return rows.map(viewOf)
}

/** What the form offers. The case must be visible; the caller has looked. */
export async function handoutOptions(
  tx: Tx,
  caseId: string,
): Promise<Pick<HandoutList, 'texts' | 'documents' | 'needsRelease'> & { works: boolean }> {
  const of = (kind: string, table: string, words: string) => sql`
    select c.id, ${kind}::text as kind, p.given_name || ' ' || p.family_name as person,
      coalesce(nullif(concat_ws(', ', o.name, u.label), ''), t.recipient_name) as recipient, c.given_on as "givenOn"
    from ${sql.table(table)} c left join ${sql.table(words)} t on t.tenant_id = c.tenant_id and t.consent_id = c.id
      left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
      left join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id
      left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
    where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.recipient_kind <> 'kimTeam'
      and c.direction <> 'fromRecipient' and c.given_on is not null`
  const { rows } = await sql<{
    texts: HandoutList['texts']
    documents: HandoutList['documents']
    needsRelease: boolean
    works: boolean
  }>`
    select f.secrecy_203 as "needsRelease",
      exists (select from case_access a where a.tenant_id = f.tenant_id and a.case_id = f.id and a.parts & ${WORK} <> 0
        and a.user_id = (select app.user_id()) and a.valid_during @> now()) as works,
      (select coalesce(jsonb_agg(to_jsonb(k) order by k."givenOn" desc, k.id), '[]')
        from (${of('consent', 'consent', 'consent_text')} union all ${of('secrecyRelease', 'secrecy_release', 'secrecy_release_text')}) k) as texts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'title', q.title) order by q.created_at desc, q.id), '[]')
        from (select d.id, x.title, d.created_at from document d
            join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id
          where d.tenant_id = f.tenant_id and d.case_id = f.id order by d.created_at desc limit 200) q) as documents
    from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`.execute(tx)
  return found(rows[0])
}

/** Of the case and its texts, what the check of an entry needs. */
export async function handoutFacts(
  tx: Tx,
  caseId: string,
  wish: { consentId: string; secrecyReleaseId: string | null; documentId: string | null },
): Promise<{
  texts: (SharingText & { recipientName: string | null })[]
  needsRelease: boolean
  document: boolean
}> {
  const of = (kind: string, table: string, words: string, id: string | null) => sql`
    select c.id, ${kind}::text as kind, c.person_id as "personId", c.organisation_id as "organisationId", c.unit_id as "unitId",
      t.recipient_name as "recipientName", c.direction, c.purposes, c.life_domains as "lifeDomains",
      c.data_categories as "dataCategories", c.special_categories as "specialCategories", c.valid_from as "validFrom",
      c.valid_to as "validTo", c.given_on as "givenOn", c.withdrawn_on as "withdrawnOn", c.ended_on as "endedOn"
    from ${sql.table(table)} c left join ${sql.table(words)} t on t.tenant_id = c.tenant_id and t.consent_id = c.id
    where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.id = ${id}::uuid
      and c.recipient_kind <> 'kimTeam'`
  const { rows } = await sql<{
    texts: (SharingText & { recipientName: string | null })[]
    needsRelease: boolean
    document: boolean
  }>`
    select f.secrecy_203 or coalesce((select d.secrecy_203 from document d where d.tenant_id = f.tenant_id
          and d.case_id = f.id and d.id = ${wish.documentId}::uuid), false) as "needsRelease",
      exists (select from document d where d.tenant_id = f.tenant_id and d.case_id = f.id
        and d.id = ${wish.documentId}::uuid) as document,
      (select coalesce(jsonb_agg(to_jsonb(k)), '[]')
        from (${of('consent', 'consent', 'consent_text', wish.consentId)} union all
          ${of('secrecyRelease', 'secrecy_release', 'secrecy_release_text', wish.secrecyReleaseId)}) k) as texts
    from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`.execute(tx)
  return found(rows[0])
}
