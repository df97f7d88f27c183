import { sql } from 'kysely'
import type { House, TestUser } from './house.ts'

/** Phases, talks, a wait for an office of the town and a step an authority has done, in an open case of `aCase`. */
export const aCourse = (house: House, caseId: string, { id: by, tenant }: TestUser): Promise<unknown> =>
  house.system(tenant, async (tx) => {
    await sql`insert into case_step (id, case_id, episode, kind, from_value, to_value, on_date, actor_id, at)
      values (gen_random_uuid(), ${caseId}, 1, 'phase', null, 'screening', '2026-11-02', ${by}, '2026-11-02 09:00Z'),
        (gen_random_uuid(), ${caseId}, 1, 'phase', 'screening', 'assessment', '2026-11-30', ${by}, '2026-11-30 09:00Z'),
        (gen_random_uuid(), ${caseId}, 1, 'phase', 'assessment', 'planning', '2026-11-30', ${by}, '2026-11-30 10:00Z')`.execute(
      tx,
    )
    await sql`with c as (insert into contact (id, case_id, on_date, kind, topics, created_by)
        values (gen_random_uuid(), ${caseId}, '2026-11-09', 'phone', '{language}', ${by}),
          (gen_random_uuid(), ${caseId}, '2026-11-10', 'phone', '{}', ${by}) returning id, on_date)
      insert into contact_wait (contact_id, case_id, organisation_id, since, answered_on)
      select c.id, ${caseId}, ${tenant.town}, '2026-11-09', '2026-12-07' from c where c.on_date = '2026-11-09'`.execute(
      tx,
    )
    await sql`with g as (insert into goal (id, case_id, position, set_in_episode, state_on, created_by)
        values (gen_random_uuid(), ${caseId}, 1, 1, '2026-11-12', ${by}) returning id)
      insert into goal_step (id, case_id, goal_id, position, responsible, state, state_on, created_at, created_by)
      select gen_random_uuid(), ${caseId}, g.id, 1, 'authority', 'done', '2026-11-26', '2026-11-12 10:00+01', ${by} from g`.execute(
      tx,
    )
  })

/** Title, weeks it lasted and weeks of waiting of each station that is proposed of it. */
export const courseStations = [
  ['Case Management: Klärung', 4, null],
  ['Warten auf eine Antwort', null, 4],
  ['2 Gespräche im Case Management: Sprache', null, null],
  ['Schritt bei einer Behörde', 2, null],
  ['Case Management: Planung', null, null],
]
