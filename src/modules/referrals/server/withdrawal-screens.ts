import { sql, type RawBuilder } from 'kysely'
import { mostWithdrawals } from '../contract/most-shown.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { WithdrawalView } from '../contract/withdrawals.ts'

const READS_NAMES_AND_WORDS = 2 | 4
const WORK = 64

interface Row extends Omit<WithdrawalView, 'can'> {
  caseId: string
  parts: number
}

/**
 * By referral and otherwise, as far as it rested on the text `l`; and what went to the same office about the same person
 * without consent, because whoever tells a recipient what it got tells all of it.
 */
const received = sql`
  select 'referral' as kind, r.id, r.sent_on as "onDate", null::text as title, r.data_categories as "dataCategories",
    r.special_categories as "specialCategories",
    (select count(*)::int from referral_goal g where g.tenant_id = r.tenant_id and g.referral_id = r.id) as goals,
    case when a.parts & 32 <> 0 then array(select q.title from referral_document q where q.tenant_id = r.tenant_id
      and q.referral_id = r.id order by q.position) end as documents
  from referral r where r.tenant_id = l.tenant_id and r.case_id = l.case_id and r.sent_on is not null
    and (r.consent_id = l.consent_id or r.secrecy_release_id = l.secrecy_release_id)
  union all
  select h.kind, h.id, h.on_date, ht.title, h.data_categories, h.special_categories, 0, '{}'
  from handout h left join handout_text ht on ht.tenant_id = h.tenant_id and ht.handout_id = h.id
  where h.tenant_id = l.tenant_id and h.case_id = l.case_id and h.mistaken_on is null
    and (h.consent_id = l.consent_id or h.secrecy_release_id = l.secrecy_release_id)
  union all
  select 'disclosure', x.id, x.carried_out_on, null, x.data_categories, x.special_categories, 0, '{}'
  from disclosure x where x.tenant_id = l.tenant_id and x.case_id = l.case_id and x.state = 'carriedOut'
    and x.person_id = k.person_id and x.organisation_id = k.organisation_id and x.unit_id is not distinct from k.unit_id`

const rowsOf = (where: RawBuilder<unknown>) => sql<Row>`
  select l.id, l.case_id as "caseId", case when l.consent_id is null then 'secrecyRelease' else 'consent' end as kind,
    p.given_name || ' ' || p.family_name as person, k.recipient_kind as "recipientKind",
    case when o.id is null then t.recipient_name else concat_ws(', ', o.name, u.label) end as recipient,
    k.withdrawn_on as "withdrawnOn", l.state, l.state_on as "stateOn", l.version, a.parts,
    (select coalesce(jsonb_agg(to_jsonb(x) order by x."onDate", x.id), '[]') from (${received}) x) as received
  from withdrawal_letter l
    join lateral (
      select c.person_id, c.recipient_kind, c.organisation_id, c.unit_id, c.withdrawn_on from consent c
        where c.tenant_id = l.tenant_id and c.id = l.consent_id
      union all select c.person_id, c.recipient_kind, c.organisation_id, c.unit_id, c.withdrawn_on from secrecy_release c
        where c.tenant_id = l.tenant_id and c.id = l.secrecy_release_id) k on true
    left join consent_text ct on ct.tenant_id = l.tenant_id and ct.consent_id = l.consent_id
    left join secrecy_release_text st on st.tenant_id = l.tenant_id and st.consent_id = l.secrecy_release_id
    cross join lateral (select coalesce(ct.recipient_name, st.recipient_name) as recipient_name) t
    left join person p on p.tenant_id = l.tenant_id and p.id = k.person_id
    left join organisation o on o.tenant_id = l.tenant_id and o.id = k.organisation_id
    left join unit u on u.tenant_id = l.tenant_id and u.id = k.unit_id
    cross join lateral (select bit_or(c.parts) as parts from case_access c where c.tenant_id = (select app.tenant_id())
      and c.user_id = (select app.user_id()) and c.case_id = l.case_id and c.valid_during @> now()) a
  where l.tenant_id = (select app.tenant_id()) and ${where}
  order by l.created_at desc, l.id desc limit ${mostWithdrawals}`

function viewOf({ caseId: _caseId, parts, ...row }: Row): WithdrawalView {
  if ((parts & WORK) === 0) return { ...row, can: [] }
  const print = (parts & READS_NAMES_AND_WORDS) === READS_NAMES_AND_WORDS
  return {
    ...row,
    can: [...(print ? ['print' as const] : []), ...(row.state === 'drafted' ? ['settle' as const] : [])],
  }
}

/** Withdrawn texts of a case, newest first. */
export async function readWithdrawals(tx: Tx, caseId: string): Promise<WithdrawalView[]> {
  const { rows } = await rowsOf(sql`l.case_id = ${caseId}`).execute(tx)
  return rows.map(viewOf)
}

/** One of them with its case; 404 when it is hidden. */
export async function readWithdrawal(tx: Tx, id: string): Promise<WithdrawalView & { caseId: string }> {
  const { rows } = await rowsOf(sql`l.id = ${id}`).execute(tx)
  const row = found(rows[0])
  return { ...viewOf(row), caseId: row.caseId }
}
