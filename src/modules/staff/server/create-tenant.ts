import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../../../platform/contract/ids.ts'
import type { Pool } from '../../../platform/server/db/pool.ts'

/**
 * Creates a tenant with its system actor, or answers the id of the one that is there. `owner` is a pool on the
 * owner's login: only the operator makes tenants. The system actor's session token is never known to anyone:
 * `withSystem` reaches it through a definer function that only lotse_jobs and lotse_owner may call.
 */
export async function createTenant(owner: Pool, tenant: { key: string; name: string }): Promise<string> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    const known = await client.query<{ id: string }>('select id from tenant where key = $1', [tenant.key])
    const id = known.rows[0]?.id ?? newId()
    if (known.rows.length === 0) {
      const system = newId()
      const hash = createHash('sha256').update(randomBytes(32)).digest('hex')
      await client.query('insert into tenant (id, key, name) values ($1, $2, $3)', [
        id,
        tenant.key,
        tenant.name,
      ])
      await client.query(
        `insert into auth.session (token_hash, id, tenant_id, user_id, kind, state, idle_expires_at, expires_at)
         values ($1, $2, $3, $4, 'system', 'open', 'infinity', 'infinity')`,
        [hash, newId(), id, system],
      )
      await client.query(
        `select set_config('role', 'app_system', true), set_config('app.session', $1, true)`,
        [hash],
      )
      await client.query(
        `insert into staff_user (id, kind, given_name, family_name) values ($1, 'system', 'Lotse', 'System')`,
        [system],
      )
    }
    await client.query('commit')
    return id
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
