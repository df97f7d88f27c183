import { sql } from 'kysely'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'

/** Answers a case still waits for (R075); as long as contacts can be recorded in it. */
export const contactDaySources: readonly DaySource[] = [
  {
    key: 'contactWait',
    right: 'contact.read',
    rows: ({ until }) =>
      dayRows(
        {
          id: sql`w.contact_id`,
          caseId: sql`w.case_id`,
          dueOn: sql`w.expected_until`,
          since: sql`w.since`,
          title: sql`coalesce(o.name, n.waiting_label)`,
          waits: sql`true`,
          version: sql`w.version`,
        },
        sql`from contact_wait w join my_case m on m.id = w.case_id and (m.closed_on is null or m.phase = 'aftercare')
          left join organisation o on o.tenant_id = w.tenant_id and o.id = w.organisation_id
          left join contact_note n on n.tenant_id = w.tenant_id and n.contact_id = w.contact_id
          where w.tenant_id = (select app.tenant_id()) and w.answered_on is null and w.dropped_at is null
            and (w.expected_until is null or w.expected_until <= ${until}::date)`,
      ),
    item: (row) => ({
      what: `Antwort: ${row.title ?? 'andere Stelle'}`,
      action: { label: 'Antwort da', to: null },
    }),
  },
]
