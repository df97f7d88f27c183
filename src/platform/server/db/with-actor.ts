import { sql, type Kysely } from 'kysely'
import { commitLater } from './commit-later.ts'
import { isStaleStatement, kyselyOn, renameStatements } from './driver.ts'
import { KnownActors, sameActor } from './known-actors.ts'
import { collectLast, commitWithLast } from './last-statements.ts'
import { holdWrites, inOneWrite } from './one-write.ts'
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

export interface Manner {
  /** The database refuses to write, and nobody waits for the end of the transaction. */
  readonly readOnly?: boolean
  /**
   * Begin as whom the session led to last time, in the same write as the work. The work must have no effect outside
   * its transaction: when the database answers with another actor, or its tables have changed under a statement that was
   * prepared before (F15), it is undone and done again.
   */
  readonly guess?: boolean
}

const known = new KnownActors()

/**
 * Opens one transaction for the person behind a session and runs `work` in it. `sessionHash` is the sha256 of the
 * cookie token (hex), never the token. Begin, role and session travel in one round trip; after that every row is
 * filtered by row level security. Throws NoActor when the session leads to nobody.
 */
export async function withActor<T>(
  pool: Pool,
  sessionHash: string,
  work: (tx: Tx, actor: Actor) => Promise<T>,
  { readOnly = false, guess = false }: Manner = {},
): Promise<T> {
  const context = { role: 'app_user', kind: 'person', sessionHash, readOnly } as const
  try {
    return await inTransaction(pool, context, work, guess ? known.get(sessionHash) : undefined)
  } catch (error) {
    const stale = isStaleStatement(error)
    if (stale) renameStatements()
    if (!guess || !(stale || error instanceof AnotherActor)) throw error
    return await inTransaction(pool, context, work)
  }
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
  return inTransaction(pool, { role: 'app_system', kind: 'system', sessionHash: hash, readOnly: false }, work)
}

/**
 * A statement is planned once for each connection. Left to itself PostgreSQL plans the first five times anew, and some
 * statements always: with the policies of all its tables a screen takes longer to plan (10 to 90 ms) than to read
 * (2 to 10 ms). What PostgreSQL compiles (JIT, on in Debian's packages) is not kept with a prepared plan: it would be
 * compiled at each execution. Both stand here, not with the roles, so that they hold on every server and behind every
 * pooler.
 */
const contextSql = `select set_config('role', $1, true), set_config('app.session', $2, true),
  set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true)`

/**
 * From here on in this transaction PostgreSQL may plan for the values asked for: where a word or a kind leaves one row
 * or half of the table, one plan for all is wrong (barriers by a word: 290 ms instead of 9 ms).
 */
export const planForValues = (tx: Tx) => sql`select set_config('plan_cache_mode', 'auto', true)`.execute(tx)

/** The session leads to somebody else, or to the same person with other roles, than the work began with. */
class AnotherActor extends Error {}

interface Context {
  readonly role: 'app_user' | 'app_system'
  readonly kind: Actor['kind']
  readonly sessionHash: string
  readonly readOnly: boolean
}

async function inTransaction<T>(
  pool: Pool,
  context: Context,
  work: (tx: Tx, actor: Actor) => Promise<T>,
  guessed?: Actor,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    const tx = kyselyOn(client) as Tx
    collectLast(tx)
    const result = guessed
      ? await guessing(client, context, guessed, () => work(tx, guessed))
      : await work(tx, await open(client, context))
    if (context.readOnly) commitLater(client)
    else if ((await commitWithLast(client, tx)) === 'ROLLBACK')
      throw new TransactionAborted('the transaction had been aborted')
    return result
  } catch (error) {
    broken = await rollbackFailed(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Opens the transaction and begins the work in one write; what the work did counts only if the guess was right. */
async function guessing<T>(
  client: PoolClient,
  context: Context,
  guessed: Actor,
  work: () => Promise<T>,
): Promise<T> {
  holdWrites(client)
  const [actor, outcome] = await Promise.allSettled([open(client, context), work()])
  if (actor.status === 'rejected') throw actor.reason
  if (!sameActor(actor.value, guessed)) throw new AnotherActor('the session leads to another actor')
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

async function open(client: PoolClient, { role, kind, sessionHash, readOnly }: Context): Promise<Actor> {
  const [, , found] = await inOneWrite(client, () => [
    client.query(readOnly ? 'begin read only' : 'begin'),
    client.query({ name: 'lotse-context', text: contextSql, values: [role, sessionHash] }),
    client.query({ name: 'lotse-actor', text: 'select * from app.actor()' }),
  ])
  const row = found.rows[0]
  if (!row) {
    known.delete(sessionHash)
    throw new NoActor('no active session')
  }
  const actor: Actor = {
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
  if (kind === 'person') known.set(sessionHash, actor)
  return actor
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
