import { holdWrites } from './one-write.ts'
import type { Pool, PoolClient } from './pool.ts'

/** Connections whose transaction only read and is still open. */
const open = new WeakSet<PoolClient>()

/**
 * Ends a transaction that only read without making anybody wait for it: with the next statement of the connection,
 * in one write, or as soon as nothing else is to be done. There is nothing to lose: the database refused to write.
 */
export function commitLater(client: PoolClient): void {
  open.add(client)
  setImmediate(() => end(client))
}

/** Nobody gets a connection with the transaction of somebody else. */
export function endBeforeUse(pool: Pool): void {
  pool.on('acquire', (client) => {
    if (!open.has(client)) return
    holdWrites(client)
    end(client)
  })
}

function end(client: PoolClient): void {
  // A connection that broke meanwhile took its transaction with it; the pool drops it.
  if (open.delete(client)) client.query('commit').catch(() => {})
}
