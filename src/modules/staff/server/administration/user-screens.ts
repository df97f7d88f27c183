import { sql, type RawBuilder } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../../platform/server/http/refusal.ts'
import { exportGrantView } from './export-grant-screen.ts'
import type { RoleView, userEndpoints, UserRow, UserView } from '../../contract/users.ts'

type Search = Body<typeof userEndpoints.search>

/** The roles held now, as an array. */
const rolesNow = sql`array(select distinct r.role from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
  and r.valid_during @> now() order by r.role)`

const scopeName = sql`case r.scope_kind
  when 'region' then (select x.label from region x where x.tenant_id = r.tenant_id and x.id = r.scope_id)
  when 'organisation' then (select x.name from organisation x where x.tenant_id = r.tenant_id and x.id = r.scope_id)
  when 'site' then (select x.label from site x where x.tenant_id = r.tenant_id and x.id = r.scope_id) end`

/** A role as its view; `r` is the table. */
export const roleColumns = sql<RoleView>`jsonb_build_object('id', r.id, 'role', r.role, 'scopeKind', r.scope_kind,
  'scopeId', r.scope_id, 'scope', ${scopeName}, 'from', coalesce(lower(r.valid_during), now()), 'until', upper(r.valid_during),
  'state', case when isempty(r.valid_during) or upper(r.valid_during) <= now() then 'ended'
    when lower(r.valid_during) > now() then 'planned' else 'current' end)`

/** One page of users in one statement. The cursor is an id: names belong in no address and no log. */
export async function searchUsers(tx: Tx, search: Search): Promise<{ rows: UserRow[]; next?: string }> {
  const { rows } = await sql<UserRow>`
    select u.id, u.given_name as "givenName", u.family_name as "familyName", o.name as organisation, n.label as unit,
      u.active, a.login_name as "loginName", ${rolesNow} as roles, coalesce(a.second_factor, false) as "secondFactor"
    from staff_user u left join app.account_states() a on a.user_id = u.id
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
      left join unit n on n.tenant_id = u.tenant_id and n.id = u.unit_id
    where u.tenant_id = (select app.tenant_id()) and u.kind = 'person' and ${filterSql(search)} and ${afterSql(search.after)}
    order by u.family_name, u.given_name, u.id limit ${search.limit + 1}`.execute(tx)
  const page = rows.slice(0, search.limit)
  const last = rows.length > search.limit ? page.at(-1) : undefined
  return last === undefined ? { rows: page } : { rows: page, next: last.id }
}

function filterSql({ text, state, role, organisationId }: Search): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (state !== 'all') parts.push(sql`u.active = ${state === 'active'}`)
  if (role) parts.push(sql`${role} = any (${rolesNow})`)
  if (organisationId) parts.push(sql`u.organisation_id = ${organisationId}`)
  if (text) {
    const words = text.split(/\s+/).map(
      (
        word,
      ) => sql`(starts_with(lower(u.family_name), lower(${word})) or starts_with(lower(u.given_name), lower(${word}))
        or starts_with(lower(a.login_name), lower(${word})))`,
    )
    parts.push(...words)
  }
  return sql.join(parts, sql` and `)
}

function afterSql(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`
  if (!/^[0-9a-f-]{36}$/.test(after)) throw new Refusal('invalid', 'malformed')
  return sql`(u.family_name, u.given_name, u.id) > (select x.family_name, x.given_name, x.id from staff_user x
    where x.tenant_id = (select app.tenant_id()) and x.id = ${after}::uuid)`
}

type Row = Omit<UserView, 'can'>

const overseen = (
  own: 'coordinator_id' | 'case_manager_id',
  other: 'coordinator_id' | 'case_manager_id',
) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.given_name || ' ' || x.family_name)
      order by x.family_name, x.given_name), '[]')
    from oversight v join staff_user x on x.tenant_id = v.tenant_id and x.id = v.${sql.ref(other)}
    where v.tenant_id = u.tenant_id and v.${sql.ref(own)} = u.id and v.valid_during @> now())`

/** One user for the administration, in one statement. */
export async function readUser(tx: Tx, actor: Actor, id: string): Promise<UserView> {
  const { rows } = await sql<Row>`
    select u.id, u.given_name as "givenName", u.family_name as "familyName", u.email, u.phone, u.active, u.version,
      u.organisation_id as "organisationId", u.unit_id as "unitId", o.name as organisation, n.label as unit,
      case when a.user_id is null then null else jsonb_build_object('loginName', a.login_name, 'secondFactor', a.second_factor,
        'secondFactorRequired', a.second_factor_required, 'mustChangePassword', a.must_change) end as account,
      (select coalesce(jsonb_agg(${roleColumns} order by upper(r.valid_during) desc nulls first, r.role), '[]')
        from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id) as roles,
      (select coalesce(jsonb_agg(${exportGrantView} order by g.granted_at desc), '[]') from export_grant g
        join staff_user b on b.tenant_id = g.tenant_id and b.id = g.granted_by
        where g.tenant_id = u.tenant_id and g.user_id = u.id) as "exportGrants",
      ${overseen('case_manager_id', 'coordinator_id')} as "overseenBy", ${overseen('coordinator_id', 'case_manager_id')} as oversees
    from staff_user u left join app.account_states() a on a.user_id = u.id
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
      left join unit n on n.tenant_id = u.tenant_id and n.id = u.unit_id
    where u.tenant_id = (select app.tenant_id()) and u.id = ${id} and u.kind = 'person'`.execute(tx)
  const user = found(rows[0])
  return { ...user, can: mayDo(user, user.id === actor.userId) }
}

/** Nobody shuts oneself out, gives oneself a role or resets the own password here. */
function mayDo(user: Row, self: boolean): UserView['can'] {
  if (!user.active) return ['change', 'reactivate']
  if (self) return ['change']
  return ['change', 'deactivate', 'giveRole', ...(user.account ? (['resetPassword'] as const) : [])]
}

/** One role as its view. */
export async function readRole(tx: Tx, id: string): Promise<RoleView> {
  const { rows } = await sql<{ role: RoleView }>`select ${roleColumns} as role from role_assignment r
    where r.tenant_id = (select app.tenant_id()) and r.id = ${id}`.execute(tx)
  return found(rows[0]).role
}
