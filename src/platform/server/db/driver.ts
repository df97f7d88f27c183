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

/** Every statement is named by the hash of its SQL: an unnamed one is planned anew each time (measured: 29 %). */
export function statementName(sql: string): string {
  let name = names.get(sql)
  if (name === undefined) {
    name = createHash('sha1').update(sql).digest('base64url')
    // Statements of varying length (long `in` lists) must not fill the memory: write `= any($1)` instead.
    if (names.size < 5000) names.set(sql, name)
  }
  return name
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
