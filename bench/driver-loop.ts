import type pg from 'pg'
import { newId } from '../src/platform/contract/ids.ts'
import { createPool } from '../src/platform/server/db/pool.ts'
import type { Statement } from './capture.ts'
import { isNew, textOf, warmSeconds, type Turn } from './turn.ts'

/**
 * What `runPgbench` measures where it is missing: the same statements through the driver, 10 connections, nothing
 * around them. The driver's own time is in it, so a share of it is higher than one of pgbench.
 */
export async function runDriverLoop(url: string, turns: readonly Turn[], seconds: number): Promise<number> {
  const clients = Math.min(10, turns[0]!.first.length)
  const pool = createPool(url, clients)
  const from = performance.now() + warmSeconds * 1000
  const until = from + seconds * 1000
  try {
    const done = await Promise.all(
      Array.from({ length: clients }, async (_, index) => {
        const requests = turns.flatMap(({ share, first, again }) =>
          Array.from({ length: share }, () => ({ first: first[index]!, again: again[index]! })),
        )
        const client = await pool.connect()
        let transactions = 0
        for (let turn = 0; performance.now() < until; turn += 1) {
          await send(client, requests[turn % requests.length]!)
          if (performance.now() >= from) transactions += 1
        }
        client.release(true)
        return transactions
      }),
    )
    return done.reduce((sum, transactions) => sum + transactions, 0) / seconds
  } finally {
    await pool.end()
  }
}

/** One transaction; ids that were new are new again. */
async function send(
  client: pg.PoolClient,
  { first, again }: { first: readonly Statement[]; again: readonly Statement[] },
): Promise<void> {
  const made = new Map<string, string>()
  const answers = first.map(({ text, values }, position) => {
    const filled = values.map((value, at) => {
      const said = textOf(value)
      if (said === null || !isNew(said, textOf(again[position]?.values[at]), text)) return value
      if (!made.has(said)) made.set(said, newId())
      return made.get(said)
    })
    return client.query({ name: nameOf(text), text, values: filled })
  })
  await Promise.all(answers)
}

const names = new Map<string, string>()
function nameOf(text: string): string {
  if (!names.has(text)) names.set(text, `bench${names.size}`)
  return names.get(text)!
}
