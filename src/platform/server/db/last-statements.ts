import type { Compilable, CompiledQuery } from 'kysely'
import { statementName } from './driver.ts'
import { inOneWrite } from './one-write.ts'
import type { PoolClient } from './pool.ts'
import type { Tx } from './with-actor.ts'

const waiting = new WeakMap<Tx, CompiledQuery[]>()

/** A statement whose answer nobody reads: it goes with COMMIT, in one write, instead of a round trip of its own. */
export function sendWithCommit(tx: Tx, query: Pick<Compilable, 'compile'>): void {
  const last = waiting.get(tx)
  if (last === undefined) throw new Error('the transaction is over')
  last.push(query.compile())
}

/** Makes `sendWithCommit` possible in this transaction. */
export const collectLast = (tx: Tx): void => void waiting.set(tx, [])

/** The statements kept, in their order, and COMMIT. Answers the command tag; throws what the first failing one throws. */
export async function commitWithLast(client: PoolClient, tx: Tx): Promise<string> {
  const last = waiting.get(tx) ?? []
  waiting.delete(tx)
  const answers = await inOneWrite(client, () => [
    ...last.map(({ sql, parameters }) =>
      client.query({ name: statementName(sql), text: sql, values: parameters as unknown[] }),
    ),
    client.query('commit'),
  ])
  return answers.at(-1)!.command
}
