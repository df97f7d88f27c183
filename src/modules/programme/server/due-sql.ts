import { sql, type RawBuilder } from 'kysely'
import { approvalReminderDays, reportReminderDays } from '../rules/due.ts'
import { statusDue } from './goals.ts'
import { mine } from './list-page.ts'

const document = sql`join programme_document d on d.tenant_id = v.tenant_id and d.id = v.document_id and d.ended_on is null`
const latest = sql`(select s.* from programme_goal_status s where s.tenant_id = g.tenant_id and s.goal_id = g.id
  order by s.on_date desc, s.id desc limit 1)`

/**
 * Everything of the registers that is due until a day: kind, id, the page it is looked up on (target_id), title, due_on.
 * The overview and Mein Tag read the same rows.
 */
export const dueRows = (until: string): RawBuilder<unknown> => sql`
  select * from (
    select 'review' as kind, v.id, v.document_id as target_id, d.title, v.review_on as due_on
      from programme_document_version v ${document} where v.tenant_id = ${mine} and v.state = 'valid' and v.review_on is not null
    union all
    select 'approval', v.id, v.document_id, d.title, v.state_on + ${approvalReminderDays}::int
      from programme_document_version v ${document} where v.tenant_id = ${mine} and v.state = 'inApproval'
    union all
    select 'contents', v.id, v.document_id, d.title, v.state_on
      from programme_document_version v ${document} where v.tenant_id = ${mine} and v.state in ('inApproval', 'valid')
        and v.contents_checked_on is null and cardinality(d.checked_contents) > 0
    union all
    select 'goal', g.id, g.id, g.title, least(${statusDue}, g.target_on) from programme_goal g
      where g.tenant_id = ${mine} and g.state = 'open'
    union all
    select 'countermeasure', g.id, g.id, g.title, l.countermeasure_by from programme_goal g
      join lateral ${latest} l on true
      where g.tenant_id = ${mine} and g.state = 'open' and l.countermeasure_by is not null and l.rating <> 'onTrack'
    union all
    select 'milestone', m.id, m.id, m.title, m.due_on from programme_milestone m
      where m.tenant_id = ${mine} and m.state = 'open'
    union all
    select 'activity', a.id, a.id, a.title, case when a.state = 'planned' then a.on_date else a.next_on end
      from programme_activity a where a.tenant_id = ${mine} and a.state <> 'cancelled'
        and case when a.state = 'planned' then a.on_date else a.next_on end is not null
    union all
    select 'interface', p.id, p.id, p.name, coalesce(p.planned_on, p.due_on) from interface_partner p
      where p.tenant_id = ${mine} and p.ended_on is null
    union all
    select 'report', t.id, p.id, p.name, t.held_on + ${reportReminderDays}::int from interface_talk t
      join interface_partner p on p.tenant_id = t.tenant_id and p.id = t.partner_id
      where t.tenant_id = ${mine} and t.reported_on is null
  ) as due where due.due_on <= ${until}::date`
