import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from '../db/pool.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { tenantIds } from './job.ts'

const fiveSeconds = 5_000
const lookAtEverythingAfter = 3_600_000

/**
 * Seals the audit rows of all tenants every few seconds until stopped; at the start and every hour it looks at all
 * rows. A failure (database away) is reported and tried again in the next round.
 */
export function startSealing(
  pool: Pool,
  onError: (error: unknown) => void,
  pause = fiveSeconds,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let lookedAtEverything = -Infinity
  const round = async () => {
    const everything = performance.now() - lookedAtEverything > lookAtEverythingAfter
    for (const id of await tenantIds(pool)) {
      if (signal.aborted) return
      await sealAudit(pool, id, { everything })
    }
    if (everything) lookedAtEverything = performance.now()
  }
  const loop = async () => {
    while (!signal.aborted) {
      await round().catch(onError)
      await wait(pause, undefined, { signal, ref: false }).catch(() => {})
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
