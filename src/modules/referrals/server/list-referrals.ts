import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { getCase } from '../../cases/server/index.ts'
import type { ReferralList, ReferralOptions } from '../contract/referrals.ts'
import { whyNotRecipient } from '../rules/states.ts'
import { mayGoAlong } from './check-contents.ts'
import { readReferrals } from './screens.ts'
import { readSettings } from './settings.ts'

/** The referrals of a case. Reading them is reading the file: audited. */
export async function listReferrals(tx: Tx, caseId: string, now: Temporal.Instant): Promise<ReferralList> {
  const { rows } = await sql<{ works: boolean; closed: boolean }>`
    select f.closed_on is not null as closed, exists (select from case_access a
      where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id()) and a.case_id = f.id
        and a.parts & 64 <> 0 and a.valid_during @> now()) as works
    from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`.execute(tx)
  const file = found(rows[0])
  const referrals = await readReferrals(tx, caseId, dayOf(now))
  await audit(tx, { action: 'referral.listed', objectKind: 'case', objectId: caseId, caseId })
  return { rows: referrals, can: file.works && !file.closed ? ['write'] : [] }
}

interface OfferedRow extends Pick<ReferralOptions, 'persons' | 'lifeDomains' | 'goals' | 'documents'> {
  organisations: {
    id: string
    name: string
    readsInLotse: boolean
    units: { id: string; label: string; kind: string; readsInLotse: boolean }[]
  }[]
}

/** What the form offers: recipients (never the immigration or naturalisation authority), persons, goals. */
export async function referralOptions(tx: Tx, caseId: string): Promise<ReferralOptions> {
  await getCase(tx, caseId)
  const settings = await readSettings(tx)
  const { rows } = await sql<OfferedRow>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', c.person_id, 'name', n.given_name || ' ' || n.family_name)
          order by c.is_main desc, c.id), '[]')
        from case_person c left join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
        where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.valid_to is null) as persons,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name,
          'readsInLotse', o.id || '/' in (select app.partner_offices()), 'units',
          (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label, 'kind', u.kind,
              'readsInLotse', o.id || '/' || u.id in (select app.partner_offices())) order by u.position, u.key), '[]')
            from unit u where u.tenant_id = o.tenant_id and u.organisation_id = o.id and u.valid_to is null))
          order by o.position, o.key), '[]')
        from organisation o where o.tenant_id = (select app.tenant_id()) and o.valid_to is null) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label) order by e.position, e.key), '[]')
        from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'lifeDomain'
          and e.valid_to is null) as "lifeDomains",
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'wording', x.wording) order by g.position), '[]')
        from goal g join goal_text x on x.tenant_id = g.tenant_id and x.goal_id = g.id
        where g.tenant_id = (select app.tenant_id()) and g.case_id = ${caseId} and g.state = 'open') as goals,
      (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'title', q.title, 'kind', q.kind) order by q.created_at desc, q.id), '[]')
        from (select d.id, x.title, d.kind, d.created_at from document d
            join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id
            join case_file f on f.tenant_id = d.tenant_id and f.id = d.case_id
          where d.tenant_id = (select app.tenant_id()) and d.case_id = ${caseId} and ${mayGoAlong}
          order by d.created_at desc limit 200) q) as documents`.execute(tx)
  const offered = rows[0]!
  return {
    ...offered,
    organisations: offered.organisations.map((organisation) => ({
      ...organisation,
      units: organisation.units.filter(({ kind }) => whyNotRecipient([kind]) === null),
    })),
    ...settings,
  }
}
