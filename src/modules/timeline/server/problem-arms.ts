import { sql } from 'kysely'
import { arm, ofCase, type Arm } from './arm.ts'

/** What stood in the way, and what was tried; oversight sees it once it was called in. */
export const problemArms: readonly Arm[] = [
  arm(
    'problem',
    {
      event: sql`s.kind`,
      id: sql`s.id`,
      onDate: sql`s.on_date`,
      at: sql`s.at`,
      actor: sql`s.actor_id`,
      text: sql`x.content`,
      facts: sql`jsonb_build_object('problemKind', p.kind, 'to', s.to_value, 'reason', s.reason)`,
      domains: sql`array_remove(array[p.life_domain], null)`,
      byWorker: sql`s.kind <> 'coordinatorAnswered'`,
    },
    (caseId) => sql`from problem_step s
      join problem p on p.tenant_id = s.tenant_id and p.id = s.problem_id
      left join problem_step_text x on x.tenant_id = s.tenant_id and x.step_id = s.id where ${ofCase('s', caseId)}`,
  ),
]
