import { sql } from 'kysely'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { MemberArea } from '../contract/registers.ts'
import { listOf } from './office.ts'
import { actionItemRows, paperRows, withItemActions } from './row-screens.ts'

const latest = { meetings: 12, papers: 20, days: 730 }
const all = { meetings: 500, papers: 500, days: 36_500 }
const mostItems = 100

/** The committees of who asks, with what was released to them, and the own action items. One statement. */
export async function readMemberArea(
  tx: Tx,
  actor: Actor,
  everything: boolean,
  now: Temporal.Instant,
): Promise<MemberArea> {
  const today = dayOf(now)
  const most = everything ? all : latest
  const meetings = sql`select m.id, m.title, m.state, m.on_date::text as "onDate",
      to_char(m.start_time, 'HH24:MI') as "startTime", m.place, m.invited_at is not null as agenda,
      m.minutes_released_at is not null as minutes
    from meeting m where m.tenant_id = c.tenant_id and m.committee_id = c.id
      and m.on_date > ${today}::date - ${most.days}::int order by m.on_date desc, m.id limit ${most.meetings}`
  const own = sql`select distinct on (x.committee_id) x.committee_id, x.kind from committee_access x
    where x.tenant_id = (select app.tenant_id()) and x.user_id = (select app.user_id()) and x.valid_during @> now()
    order by x.committee_id, x.kind <> 'holder'`
  const released = sql`and p.committee_id = c.id and p.released_at is not null and p.withdrawn_at is null`
  const { rows } = await sql<Omit<MemberArea, 'moreActionItems'>>`select
    ${listOf(sql`select c.id, c.name, w.kind as seat, f.closed_at is not null as closed, ${listOf(meetings)} as meetings,
        (select coalesce(jsonb_agg(to_jsonb(q) || '{"can":[]}'), '[]') from (${paperRows(sql`${released}
          order by p.released_at desc, p.id limit ${most.papers}`)}) q) as papers,
        (select count(*) from meeting m where m.tenant_id = c.tenant_id and m.committee_id = c.id)
            > (select count(*) from (${meetings}) shown)
          or (select count(*) from committee_paper p where p.tenant_id = c.tenant_id ${released}) > ${most.papers} as more
      from (${own}) w join committee c on c.tenant_id = (select app.tenant_id()) and c.id = w.committee_id
        join committee_profile f on f.tenant_id = c.tenant_id and f.committee_id = c.id
      order by f.closed_at is not null, c.name`)} as committees,
    ${listOf(
      actionItemRows(sql`and a.responsible_id = (select app.user_id()) and a.state = 'open'
      order by a.due_on nulls last, a.id limit ${mostItems + 1}`),
    )} as "actionItems"`.execute(tx)
  const { committees, actionItems } = found(rows[0])
  return {
    committees,
    actionItems: actionItems.slice(0, mostItems).map((item) => withItemActions(item, actor)),
    moreActionItems: actionItems.length > mostItems,
  }
}
