import { sql } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { ReferralState } from '../contract/codes.ts'
import type { ReceivedReferral, ReceivedRow } from '../contract/received.ts'
import { moves } from '../rules/states.ts'

const names = {
  accepted: 'accept',
  declined: 'decline',
  running: 'start',
  completed: 'complete',
  brokenOff: 'breakOff',
} as const

/** What the recipient can do now; nothing once the content is closed. */
const actionsOf = (state: ReferralState, open: boolean): ReceivedRow['can'] =>
  open ? moves[state].filter((to): to is keyof typeof names => to in names).map((to) => names[to]) : []

/** The last day of the stretch that runs now. */
const until = sql`(select (upper(r.d) at time zone 'Europe/Berlin')::date - 1 from unnest(a.shared_during) r (d) where r.d @> now())`

const Cursor = z.tuple([z.int(), z.iso.date(), z.uuid()])

interface ListRow extends Omit<ReceivedRow, 'can'> {
  rank: number
}

/** Referrals to the own office. Waiting for an answer first, oldest on top; ended ones newest state first. */
export async function listReceived(
  tx: Tx,
  { view, after, limit }: { view: 'open' | 'ended'; after?: string | undefined; limit: number },
): Promise<{ rows: ReceivedRow[]; next?: string }> {
  const cursor = decodeCursor(after, Cursor)
  const ended = view === 'ended'
  const rank = sql`(case a.state when 'sent' then 0 when 'accepted' then 1 else 2 end)`
  const from = cursor
    ? sql`(${rank}, a.sent_on, a.referral_id) > (${cursor[0]}, ${cursor[1]}::date, ${cursor[2]}::uuid)`
    : sql`true`
  const { rows } = await sql<ListRow>`
    select a.referral_id as id, a.state, a.sent_on as "sentOn", a.state_on as "stateOn", a.shared_during @> now() as open,
      ${until} as until, t.concern, r.purpose, r.return_on as "returnOn", ${rank} as rank
    from referral_access a
      left join referral r on r.tenant_id = a.tenant_id and r.id = a.referral_id and a.shared_during @> now()
      left join referral_text t on t.tenant_id = r.tenant_id and t.referral_id = r.id
    where a.tenant_id = (select app.tenant_id()) and a.office = (select app.partner_office())
      and (a.ended_on is not null) = ${ended} and ${from}
    order by ${rank}, a.sent_on, a.referral_id limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((row) => ({ ...row, can: actionsOf(row.state, row.open) })),
    ...(last ? { next: encodeCursor([last.rank, last.sentOn, last.id]) } : {}),
  }
}

interface OneRow extends Omit<ReceivedReferral, 'can'> {
  open: boolean
}

/** One referral to the own office; content only while it is shared. 404 when it went to somebody else. */
export async function readReceived(tx: Tx, id: string): Promise<ReceivedReferral> {
  const { rows } = await sql<OneRow>`
    select a.referral_id as id, a.state, a.sent_on as "sentOn", a.state_on as "stateOn", a.ended_on as "endedOn",
      r.id is not null as open, coalesce(r.version, 0) as version,
      case when r.id is not null then jsonb_build_object('until', ${until}, 'purpose', r.purpose,
        'lifeDomains', (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'label', coalesce(e.label, k.key)) order by k.n), '[]')
          from unnest(r.life_domains) with ordinality k (key, n) left join catalogue_entry e
            on e.tenant_id = r.tenant_id and e.kind = 'lifeDomain' and e.key = k.key),
        'identity', (select jsonb_build_object('givenName', i.given_name, 'familyName', i.family_name, 'birthDate', i.birth_date,
            'birthYear', i.birth_year, 'nationalities', i.nationalities, 'phone', i.phone, 'email', i.email, 'address', i.address,
            'languages', i.languages) from referral_identity i where i.tenant_id = r.tenant_id and i.referral_id = r.id),
        'service', t.service, 'summary', t.summary, 'concern', t.concern, 'desiredResult', t.desired_result,
        'senderName', t.sender_name, 'senderContact', t.sender_contact,
        'goals', (select coalesce(jsonb_agg(g.wording order by g.position), '[]') from referral_goal g
          where g.tenant_id = r.tenant_id and g.referral_id = r.id),
        'documents', (select coalesce(jsonb_agg(jsonb_build_object('id', q.document_id, 'title', q.title,
            'mediaType', q.media_type, 'size', q.byte_size) order by q.position), '[]') from referral_document q
          where q.tenant_id = r.tenant_id and q.referral_id = r.id),
        'steps', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'to', s.to_state, 'onDate', s.on_date, 'byUs', s.by_partner,
            'reason', s.reason, 'note', n.content) order by s.at, s.id), '[]')
          from referral_step s left join referral_step_text n on n.tenant_id = s.tenant_id and n.step_id = s.id
          where s.tenant_id = r.tenant_id and s.referral_id = r.id)) end as content
    from referral_access a
      left join referral r on r.tenant_id = a.tenant_id and r.id = a.referral_id and a.shared_during @> now()
      left join referral_text t on t.tenant_id = r.tenant_id and t.referral_id = r.id
    where a.tenant_id = (select app.tenant_id()) and a.office = (select app.partner_office()) and a.referral_id = ${id}`.execute(
    tx,
  )
  const { open, ...view } = found(rows[0])
  return { ...view, can: actionsOf(view.state, open) }
}
