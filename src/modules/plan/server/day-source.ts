import { sql } from 'kysely'
import { dayRows, type DayRow, type DaySource } from '../../calendar/server/index.ts'

const right = 'plan.write'
const toCase = (label: string, row: DayRow) => ({ label, to: `/faelle/${row.case_id}` })

/** A version that was made and not signed yet is due from the day it was made. */
const unsigned: DaySource = {
  key: 'agreementUnsigned',
  right,
  rows: () =>
    dayRows(
      { id: sql`v.id`, caseId: sql`v.case_id`, dueOn: sql`v.made_on`, since: sql`v.made_on` },
      sql`from agreement v join my_case m on m.id = v.case_id and m.closed_on is null
        where v.tenant_id = (select app.tenant_id()) and v.state = 'draft'`,
    ),
  item: (row) => ({ what: 'Vereinbarung unterschreiben', action: toCase('Zur Vereinbarung', row) }),
}

/** Steps of open goals; what a partner, an authority or the client does waits for others. */
const steps: DaySource = {
  key: 'goalStep',
  right,
  rows: ({ until }) =>
    dayRows(
      {
        id: sql`s.id`,
        caseId: sql`s.case_id`,
        dueOn: sql`s.due_on`,
        since: sql`s.state_on`,
        title: sql`x.wording`,
        waits: sql`s.state = 'waiting' or s.responsible <> 'caseManager'`,
      },
      sql`from goal_step s join my_case m on m.id = s.case_id and m.closed_on is null
        join goal g on g.tenant_id = (select app.tenant_id()) and g.id = s.goal_id and g.state = 'open'
        left join goal_step_text x on x.tenant_id = s.tenant_id and x.step_id = s.id
        where s.tenant_id = (select app.tenant_id()) and (s.state = 'waiting' or s.state = 'open')
          and s.due_on <= ${until}::date`,
    ),
  item: (row) => ({ what: `Schritt: ${row.title ?? 'ohne Wortlaut'}`, action: toCase('Zum Plan', row) }),
}

/** The day a goal should be reached: time to talk about it. */
const goals: DaySource = {
  key: 'goal',
  right,
  rows: ({ until }) =>
    dayRows(
      { id: sql`g.id`, caseId: sql`g.case_id`, dueOn: sql`g.target_on`, title: sql`x.wording` },
      sql`from goal g join my_case m on m.id = g.case_id and m.closed_on is null
        left join goal_text x on x.tenant_id = g.tenant_id and x.goal_id = g.id
        where g.tenant_id = (select app.tenant_id()) and g.state = 'open' and g.target_on <= ${until}::date`,
    ),
  item: (row) => ({
    what: `Ziel besprechen: ${row.title ?? 'ohne Wortlaut'}`,
    action: toCase('Zum Plan', row),
  }),
}

/** What of plans stands in Mein Tag. */
export const planDaySources: readonly DaySource[] = [unsigned, steps, goals]
