import { sql } from 'kysely'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'

const tenant = sql`(select app.tenant_id())`
const ahead = 28
// Known four weeks ahead: a list of its own, so that „Heute“ holds what is for today.
const group = { key: 'solutionReview', label: 'Papiere und Vereinbarungen' }

/** Papers in force whose review comes up, or that run out. */
const paperReviews: DaySource = {
  key: 'paperReview',
  group,
  right: 'paper.write',
  rows: ({ today }) =>
    dayRows(
      {
        id: sql`v.id`,
        dueOn: sql`least(v.review_on, v.valid_until)`,
        title: sql`v.title`,
      },
      sql`from interface_paper_version v where v.tenant_id = ${tenant} and v.state = 'valid'
        and least(v.review_on, v.valid_until) <= ${today}::date + ${ahead}::int`,
    ),
  item: (row) => ({
    what: `Schnittstellenpapier überprüfen: ${row.title ?? ''}`,
    action: { label: 'Öffnen', to: `/schnittstellenpapiere/${row.id}` },
  }),
}

/** Agreements whose review comes up, or that run out. */
const agreementReviews: DaySource = {
  key: 'agreementReview',
  group,
  right: 'agreementRegister.write',
  rows: ({ today }) =>
    dayRows(
      {
        id: sql`a.id`,
        dueOn: sql`least(a.review_on, a.valid_until)`,
        title: sql`a.title`,
      },
      sql`from cooperation_agreement a where a.tenant_id = ${tenant} and a.state <> 'ended'
        and least(a.review_on, a.valid_until) <= ${today}::date + ${ahead}::int`,
    ),
  item: (row) => ({
    what: `Kooperationsvereinbarung überprüfen: ${row.title ?? ''}`,
    action: { label: 'Öffnen', to: `/vereinbarungen/${row.id}` },
  }),
}

/** Measures that are due. */
const measures: DaySource = {
  key: 'measureDue',
  right: 'measure.write',
  rows: ({ until }) =>
    dayRows(
      { id: sql`m.id`, dueOn: sql`m.due_on`, title: sql`m.title` },
      sql`from measure m where m.tenant_id = ${tenant} and m.state in ('recommended', 'planned', 'running')
        and m.due_on <= ${until}::date`,
    ),
  item: (row) => ({
    what: `Maßnahme: ${row.title ?? ''}`,
    action: { label: 'Öffnen', to: `/massnahmen/${row.id}` },
  }),
}

/** What of solutions stands in Mein Tag. */
export const solutionDaySources: readonly DaySource[] = [paperReviews, agreementReviews, measures]
