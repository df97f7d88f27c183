import { sql } from 'kysely'
import { arm, ofCase, type Arm } from './arm.ts'

/** Every step of a referral. Answers in the application and the clock's reminders have no name: the office did it. */
export const referralArms: readonly Arm[] = [
  arm(
    'referral',
    {
      event: sql`case when s.kind = 'state' then s.to_state else s.kind end`,
      id: sql`s.id`,
      onDate: sql`s.on_date`,
      at: sql`s.at`,
      actor: sql`case when not s.by_partner and s.kind in ('state', 'clientView') then s.actor_id end`,
      text: sql`x.content`,
      facts: sql`jsonb_build_object('organisation', concat_ws(', ', o.name, u.label), 'reason', s.reason, 'result', s.result,
        'via', s.via)`,
      domains: sql`r.life_domains`,
    },
    (caseId) => sql`from referral_step s
      join referral r on r.tenant_id = s.tenant_id and r.id = s.referral_id
      join organisation o on o.tenant_id = r.tenant_id and o.id = r.organisation_id
      left join unit u on u.tenant_id = r.tenant_id and u.id = r.unit_id
      left join referral_step_text x on x.tenant_id = s.tenant_id and x.step_id = s.id where ${ofCase('s', caseId)}`,
  ),
]
