import { sql } from 'kysely'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'

const right = 'referral.write'
const recipient = sql`(select concat_ws(', ', o.name, u.label) from organisation o
  left join unit u on u.tenant_id = o.tenant_id and u.id = r.unit_id
  where o.tenant_id = r.tenant_id and o.id = r.organisation_id)`
const path = (caseId: string | null) => `/faelle/${caseId}/verweise`

/** Sent and not answered: waits for others until the day it comes back, then it is the sender's again. */
const unanswered: DaySource = {
  key: 'referralUnanswered',
  right,
  rows: ({ today, until }) =>
    dayRows(
      {
        id: sql`r.id`,
        caseId: sql`r.case_id`,
        dueOn: sql`r.return_on`,
        since: sql`r.sent_on`,
        title: recipient,
        waits: sql`r.return_on > ${today}::date`,
      },
      sql`from referral r join my_case m on m.id = r.case_id and m.closed_on is null
        where r.tenant_id = (select app.tenant_id()) and r.state = 'sent' and r.return_on <= ${until}::date`,
    ),
  item: (row) => ({
    what: row.waits ? `Verweis: ${row.title ?? ''}` : `Verweis ohne Antwort: ${row.title ?? ''}`,
    action: { label: row.waits ? 'Ansehen' : 'Nachfassen', to: path(row.case_id) },
  }),
}

/** Ended without having asked the person (R056). */
const clientViews: DaySource = {
  key: 'referralClientView',
  right,
  rows: () =>
    dayRows(
      {
        id: sql`r.id`,
        caseId: sql`r.case_id`,
        dueOn: sql`r.ended_on + 14`,
        remindOn: sql`r.ended_on`,
        since: sql`r.ended_on`,
        title: recipient,
      },
      sql`from referral r join my_case m on m.id = r.case_id and m.closed_on is null
        where r.tenant_id = (select app.tenant_id()) and r.state in ('completed', 'brokenOff') and r.client_view is null`,
    ),
  item: (row) => ({
    what: `Sicht der Person zum Verweis festhalten: ${row.title ?? ''}`,
    action: { label: 'Festhalten', to: path(row.case_id) },
  }),
}

/** What waits for the recipient's answer. */
const received: DaySource = {
  key: 'referralReceived',
  right: 'referral.answer',
  rows: () =>
    dayRows(
      {
        id: sql`a.referral_id`,
        dueOn: sql`a.sent_on + 7`,
        remindOn: sql`a.sent_on`,
        since: sql`a.sent_on`,
      },
      sql`from referral_access a where a.tenant_id = (select app.tenant_id()) and a.state = 'sent'
        and a.office = (select app.partner_office()) and a.shared_during @> now()`,
    ),
  item: (row) => ({ what: 'Verweis beantworten', action: { label: 'Öffnen', to: `/verweise/${row.id}` } }),
}

/** A recipient that does not know of the withdrawal yet. */
const letters: DaySource = {
  key: 'withdrawalLetter',
  right,
  rows: () =>
    dayRows(
      { id: sql`l.id`, caseId: sql`l.case_id`, dueOn: sql`l.made_on`, since: sql`l.made_on` },
      sql`from withdrawal_letter l join my_case m on m.id = l.case_id
        where l.tenant_id = (select app.tenant_id()) and l.state = 'drafted'`,
    ),
  item: (row) => ({
    what: 'Widerruf der Stelle mitteilen',
    action: { label: 'Zum Schreiben', to: path(row.case_id) },
  }),
}

/** Nothing is told before the second person has answered: today. */
const asked: DaySource = {
  key: 'disclosureAsked',
  right: 'disclosure.second',
  rows: ({ today }) =>
    dayRows(
      { id: sql`d.id`, dueOn: sql`${today}::date`, since: sql`d.state_on` },
      sql`from disclosure d where d.tenant_id = (select app.tenant_id()) and d.state = 'asked'
        and d.second_user_id = (select app.user_id())`,
    ),
  item: () => ({
    what: 'Als zweite Person gefragt: Übermittlung ohne Einwilligung',
    action: { label: 'Antworten', to: '/pruefungen' },
  }),
}

/** What of referrals stands in Mein Tag. */
export const referralDaySources: readonly DaySource[] = [unanswered, clientViews, letters, received, asked]
