import { sql } from 'kysely'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { MemberArea } from '../contract/registers.ts'
import { listOf } from './office.ts'
import { actionItemRows, paperRows, withItemActions } from './row-screens.ts'

/** The committees of who asks, with what was released to them, and the own action items. One statement. */
export async function readMemberArea(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<MemberArea> {
  const today = dayOf(now)
  const meetings = sql`select m.id, m.title, m.state, m.on_date::text as "onDate",
      to_char(m.start_time, 'HH24:MI') as "startTime", m.place, m.invited_at is not null as agenda,
      m.minutes_released_at is not null as minutes
    from meeting m where m.tenant_id = c.tenant_id and m.committee_id = c.id
      and m.on_date > ${today}::date - 730 order by m.on_date desc, m.id limit 12`
  const own = sql`select distinct on (x.committee_id) x.committee_id, x.kind from committee_access x
    where x.tenant_id = (select app.tenant_id()) and x.user_id = (select app.user_id()) and x.valid_during @> now()
    order by x.committee_id, x.kind <> 'holder'`
  const { rows } = await sql<MemberArea>`select
    ${listOf(sql`select c.id, c.name, w.kind as seat, p.closed_at is not null as closed, ${listOf(meetings)} as meetings,
        (select coalesce(jsonb_agg(to_jsonb(q) || '{"can":[]}'), '[]') from (${paperRows(sql`and p.committee_id = c.id
          and p.released_at is not null and p.withdrawn_at is null order by p.released_at desc, p.id limit 50`)}) q) as papers
      from (${own}) w join committee c on c.tenant_id = (select app.tenant_id()) and c.id = w.committee_id
        join committee_profile p on p.tenant_id = c.tenant_id and p.committee_id = c.id
      order by p.closed_at is not null, c.name`)} as committees,
    ${listOf(
      actionItemRows(sql`and a.responsible_id = (select app.user_id()) and a.state = 'open'
      order by a.due_on nulls last, a.id limit 100`),
    )} as "actionItems"`.execute(tx)
  const area = found(rows[0])
  return { ...area, actionItems: area.actionItems.map((item) => withItemActions(item, actor)) }
}
