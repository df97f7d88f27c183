import { sql } from 'kysely'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'

/** Own action items of committees. */
const actionItems: DaySource = {
  key: 'committeeActionItem',
  right: 'member.read',
  rows: ({ until }) =>
    dayRows(
      {
        id: sql`a.id`,
        dueOn: sql`coalesce(a.due_on, (a.created_at at time zone 'Europe/Berlin')::date + 14)`,
        since: sql`(a.created_at at time zone 'Europe/Berlin')::date`,
        title: sql`a.title`,
      },
      sql`from action_item a where a.tenant_id = (select app.tenant_id()) and a.state = 'open'
        and a.responsible_id = (select app.user_id()) and (a.due_on is null or a.due_on <= ${until}::date)`,
    ),
  item: (row) => ({
    what: `Arbeitsauftrag: ${row.title ?? ''}`,
    action: { label: 'Öffnen', to: '/meine-gremien' },
  }),
}

/** Meetings of own committees today and in the days to come. */
const meetings: DaySource = {
  key: 'committeeMeeting',
  right: 'member.read',
  rows: ({ today, until }) =>
    dayRows(
      { id: sql`m.id`, dueOn: sql`m.on_date`, since: sql`m.on_date`, title: sql`c.name` },
      sql`from meeting m join committee c on c.tenant_id = m.tenant_id and c.id = m.committee_id
        where m.tenant_id = (select app.tenant_id()) and m.state in ('invited', 'running')
          and m.on_date between ${today}::date and ${until}::date
          and exists (select from committee_access x where x.tenant_id = m.tenant_id and x.committee_id = m.committee_id
            and x.user_id = (select app.user_id()) and x.valid_during @> now())`,
    ),
  item: (row) => ({
    what: `Sitzung: ${row.title ?? ''}`,
    action: { label: 'Öffnen', to: `/sitzungen/${row.id}` },
  }),
}

/** Minutes that lie unapproved: the office's work. */
const minutes: DaySource = {
  key: 'minutesUnapproved',
  group: { key: 'minutes', label: 'Niederschriften' },
  right: 'meeting.write',
  rows: () =>
    dayRows(
      {
        id: sql`m.id`,
        dueOn: sql`m.on_date + 14`,
        since: sql`m.on_date`,
        title: sql`c.name`,
      },
      sql`from meeting m join committee c on c.tenant_id = m.tenant_id and c.id = m.committee_id
        where m.tenant_id = (select app.tenant_id()) and m.state in ('held', 'inApproval')`,
    ),
  item: (row) => ({
    what: `Niederschrift genehmigen lassen: ${row.title ?? ''}`,
    action: { label: 'Öffnen', to: `/sitzungen/${row.id}` },
  }),
}

export const committeeDaySources: readonly DaySource[] = [actionItems, meetings, minutes]
