import { sql } from 'kysely'
import { z } from 'zod'
import type { Received } from '../../../../platform/contract/endpoint.ts'
import { officeDay } from '../../../../platform/server/clock.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type { PartnerRequestRow, partnerRequestEndpoints } from '../../contract/requests/index.ts'

const Cursor = z.tuple([z.string().regex(/^[0-9: .+-]{19,40}$/), z.uuid()])

/** What the own office asked, newest first: no name, no state of the request, nothing of a case. */
export async function listPartnerRequests(
  tx: Tx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ rows: PartnerRequestRow[]; next?: string }> {
  const [at, id] = decodeCursor(after, Cursor) ?? [null, null]
  const { rows } = await sql<PartnerRequestRow & { key: string }>`
    select p.id, (p.created_at at time zone 'Europe/Berlin')::date as "sentOn", s.label as site, p.reference,
      p.answer_agreed as "answerAgreed", p.answer, p.decline_reason as "declineReason", p.answered_on as "answeredOn",
      p.withdrawn_on as "withdrawnOn",
      p.created_at::text as key
    from partner_request p join site s on s.tenant_id = p.tenant_id and s.id = p.site_id
    where p.tenant_id = (select app.tenant_id()) and p.office = (select app.partner_office())
      and (${at}::timestamptz is null or (p.created_at, p.id) < (${at}::timestamptz, ${id}::uuid))
    order by p.created_at desc, p.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map(({ key: _key, ...row }) => ({
      ...row,
      // Whether somebody has taken it is not told: then it is refused.
      can: row.answer === null && row.withdrawnOn === null ? ['withdraw'] : [],
    })),
    ...(last ? { next: encodeCursor([last.key, last.id]) } : {}),
  }
}

/** Everything the form offers, in one statement. */
export async function partnerOptions(tx: Tx): Promise<Received<(typeof partnerRequestEndpoints)['options']>> {
  const { rows } = await sql<Received<(typeof partnerRequestEndpoints)['options']>>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.label) order by s.position, s.label), '[]')
        from site s where s.tenant_id = (select app.tenant_id()) and s.valid_to is null) as sites,
      (select coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'label', c.label) order by c.position), '[]')
        from catalogue_entry c where c.tenant_id = (select app.tenant_id()) and c.kind = 'language'
          and (c.valid_to is null or c.valid_to > ${officeDay})) as languages,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name), '[]')
        from municipality m where m.tenant_id = (select app.tenant_id())) as municipalities`.execute(tx)
  return rows[0]!
}
