import { sql } from 'kysely'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'

/** The coordinator was called in and has not answered yet. */
const called: DaySource = {
  key: 'problemCalled',
  right: 'problem.answer',
  rows: () =>
    dayRows(
      {
        id: sql`p.id`,
        caseId: sql`p.case_id`,
        dueOn: sql`p.coordinator_called_on + 7`,
        since: sql`p.coordinator_called_on`,
      },
      sql`from problem p where p.tenant_id = (select app.tenant_id()) and p.coordinator_called_on is not null and p.state = 'open'
        and exists (select from case_access a where a.tenant_id = p.tenant_id and a.user_id = (select app.user_id())
          and a.case_id = p.case_id and a.basis = 'oversight' and a.valid_during @> now())
        and not exists (select from problem_step s where s.tenant_id = p.tenant_id and s.problem_id = p.id and s.kind = 'coordinatorAnswered')`,
    ),
  item: () => ({
    what: 'Zu einer Hürde eingeschaltet',
    action: { label: 'Antworten', to: '/huerden/eingeschaltet' },
  }),
}

/** A question at a barrier that came from an own case. */
const asked: DaySource = {
  key: 'barrierAsked',
  right: 'problem.write',
  rows: () =>
    dayRows(
      {
        id: sql`q.id`,
        caseId: sql`r.case_id`,
        dueOn: sql`q.asked_on + 7`,
        since: sql`q.asked_on`,
      },
      sql`from problem_report r join my_case m on m.id = r.case_id
        join barrier_question q on q.tenant_id = r.tenant_id and q.barrier_id = r.barrier_id and q.answer is null
        where r.tenant_id = (select app.tenant_id())`,
    ),
  item: (row) => ({
    what: 'Rückfrage zu einer gemeldeten Hürde',
    action: { label: 'Beantworten', to: `/faelle/${row.case_id}/huerden` },
  }),
}

export const barrierDaySources: readonly DaySource[] = [called, asked]
