import { createHash } from 'node:crypto'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from './pool.ts'
import type { DB } from './types.generated.ts'

const names = new Map<string, string>()
/** Counts how often the tables changed under the running server. */
let epoch = 0

/** Every statement is named by the hash of its SQL: an unnamed one is planned anew each time (measured: 29 %). */
export function statementName(sql: string): string {
  let name = names.get(sql)
  if (name === undefined) {
    name = createHash('sha1').update(`${epoch} ${sql}`).digest('base64url')
    // Statements of varying length (long `in` lists) must not fill the memory: write `= any($1)` instead.
    if (names.size < 5000) names.set(sql, name)
  }
  return name
}

/**
 * A migration of the next version has added a column while this server runs: a statement with `*` that a connection knows
 * by name would now answer with other columns, which PostgreSQL refuses (F15).
 */
export const isStaleStatement = (error: unknown): boolean =>
  error instanceof Error &&
  (error as { code?: unknown }).code === '0A000' &&
  error.message.includes('cached plan must not change result type')

/** From now on every statement has a new name, so that every connection prepares it anew. */
export function renameStatements(): void {
  epoch += 1
  names.clear()
}

/** A Kysely on one connection that somebody else opened a transaction on; it never begins or commits itself. */
export function kyselyOn(client: PoolClient): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query({
        name: statementName(query.sql),
        text: query.sql,
        values: query.parameters as unknown[],
      })
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    // oxlint-disable-next-line require-yield -- the interface asks for a generator
    async *streamQuery() {
      throw new Error('streaming is not used: lists are paged')
    },
  }
  const refuse = async () => {
    throw new Error('transactions are opened by withActor only')
  }
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    }),
  }
  return new Kysely<DB>({ dialect })
}
