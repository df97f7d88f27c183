import { sql } from 'kysely'
import { meSql, tenantSql } from './case-sql.ts'
import { dayRows, type DaySource } from './day-source.ts'

const casePath = (caseId: string | null) => (caseId === null ? null : `/faelle/${caseId}`)

/** Own tasks, those of the cases one works, and those one gave to others. */
const tasks: DaySource = {
  key: 'task',
  right: 'task.read',
  rows: ({ today, until }) =>
    dayRows(
      {
        id: sql`t.id`,
        caseId: sql`t.case_id`,
        dueOn: sql`t.due_on`,
        remindOn: sql`t.remind_on`,
        since: sql`(t.created_at at time zone 'Europe/Berlin')::date`,
        title: sql`x.title`,
        waits: sql`t.kind = 'waitingForOthers' or o.others`,
        withId: sql`case when o.others then t.assignee_id end`,
        version: sql`t.version`,
      },
      sql`from (
          select t.id from task t where t.tenant_id = ${tenantSql} and t.state = 'open' and t.assignee_id = ${meSql}
          union select t.id from task t join my_case m on m.id = t.case_id
            where t.tenant_id = ${tenantSql} and t.state = 'open'
          union select t.id from task t
            where t.tenant_id = ${tenantSql} and t.state = 'open' and t.case_id is null and t.created_by = ${meSql}) mine
        join task t on t.tenant_id = ${tenantSql} and t.id = mine.id
        left join my_case m on m.id = t.case_id
        cross join lateral (select t.assignee_id is not null and t.assignee_id <> ${meSql}
          and t.assignee_id is distinct from m.responsible_user_id as others) o
        left join task_text x on x.tenant_id = t.tenant_id and x.task_id = t.id
        where t.due_on is null or t.due_on <= ${until}::date or t.remind_on <= ${today}::date`,
    ),
  item: (row) => ({
    what: row.title ?? 'Aufgabe',
    action: row.with_id === null ? { label: 'Erledigt', to: null } : { label: 'Ansehen', to: '/aufgaben' },
  }),
}

/** Dates that stand in the case file itself. */
const reassessments: DaySource = {
  key: 'reassessment',
  right: 'case.write',
  group: { key: 'reassessment', label: 'Re-Assessments fällig' },
  rows: ({ until }) =>
    dayRows(
      { id: sql`m.id`, caseId: sql`m.id`, dueOn: sql`m.reassessment_due_on` },
      sql`from my_case m where m.closed_on is null and m.reassessment_due_on <= ${until}::date`,
    ),
  item: (row) => ({
    what: 'Re-Assessment',
    action: { label: 'Zu den Lebensbereichen', to: `${casePath(row.case_id)}/lebensbereiche` },
  }),
}

const hardships: DaySource = {
  key: 'hardship',
  right: 'case.write',
  rows: ({ until }) =>
    dayRows(
      { id: sql`m.id`, caseId: sql`m.id`, dueOn: sql`m.hardship_until` },
      sql`from my_case m where m.closed_on is null and m.hardship_until <= ${until}::date`,
    ),
  item: (row) => ({
    what: 'Übernahme als Härtefall endet',
    action: { label: 'Fall öffnen', to: casePath(row.case_id) },
  }),
}

const aftercare: DaySource = {
  key: 'aftercare',
  right: 'case.write',
  rows: ({ until }) =>
    dayRows(
      { id: sql`m.id`, caseId: sql`m.id`, dueOn: sql`m.aftercare_on` },
      sql`from my_case m where m.closed_on is not null and m.aftercare_on <= ${until}::date`,
    ),
  item: (row) => ({ what: 'Nachsorge', action: { label: 'Fall öffnen', to: casePath(row.case_id) } }),
}

/** The office that asked KIM in waits to hear whether it took over (R049). */
const partnerAnswers: DaySource = {
  key: 'partnerAnswer',
  right: 'request.take',
  rows: () =>
    dayRows(
      {
        id: sql`p.request_id`,
        dueOn: sql`(p.created_at at time zone 'Europe/Berlin')::date + 7`,
        remindOn: sql`(p.created_at at time zone 'Europe/Berlin')::date`,
        since: sql`(p.created_at at time zone 'Europe/Berlin')::date`,
      },
      sql`from partner_request p join request r on r.tenant_id = p.tenant_id and r.id = p.request_id
        where p.tenant_id = ${tenantSql} and p.answer is null and p.answer_agreed and r.assigned_to = ${meSql}`,
    ),
  item: (row) => ({
    what: 'Partnerstelle antworten, ob KIM übernimmt',
    action: { label: 'Antworten', to: `/anfragen/${row.id}` },
  }),
}

/** What the calendar itself brings to Mein Tag; the other modules' sources are listed in `src/server.ts`. */
export const calendarDaySources: readonly DaySource[] = [
  tasks,
  reassessments,
  hardships,
  aftercare,
  partnerAnswers,
]
