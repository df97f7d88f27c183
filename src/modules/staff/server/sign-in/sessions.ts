import { newId } from '../../../../platform/contract/ids.ts'
import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'
import { hashOfToken, newToken } from '../../../../platform/server/http/session-cookie.ts'

/** ASVS 7.3: a working day at most, half an hour of standstill; a pending second factor waits ten minutes. */
const absoluteHours = 12
const idleMinutes = 30
const pendingMinutes = 10

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

export interface SessionOwner {
  readonly userId: string
  readonly tenantId: string
}

/** A new session with a new token: signing in never keeps an old one (BC-30). */
export async function createSession(
  auth: AuthDatabase,
  owner: SessionOwner,
  state: 'pending' | 'open',
  userAgent: string | undefined,
): Promise<string> {
  const token = newToken()
  await auth
    .insertInto('auth.session')
    .values({
      token_hash: hashOfToken(token),
      id: newId(),
      tenant_id: owner.tenantId,
      user_id: owner.userId,
      kind: 'person',
      state,
      user_agent: userAgent?.slice(0, 200) ?? null,
      idle_expires_at: inMinutes(state === 'open' ? idleMinutes : pendingMinutes),
      expires_at: inMinutes(state === 'open' ? absoluteHours * 60 : pendingMinutes),
    })
    .execute()
  return token
}

/** A live session in the given state, by the hash of its token. */
export const findSession = (auth: AuthDatabase, hash: string, state: 'pending' | 'open') =>
  auth
    .selectFrom('auth.session')
    .select(['id', 'user_id', 'tenant_id', 'token_hash'])
    .where('token_hash', '=', hash)
    .where('state', '=', state)
    .where('kind', '=', 'person')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .where('idle_expires_at', '>', new Date().toISOString())
    .executeTakeFirst()

/** Moves the idle limit; called at most once a minute per session. */
export async function touchSession(auth: AuthDatabase, sessionId: string): Promise<void> {
  await auth
    .updateTable('auth.session')
    .set({ last_seen_at: new Date().toISOString(), idle_expires_at: inMinutes(idleMinutes) })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function revokeSession(auth: AuthDatabase, hash: string): Promise<void> {
  await auth
    .updateTable('auth.session')
    .set({ revoked_at: new Date().toISOString() })
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Ends the sessions of a user: one by id, or all but the one given. Answers how many ended. */
export async function revokeSessionsOf(
  auth: AuthDatabase,
  userId: string,
  which: { id: string } | { allBut: string },
): Promise<number> {
  const ended = await auth
    .updateTable('auth.session')
    .set({ revoked_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('kind', '=', 'person')
    .where('revoked_at', 'is', null)
    .where('id', 'id' in which ? '=' : '<>', 'id' in which ? which.id : which.allBut)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export const listSessions = (auth: AuthDatabase, userId: string) =>
  auth
    .selectFrom('auth.session')
    .select(['id', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('kind', '=', 'person')
    .where('state', '=', 'open')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .where('idle_expires_at', '>', new Date().toISOString())
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute()
