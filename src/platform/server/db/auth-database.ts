import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from './pool.ts'
import type { DB } from './types.generated.ts'

declare const made: unique symbol

/** The pool of `lotse_auth`: alone reads password hashes and opens sessions; it sees no tenant data. */
export type AuthDatabase = Kysely<DB> & { readonly [made]: true }

export const createAuthDatabase = (pool: Pool): AuthDatabase =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) as AuthDatabase
