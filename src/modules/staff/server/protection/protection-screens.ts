import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { ProtectionOpinion, StaffDataBasis } from '../../contract/protection.ts'

/** All opinions, newest first; the newest of a topic is the one that decides. */
export async function listOpinions(tx: Tx): Promise<ProtectionOpinion[]> {
  const { rows } = await sql<ProtectionOpinion>`
    select p.id, p.topic, p.allows, p.reference, p.given_on as "givenOn", p.recorded_at as "recordedAt",
      coalesce(u.given_name || ' ' || u.family_name, '') as "recordedBy",
      row_number() over (partition by p.topic order by p.recorded_at desc, p.id desc) = 1 as current
    from protection_opinion p left join staff_user u on u.tenant_id = p.tenant_id and u.id = p.recorded_by
    where p.tenant_id = (select app.tenant_id()) order by p.recorded_at desc, p.id desc limit 500`.execute(tx)
  return rows
}

export async function readOpinion(tx: Tx, id: string): Promise<ProtectionOpinion> {
  return found((await listOpinions(tx)).find((opinion) => opinion.id === id))
}

/** Every employer of case managers, and any other with an agreement. */
export async function listStaffDataBases(tx: Tx): Promise<StaffDataBasis[]> {
  const { rows } = await sql<StaffDataBasis>`
    select o.id as "organisationId", o.name as organisation, case when b.organisation_id is null then null else
      jsonb_build_object('council', b.council, 'reference', b.reference, 'agreedOn', b.agreed_on,
        'registeredBy', coalesce(u.given_name || ' ' || u.family_name, ''), 'registeredAt', b.registered_at) end as basis
    from organisation o left join staff_data_basis b on b.tenant_id = o.tenant_id and b.organisation_id = o.id
      left join staff_user u on u.tenant_id = b.tenant_id and u.id = b.registered_by
    where o.tenant_id = (select app.tenant_id()) and (b.organisation_id is not null
      or (o.employs_case_managers and o.valid_to is null)) order by o.position, o.id`.execute(tx)
  return rows
}
