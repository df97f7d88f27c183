import type { Pool } from '../db/pool.ts'
import { withSystem, type Actor, type Tx } from '../db/with-actor.ts'

/** Work that the clock starts. It runs once at a time, on whichever server takes it, and again after a failure. */
export interface Job {
  /** Name of the queue: lower case, dots. */
  readonly key: string
  /** Five fields, Europe/Berlin. */
  readonly cron: string
  readonly run: (call: { readonly pool: Pool; readonly now: Temporal.Instant }) => Promise<void>
}

/** The tenants of the installation, in a fixed order. `pool`: the login of the workers. */
export async function tenantIds(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>('select app.tenant_ids() as id')
  return rows.map(({ id }) => id)
}

/**
 * The same work for every tenant, each in a transaction of its own as the tenant's system actor. One tenant's
 * failure does not keep the others from their turn; it is thrown at the end.
 */
export function forEachTenant(
  work: (tx: Tx, call: { readonly actor: Actor; readonly now: Temporal.Instant }) => Promise<void>,
): Job['run'] {
  return async ({ pool, now }) => {
    const failures: unknown[] = []
    for (const id of await tenantIds(pool)) {
      await withSystem(pool, id, (tx, actor) => work(tx, { actor, now })).catch((error: unknown) =>
        failures.push(error),
      )
    }
    if (failures.length > 0) throw new AggregateError(failures, `failed for ${failures.length} tenants`)
  }
}
