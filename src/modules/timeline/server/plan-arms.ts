import { sql } from 'kysely'
import { arm, dayOf, ofCase, type Arm } from './arm.ts'

const goals: Arm[] = [
  arm(
    'plan',
    {
      event: sql`case when g.from_state is null then 'goalSet' else 'goalState' end`,
      id: sql`g.id`,
      onDate: sql`g.on_date`,
      at: sql`g.at`,
      actor: sql`g.actor_id`,
      text: sql`x.wording`,
      facts: sql`jsonb_build_object('from', g.from_state, 'to', g.to_state, 'reason', g.reason)`,
      domains: sql`w.life_domains`,
    },
    (caseId) => sql`from goal_state_change g
      join goal w on w.tenant_id = g.tenant_id and w.id = g.goal_id
      left join goal_text x on x.tenant_id = g.tenant_id and x.goal_id = g.goal_id where ${ofCase('g', caseId)}`,
  ),
  arm(
    'plan',
    {
      event: 'stepAdded',
      id: sql`s.id`,
      onDate: dayOf(sql`s.created_at`),
      at: sql`s.created_at`,
      actor: sql`s.created_by`,
      text: sql`x.wording`,
      facts: sql`jsonb_build_object('responsible', s.responsible, 'dueOn', s.due_on)`,
      domains: sql`w.life_domains`,
    },
    (caseId) => sql`from goal_step s
      join goal w on w.tenant_id = s.tenant_id and w.id = s.goal_id
      left join goal_step_text x on x.tenant_id = s.tenant_id and x.step_id = s.id where ${ofCase('s', caseId)}`,
  ),
  arm(
    'plan',
    {
      event: 'stepState',
      id: sql`s.id`,
      onDate: sql`s.state_on`,
      at: sql`s.state_at`,
      actor: sql`s.state_by`,
      text: sql`x.wording`,
      facts: sql`jsonb_build_object('to', s.state)`,
      domains: sql`w.life_domains`,
    },
    (caseId) => sql`from goal_step s
      join goal w on w.tenant_id = s.tenant_id and w.id = s.goal_id
      left join goal_step_text x on x.tenant_id = s.tenant_id and x.step_id = s.id
      where ${ofCase('s', caseId)} and s.state <> 'open'`,
  ),
]

const facts = sql`jsonb_build_object('number', a.number, 'goals', a.goal_count)`
const agreements: Arm[] = [
  arm(
    'agreement',
    {
      event: 'drafted',
      id: sql`a.id`,
      onDate: sql`a.made_on`,
      at: sql`a.created_at`,
      actor: sql`a.created_by`,
      facts,
    },
    (caseId) => sql`from agreement a where ${ofCase('a', caseId)}`,
  ),
  arm(
    'agreement',
    {
      event: 'signed',
      id: sql`a.id`,
      onDate: sql`a.signed_on`,
      at: sql`a.signature_recorded_at`,
      actor: sql`a.signature_recorded_by`,
      facts,
    },
    (caseId) => sql`from agreement a where ${ofCase('a', caseId)} and a.signed_on is not null`,
  ),
  arm(
    'agreement',
    {
      event: 'ended',
      id: sql`a.id`,
      onDate: sql`a.ended_on`,
      at: sql`a.end_recorded_at`,
      actor: sql`a.end_recorded_by`,
      facts,
    },
    (caseId) => sql`from agreement a where ${ofCase('a', caseId)} and a.ended_on is not null`,
  ),
]

export const planArms: readonly Arm[] = [...goals, ...agreements]
