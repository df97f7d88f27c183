import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { rightsOf } from '../contract/rights.ts'
import type { SessionView } from '../contract/session.ts'

interface SessionRow {
  given_name: string
  family_name: string
  organisation: string | null
  unit: string | null
  tenant_key: string
  tenant_name: string
  settings: Record<string, unknown>
  deputy_for: SessionView['deputyFor']
  sites: SessionView['sites']
  unread: number
}

/** The shell in one statement: person, tenant, sites, deputies, unread notifications. */
export async function readSession(
  tx: Tx,
  actor: Actor,
  { mode, secondFactor }: Pick<SessionView, 'mode' | 'secondFactor'>,
): Promise<SessionView> {
  const { rows } = await sql<SessionRow>`
    select u.given_name, u.family_name, o.name as organisation, n.label as unit, t.key as tenant_key, t.name as tenant_name,
      (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from tenant_setting s
        where s.tenant_id = u.tenant_id and s.key in ('kiName', 'naming', 'fundersNote')) as settings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.given_name || ' ' || a.family_name,
          'until', upper(d.valid_during)) order by a.family_name), '[]')
        from deputy d join staff_user a on a.tenant_id = d.tenant_id and a.id = d.absent_user_id
        where d.tenant_id = u.tenant_id and d.deputy_user_id = u.id and d.valid_during @> now()) as deputy_for,
      (select coalesce(jsonb_agg(distinct jsonb_build_object('id', s.id, 'name', s.label)), '[]')
        from site_access a join site s on s.tenant_id = a.tenant_id and s.id = a.site_id
        where a.tenant_id = u.tenant_id and a.user_id = u.id and a.valid_during @> now()) as sites,
      (select count(*)::int from notification x where x.tenant_id = u.tenant_id and x.user_id = u.id and x.read_at is null) as unread
    from staff_user u join tenant t on t.id = u.tenant_id
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
      left join unit n on n.tenant_id = u.tenant_id and n.id = u.unit_id
    where u.tenant_id = ${actor.tenantId} and u.id = ${actor.userId}`.execute(tx)
  const row = found(rows[0])
  const text = (key: string) => (typeof row.settings[key] === 'string' ? row.settings[key] : '')
  return {
    user: {
      id: actor.userId,
      givenName: row.given_name,
      familyName: row.family_name,
      organisation: row.organisation,
      unit: row.unit,
    },
    tenant: {
      key: row.tenant_key,
      name: row.tenant_name,
      kiName: text('kiName'),
      buildingBlockLabel: text('naming') || 'Baustein',
      fundersNote: text('fundersNote'),
    },
    roles: [...actor.roles] as SessionView['roles'],
    rights: [...rightsOf(actor.roles)].sort(),
    deputyFor: row.deputy_for,
    sites: row.sites,
    mode,
    secondFactor,
    unreadNotifications: row.unread,
  }
}
