import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { ReferralView } from '../contract/referrals.ts'
import { coverageOf, neededKinds, type SharingText } from '../rules/coverage.ts'
import { isEnded, moves } from '../rules/states.ts'
import { sharingTexts } from './sharing-texts.ts'

const WORK = 64

/** Most rows a case's list shows. */
const most = 200

interface Row {
  view: Omit<ReferralView, 'coverage' | 'can'>
  parts: number
  closed_on: string | null
  secrecy_203: boolean
}

/** Everything about one referral, or all of a case, in one statement. */
const rowsOf = (where: RawBuilder<unknown>) => sql<Row>`
  select jsonb_build_object('id', r.id, 'caseId', r.case_id, 'state', r.state, 'stateOn', r.state_on,
      'person', jsonb_build_object('id', r.person_id, 'name', p.given_name || ' ' || p.family_name),
      'recipient', jsonb_build_object('organisationId', r.organisation_id, 'unitId', r.unit_id,
        'label', concat_ws(', ', o.name, u.label),
        'hasUnits', exists (select from unit x where x.tenant_id = r.tenant_id and x.organisation_id = r.organisation_id
          and x.valid_to is null),
        'readsInLotse', r.organisation_id || '/' || coalesce(r.unit_id::text, '') in (select app.partner_offices())),
      'purpose', r.purpose,
      'lifeDomains', (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'label', coalesce(e.label, k.key)) order by k.n), '[]')
        from unnest(r.life_domains) with ordinality k (key, n) left join catalogue_entry e
          on e.tenant_id = r.tenant_id and e.kind = 'lifeDomain' and e.key = k.key),
      'dataCategories', r.data_categories, 'specialCategories', r.special_categories,
      'text', case when t.referral_id is not null then jsonb_build_object('service', t.service, 'summary', t.summary,
        'concern', t.concern, 'desiredResult', t.desired_result) end,
      'goals', case when a.parts & 16 <> 0 then (select coalesce(jsonb_agg(jsonb_build_object('id', g.goal_id,
          'wording', coalesce(g.wording, x.wording, '')) order by g.position), '[]')
        from referral_goal g left join goal_text x on x.tenant_id = g.tenant_id and x.goal_id = g.goal_id
        where g.tenant_id = r.tenant_id and g.referral_id = r.id) end,
      'documents', case when a.parts & 32 <> 0 then (select coalesce(jsonb_agg(jsonb_build_object('id', q.document_id,
          'title', coalesce(q.title, dt.title), 'mediaType', coalesce(q.media_type, d.media_type),
          'size', coalesce(q.byte_size, d.byte_size)) order by q.position), '[]')
        from referral_document q join document d on d.tenant_id = q.tenant_id and d.id = q.document_id
          join document_text dt on dt.tenant_id = q.tenant_id and dt.document_id = q.document_id
        where q.tenant_id = r.tenant_id and q.referral_id = r.id) end,
      'sentOn', r.sent_on, 'returnOn', r.return_on, 'returnedOn', r.returned_on, 'reason', r.reason, 'result', r.result,
      'endedOn', r.ended_on, 'clientView', r.client_view,
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'from', s.from_state, 'to', s.to_state,
          'onDate', s.on_date, 'at', s.at, 'by', w.given_name || ' ' || w.family_name, 'byPartner', s.by_partner, 'via', s.via,
          'reason', s.reason, 'result', s.result, 'basis', s.basis, 'note', n.content) order by s.at, s.id), '[]')
        from referral_step s left join staff_user w on w.tenant_id = s.tenant_id and w.id = s.actor_id and w.kind = 'person'
          left join referral_step_text n on n.tenant_id = s.tenant_id and n.step_id = s.id
        where s.tenant_id = r.tenant_id and s.referral_id = r.id),
      'version', r.version) as view,
    a.parts, f.closed_on, f.secrecy_203
  from referral r
    join case_file f on f.tenant_id = r.tenant_id and f.id = r.case_id
    join organisation o on o.tenant_id = r.tenant_id and o.id = r.organisation_id
    left join unit u on u.tenant_id = r.tenant_id and u.id = r.unit_id
    left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join referral_text t on t.tenant_id = r.tenant_id and t.referral_id = r.id
    cross join lateral (select bit_or(c.parts) as parts from case_access c where c.tenant_id = (select app.tenant_id())
      and c.user_id = (select app.user_id()) and c.case_id = r.case_id and c.valid_during @> now()) a
  where r.tenant_id = (select app.tenant_id()) and ${where}
  order by r.created_at desc, r.id desc limit ${most}`

/** One referral as who works or oversees its case may see it; 404 when it is hidden. */
export async function readReferral(tx: Tx, id: string, today: string): Promise<ReferralView> {
  const { rows } = await rowsOf(sql`r.id = ${id}`).execute(tx)
  const row = found(rows[0])
  return viewOf(row, await sharingTexts(tx, row.view.caseId), today)
}

/** All of a case, newest first. */
export async function readReferrals(tx: Tx, caseId: string, today: string): Promise<ReferralView[]> {
  const { rows } = await rowsOf(sql`r.case_id = ${caseId}`).execute(tx)
  const texts = rows.length === 0 ? [] : await sharingTexts(tx, caseId)
  return rows.map((row) => viewOf(row, texts, today))
}

function viewOf(row: Row, texts: readonly SharingText[], today: string): ReferralView {
  const { view } = row
  const wanted = {
    ...view,
    personId: view.person.id,
    organisationId: view.recipient.organisationId,
    unitId: view.recipient.unitId,
    lifeDomains: view.lifeDomains.map(({ key }) => key),
  }
  const kinds = isEnded(view.state) ? [] : neededKinds(row.secrecy_203)
  return {
    ...view,
    coverage: kinds.map((kind) => coverageOf(kind, wanted, texts, today)),
    can: (row.parts & WORK) === 0 ? [] : actionsOf(row),
  }
}

function actionsOf({ view: { state }, closed_on }: Row): ReferralView['can'] {
  if (state === 'draft') return closed_on === null ? ['change', 'send', 'discard'] : ['discard']
  if (isEnded(state)) return ['recordClientView']
  return ['recordAnswer', ...(moves[state].includes('withdrawn') ? (['withdraw'] as const) : [])]
}
