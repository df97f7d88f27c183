import { sql, type RawBuilder } from 'kysely'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { DeputyChoices, DeputyView } from '../../contract/deputies.ts'

const named = (alias: string, organisation: string) =>
  sql.raw(`jsonb_build_object('id', ${alias}.id, 'name', ${alias}.given_name || ' ' || ${alias}.family_name,
    'organisation', ${organisation}.name)`)
const people = sql`join staff_user a on a.tenant_id = d.tenant_id and a.id = d.absent_user_id
  left join organisation ao on ao.tenant_id = a.tenant_id and ao.id = a.organisation_id
  join staff_user s on s.tenant_id = d.tenant_id and s.id = d.deputy_user_id
  left join organisation so on so.tenant_id = s.tenant_id and so.id = s.organisation_id`

/** An arrangement as its view. Days are days in Berlin; the end of the range is the midnight after the last one. */
const columns = (actor: Actor) => sql<DeputyView>`jsonb_build_object('id', d.id, 'version', d.version,
  'absent', ${named('a', 'ao')}, 'deputy', ${named('s', 'so')},
  'from', (lower(d.valid_during) at time zone 'Europe/Berlin')::date,
  'lastDay', ((upper(d.valid_during) - interval '1 microsecond') at time zone 'Europe/Berlin')::date,
  'state', case when upper(d.valid_during) <= now() then 'over' when lower(d.valid_during) > now() then 'planned' else 'current' end,
  'acrossEmployers', a.organisation_id is distinct from s.organisation_id,
  'can', case when upper(d.valid_during) <= now() then '[]'::jsonb
    when d.absent_user_id = ${actor.userId} or d.created_by = ${actor.userId} then '["change", "end"]'::jsonb
    when (select app.has_any_role('administrator', 'kimLead')) then '["end"]'::jsonb else '[]'::jsonb end)`

async function select(tx: Tx, actor: Actor, where: RawBuilder<unknown>): Promise<DeputyView[]> {
  const { rows } = await sql<{
    deputy: DeputyView
  }>`select ${columns(actor)} as deputy from deputy d ${people}
    where d.tenant_id = (select app.tenant_id()) and not isempty(d.valid_during) and ${where}
    order by lower(d.valid_during), d.id limit 500`.execute(tx)
  return rows.map(({ deputy }) => deputy)
}

/** What the person may see, without what is over for more than a month. */
export const listDeputies = (tx: Tx, actor: Actor): Promise<DeputyView[]> =>
  select(tx, actor, sql`upper(d.valid_during) > now() - interval '31 days'`)

export async function readDeputy(tx: Tx, actor: Actor, id: string): Promise<DeputyView> {
  return found((await select(tx, actor, sql`d.id = ${id}`))[0])
}

/** Oneself (as case manager) and the case managers under the own oversight; all case managers as deputies. */
export async function readDeputyChoices(tx: Tx, actor: Actor): Promise<DeputyChoices> {
  const { rows } = await sql<DeputyChoices>`
    with manager as materialized (select u.id, u.family_name, u.given_name, u.organisation_id, o.name as organisation,
        u.given_name || ' ' || u.family_name as name
      from app.case_managers() m join staff_user u on u.tenant_id = (select app.tenant_id()) and u.id = m.user_id
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id)
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'organisation', m.organisation,
          'self', m.id = ${actor.userId}) order by m.id <> ${actor.userId}, m.family_name, m.given_name), '[]')
        from manager m where m.id = ${actor.userId} or ((select app.has_role('coordinator')) and exists (
          select from oversight v where v.tenant_id = (select app.tenant_id()) and v.coordinator_id = ${actor.userId}
            and v.case_manager_id = m.id and v.valid_during @> now()))) as absent,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'organisation', m.organisation,
          'organisationId', m.organisation_id) order by m.family_name, m.given_name), '[]') from manager m) as deputies`.execute(
    tx,
  )
  return rows[0]!
}
