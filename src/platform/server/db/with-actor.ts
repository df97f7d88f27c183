import type { Writable } from 'node:stream'
import type { Kysely } from 'kysely'
import { kyselyOn } from './driver.ts'
import type { Pool, PoolClient } from './pool.ts'
import type { DB } from './types.generated.ts'

declare const made: unique symbol

/** An open transaction of one actor. Only `withActor` and `withSystem` make one. */
export type Tx = Kysely<DB> & { readonly [made]: true }

/** Who acts, as the database resolved it from the session in the same transaction. */
export interface Actor {
  readonly kind: 'person' | 'system'
  readonly tenantId: string
  readonly userId: string
  readonly sessionId: string
  readonly organisationId: string | null
  readonly roles: readonly string[]
  readonly lastSeenAt: string
  readonly reauthenticatedAt: string
  /** The password was set by somebody else: until it is changed nothing else is served. */
  readonly mustChangePassword: boolean
}

/** COMMIT was answered with ROLLBACK: an error inside was swallowed; nothing was written. */
export class TransactionAborted extends Error {}

/** The session does not lead to an active user (expired, revoked, unknown, second factor missing). */
export class NoActor extends Error {}

/**
 * Opens one transaction for the person behind a session and runs `work` in it. `sessionHash` is the sha256 of the
 * cookie token (hex), never the token. Begin, role and session travel in one round trip; after that every row is
 * filtered by row level security. Throws NoActor without touching anything when the session leads to nobody.
 */
export function withActor<T>(
  pool: Pool,
  sessionHash: string,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, 'app_user', sessionHash, 'person', work)
}

/**
 * The tenant's system actor: clock-driven work and the operator's commands. `pool` must be a login that is a
 * member of app_system (lotse_jobs or lotse_owner); with the application's login this fails.
 */
export async function withSystem<T>(
  pool: Pool,
  tenantId: string,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let hash: string | null
  try {
    await client.query('begin')
    await client.query(`set local role app_system`)
    const { rows } = await client.query<{ hash: string | null }>('select app.system_session($1) as hash', [
      tenantId,
    ])
    hash = rows[0]?.hash ?? null
  } finally {
    client.release(await rollbackFailed(client))
  }
  if (hash === null) throw new NoActor(`no system actor for tenant ${tenantId}`)
  return inTransaction(pool, 'app_system', hash, 'system', work)
}

const contextSql = `select set_config('role', $1, true), set_config('app.session', $2, true)`

async function inTransaction<T>(
  pool: Pool,
  role: 'app_user' | 'app_system',
  sessionHash: string,
  kind: Actor['kind'],
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    const actor = await open(client, role, sessionHash, kind)
    const result = await work(kyselyOn(client) as Tx, actor)
    const { command } = await client.query('commit')
    if (command === 'ROLLBACK') throw new TransactionAborted('the transaction had been aborted')
    return result
  } catch (error) {
    broken = await rollbackFailed(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function open(
  client: PoolClient,
  role: string,
  sessionHash: string,
  kind: Actor['kind'],
): Promise<Actor> {
  const [, , found] = await inOneWrite(client, () => [
    client.query('begin'),
    client.query({ name: 'lotse-context', text: contextSql, values: [role, sessionHash] }),
    client.query({ name: 'lotse-actor', text: 'select * from app.actor()' }),
  ])
  const row = found.rows[0]
  if (!row) throw new NoActor('no active session')
  return {
    kind,
    tenantId: row.tenant_id,
    userId: row.user_id,
    sessionId: row.session_id,
    organisationId: row.organisation_id,
    roles: row.roles,
    lastSeenAt: row.last_seen_at,
    reauthenticatedAt: row.reauthenticated_at,
    mustChangePassword: row.must_change,
  }
}

/** Three statements in one system call instead of three: a write costs more than most of what it asks for. */
function inOneWrite<T extends readonly Promise<unknown>[]>(client: PoolClient, send: () => readonly [...T]) {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  try {
    return Promise.all(send())
  } finally {
    stream.uncork()
  }
}

/** A connection that cannot even roll back is not given back to the pool. */
async function rollbackFailed(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return false
  } catch {
    return true
  }
}
