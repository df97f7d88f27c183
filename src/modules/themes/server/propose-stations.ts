import { sql } from 'kysely'
import type { View } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { getCase } from '../../cases/server/index.ts'
import type { LegalDomain } from '../../structure/index.ts'
import type { reconstructionEndpoints } from '../contract/endpoints.ts'

interface Known {
  kind: 'wait' | 'referral'
  organisation: string | null
  month: number
  waitingDays: number | null
  lastedDays: number | null
  open: boolean
  ended: boolean
  legalDomains: LegalDomain[]
}

/** As many stations as a reconstruction may have (`contract/reconstructions.ts`). */
const most = 60

/**
 * Stations as the own case knows them already, for its case manager to put into words: whom it was referred to, whom it
 * waited for, how long. Time from the beginning, legal domains from its own barriers with that office; no note, no day, no
 * person leaves here, and what is offered of it passes the gate. Throws 404.
 */
export async function proposeStations(
  tx: Tx,
  caseId: string,
): Promise<View<typeof reconstructionEndpoints.proposals>> {
  await getCase(tx, caseId)
  const { rows } = await sql<Known>`
    select k.kind, o.name as organisation, k.open, k.ended, k.waiting as "waitingDays", k.lasted as "lastedDays",
      greatest(0, floor((k.since - f.opened_on) / 30.44))::int as month,
      array(select distinct d from problem p join problem_organisation x on x.tenant_id = p.tenant_id and x.problem_id = p.id
          cross join unnest(p.legal_domains) d
        where p.tenant_id = f.tenant_id and p.case_id = f.id and x.organisation_id = k.organisation_id order by d limit 6) as "legalDomains"
    from case_file f join (
      select w.case_id, 'wait' as kind, w.organisation_id, w.since, w.answered_on is null as open, false as ended,
        w.answered_on - w.since as waiting, null::int as lasted
      from contact_wait w join contact c on c.tenant_id = w.tenant_id and c.id = w.contact_id and c.withdrawn_at is null
      where w.tenant_id = (select app.tenant_id()) and w.case_id = ${caseId} and w.dropped_at is null
      union all
      select r.case_id, 'referral', r.organisation_id, r.sent_on, r.state = 'sent', r.ended_on is not null,
        case when r.state <> 'sent' then coalesce((select min(s.on_date) from referral_step s where s.tenant_id = r.tenant_id
          and s.referral_id = r.id and s.to_state in ('accepted', 'declined')), r.ended_on) - r.sent_on end,
        r.ended_on - r.sent_on
      from referral r where r.tenant_id = (select app.tenant_id()) and r.case_id = ${caseId} and r.sent_on is not null) k on k.case_id = f.id
      left join organisation o on o.tenant_id = f.tenant_id and o.id = k.organisation_id
    where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}
    order by k.since, k.kind, o.name limit ${most}`.execute(tx)
  await audit(tx, { action: 'reconstruction.stationsProposed', objectKind: 'case', objectId: caseId, caseId })
  return { rows: rows.map(stationOf) }
}

const weeksOf = (days: number | null) => (days === null ? null : Math.round(days / 7))

const stationOf = (row: Known) => ({
  title: row.kind === 'wait' ? 'Warten auf eine Antwort' : 'Vermittlung an eine andere Stelle',
  month: row.month,
  durationWeeks: row.kind === 'referral' && row.ended ? weeksOf(row.lastedDays) : null,
  happened: null,
  actors: row.organisation,
  legalDomains: row.legalDomains,
  marks: row.kind === 'wait' || row.open ? (['waiting'] as const).slice() : [],
  waitingWeeks: weeksOf(row.waitingDays),
  helped: null,
})
