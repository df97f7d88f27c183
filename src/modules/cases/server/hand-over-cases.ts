import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Body } from '../../../platform/contract/endpoint.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found } from '../../../platform/server/http/refusal.ts'
import type { HandoverReason } from '../contract/codes.ts'
import type { HandoverView, handoverEndpoints } from '../contract/handovers.ts'
import { handOverCase } from './hand-over-case.ts'

/** More than anybody has; a list longer than this is handed over in parts. */
const most = 200

/** Open cases of one person as far as the asking person may hand them over. 404: nobody the person may act for. */
export async function listHandovers(tx: Tx, actor: Actor, from: string | undefined): Promise<HandoverView> {
  const { rows } = await sql<Omit<HandoverView, 'candidates'>>`
    with people as (
      select u.id, u.given_name || ' ' || u.family_name as name from staff_user u
      where u.tenant_id = ${actor.tenantId} and ((u.id = ${actor.userId} and (select app.has_role('caseManager')))
        or ((select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = u.tenant_id
          and o.coordinator_id = ${actor.userId} and o.case_manager_id = u.id and o.valid_during @> now())))
    ), chosen as (
      select id, name from people where id = coalesce(${from ?? null}::uuid, id)
      order by id = ${actor.userId} desc, name, id limit 1
    ), cases as (
      select f.id, f.file_number, f.intensity, f.phase, s.label as site,
        left(p.given_name, 1) || '. ' || left(p.family_name, 1) || '.' as initials
      from case_file f left join site s on s.tenant_id = f.tenant_id and s.id = f.site_id
        left join case_person m on m.tenant_id = f.tenant_id and m.case_id = f.id and m.is_main and m.valid_to is null
        left join person p on p.tenant_id = f.tenant_id and p.id = m.person_id
      where f.tenant_id = ${actor.tenantId} and f.responsible_user_id = (select id from chosen) and f.closed_on is null
      order by f.file_number, f.id limit ${most}
    )
    select (select jsonb_build_object('id', id, 'name', name) from chosen) as from,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id = ${actor.userId} desc, name), '[]') from people) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'fileNumber', file_number, 'initials', initials,
          'intensity', intensity, 'phase', phase, 'site', site) order by file_number, id), '[]') from cases) as cases,
      (select coalesce(app.closed_cases_of(id), 0) from (select (select id from chosen) as id) x) as closed`.execute(
    tx,
  )
  const view = rows[0]!
  if (from !== undefined) found(view.from)
  const idle = view.from === null || view.cases.length + view.closed === 0
  return { ...view, candidates: idle ? [] : await candidatesOf(tx, actor, view.from!.id) }
}

async function candidatesOf(tx: Tx, actor: Actor, from: string): Promise<HandoverView['candidates']> {
  const { rows } = await sql<HandoverView['candidates'][number]>`
    select u.id, u.given_name || ' ' || u.family_name as name, o.name as organisation, o.id as "organisationId"
    from app.handover_candidates_of(${from}) c (id)
      join staff_user u on u.tenant_id = ${actor.tenantId} and u.id = c.id
      join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    order by o.position, u.family_name, u.given_name, u.id limit 500`.execute(tx)
  return rows
}

/** One after the other as if each were handed over by itself, with its own step, notice and audit row; all or none. */
export async function handOverCases(
  tx: Tx,
  actor: Actor,
  { cases, closedOf, to, reason }: Body<typeof handoverEndpoints.handOver>,
): Promise<{ handedOver: number; closed: number }> {
  const ids = [...new Set(cases)]
  for (const [index, id] of ids.entries()) {
    await handOverCase(tx, actor, id, { to, reason }).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
      const message = 'Dieser Fall kann so nicht übergeben werden. Es wurde keiner der Fälle übergeben.'
      throw new Refusal('conflict', error.code, {
        fields: [{ path: `cases.${index}`, code: error.code, message }],
      })
    })
  }
  const closed = closedOf === undefined ? 0 : await handOverClosed(tx, closedOf, { to, reason })
  return { handedOver: ids.length, closed }
}

/** All closed files of one person: one entry of the audit with their ids, and one notice. */
async function handOverClosed(
  tx: Tx,
  from: string,
  { to, reason }: { to: string; reason: HandoverReason },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from app.hand_over_closed_cases(${from}, ${to}, ${reason}) id`.execute(tx)
  if (rows.length === 0) throw new Refusal('conflict', 'handoverRefused')
  const details = { to, cases: rows.map(({ id }) => id) }
  await audit(tx, { action: 'case.closedHandedOver', objectKind: 'user', objectId: from, reason, details })
  const notice = { user_id: to, kind: 'case.closedHandedOver', object_kind: 'user' }
  await tx
    .insertInto('notification')
    .values({ id: newId(), ...notice })
    .execute()
  return rows.length
}
