import { sql, type RawBuilder } from 'kysely'
import type { Pool } from '../../platform/server/db/pool.ts'
import { withSystem, type Tx } from '../../platform/server/db/with-actor.ts'

/** A version 7 id for a row of a case (alias `c`), the same in each run. */
const idOf = (label: string, of: RawBuilder<unknown> = sql`c.id`) =>
  sql`overlay(overlay(md5(${label}::text || ${of}) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`

/** A number below `n` that depends on the case and the label alone. */
const pick = (label: string, n: number, of: RawBuilder<unknown> = sql`c.id`) =>
  sql`(abs(hashtextextended(${of} || ${label}::text, 0)) % ${sql.lit(n)})::int`

/** Open cases `c` of the tenant with their main person and one of its organisations, none with an immigration authority. */
const openCases = (tenantId: string) => sql`(
  select f.id, f.responsible_user_id as user_id, m.person_id, o.id as organisation_id
  from case_file f join case_person m on m.tenant_id = f.tenant_id and m.case_id = f.id and m.is_main and m.valid_to is null
    join (select array_agg(o.id order by o.position, o.id) as ids from organisation o where o.tenant_id = ${tenantId} and o.valid_to is null
      and not exists (select from unit u where u.tenant_id = o.tenant_id and u.organisation_id = o.id
        and u.kind in ('immigrationAuthority', 'naturalisationAuthority', 'immigration', 'naturalisation'))) l on true
    cross join lateral (select l.ids[1 + (abs(hashtextextended(f.id::text, 1)) % cardinality(l.ids))::int] as id) o
  where f.tenant_id = ${tenantId} and f.closed_on is null) c`

type Insert = (tenantId: string, today: string) => RawBuilder<unknown>

const consents: Insert = (tenantId, today) => sql`
  insert into consent (tenant_id, id, case_id, person_id, direction, recipient_kind, organisation_id, purposes, data_categories,
    valid_from, valid_to, text_version, language, mediator, given_on, given_as, given_roles, confirmed_by, created_by)
  select ${tenantId}, ${idOf('consent')}, c.id, c.person_id, 'mutual', 'organisation', c.organisation_id, array['mediation'], array['contact'],
    ${today}::date - ${pick('from', 350)}, ${today}::date - ${pick('from', 350)} + 364, '1', 'de', 'none',
    ${today}::date - ${pick('from', 350)}, 'written', array['self'], c.user_id, c.user_id
  from ${openCases(tenantId)}`

const referrals: Insert = (tenantId, today) => sql`
  insert into referral (tenant_id, id, case_id, person_id, organisation_id, consent_id, purpose, data_categories, state, state_on,
    sent_on, remind_on, return_on, ended_on, result, client_view, client_view_on, created_by)
  select ${tenantId}, ${idOf('referral')}, c.id, c.person_id, c.organisation_id, ${idOf('consent')}, 'mediation', array['contact'], s.state, s.on_day,
    s.on_day, s.on_day + 14, s.on_day + 28, case when s.state = 'completed' then s.on_day + 7 end,
    case when s.state = 'completed' then 'done' end, case when s.seen then 'helped' end, case when s.seen then s.on_day + 7 end, c.user_id
  from ${openCases(tenantId)} cross join lateral (select (array['sent', 'running', 'running', 'completed', 'completed'])[1 + k] as state,
      k = 4 as seen, ${today}::date - 10 - ${pick('sent', 30)} as on_day
    from (select ${pick('state', 5)} as k) x) s
  where ${pick('referred', 10)} < 4`

const waits: Insert = (tenantId, today) => sql`
  insert into contact_wait (tenant_id, contact_id, case_id, since, expected_until, organisation_id)
  select ${tenantId}, x.id, c.id, ${today}::date - 20, ${today}::date - 10 + ${pick('until', 60)}, c.organisation_id
  from ${openCases(tenantId)} cross join lateral (select id from contact where tenant_id = ${tenantId} and case_id = c.id
    order by on_date desc, id limit 1) x
  where ${pick('waits', 10)} < 2`

const agreements: Insert = (tenantId, today) => sql`
  insert into agreement (tenant_id, id, case_id, episode, number, goal_count, made_on, state, signed_on, signature_kind, signed_roles, language, created_by)
  select ${tenantId}, ${idOf('agreement')}, c.id, 1, 1, 1, ${today}::date - ${pick('made', 200)}, s.state,
    case when s.state = 'signed' then ${today}::date - ${pick('made', 200)} end, case when s.state = 'signed' then 'paper' end,
    case when s.state = 'signed' then array['client', 'caseManager'] else '{}' end, null, c.user_id
  from ${openCases(tenantId)} cross join lateral (select case when ${pick('agreed', 20)} = 0 then 'draft' else 'signed' end as state) s
  where ${pick('agreed', 20)} < 13`

const ofGoal = sql`g.id`
const steps: Insert = (tenantId, today) => sql`
  insert into goal_step (tenant_id, id, case_id, goal_id, position, responsible, due_on, state, state_on, created_by)
  select ${tenantId}, ${idOf('step', ofGoal)}, g.case_id, g.id, 1, (array['client', 'caseManager', 'partner'])[1 + ${pick('who', 3, ofGoal)}],
    ${today}::date - 5 + ${pick('due', 90, ofGoal)}, 'open', ${today}::date - 30, g.created_by
  from goal g where g.tenant_id = ${tenantId} and g.state = 'open' and ${pick('step', 2, ofGoal)} = 0`

const stepTexts: Insert = (tenantId) => sql`
  insert into goal_step_text (tenant_id, step_id, case_id, wording)
  select ${tenantId}, s.id, s.case_id, 'Beim Vermieter nach der Bescheinigung fragen.' from goal_step s
  where s.tenant_id = ${tenantId} and not exists (select from goal_step_text x where x.tenant_id = s.tenant_id and x.step_id = s.id)`

const inserts: readonly Insert[] = [consents, referrals, waits, agreements, steps, stepTexts]
const filled = [
  'consent',
  'referral',
  'referral_access',
  'contact_wait',
  'agreement',
  'goal_step',
  'goal_step_text',
]

/**
 * What is under way in the open cases of a generated tenant: consents, some running out; referrals, some unanswered;
 * answers waited for, agreements, steps of goals. A tenant that has some is left alone.
 */
export async function fillWork(owner: Pool, tenantId: string, today: string): Promise<void> {
  const made = await withSystem(owner, tenantId, async (tx: Tx) => {
    if (await tx.selectFrom('consent').select('id').limit(1).executeTakeFirst()) return false
    for (const insert of inserts) await insert(tenantId, today).execute(tx)
    return true
  })
  if (!made) return
  for (const table of filled) await owner.query(`vacuum (analyze) ${table}`)
}
