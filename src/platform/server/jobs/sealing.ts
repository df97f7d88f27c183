import type { Pool } from '../db/pool.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { tenantIds } from './job.ts'

const pause = 5_000
const lookAtEverythingAfter = 3_600_000

/**
 * Seals the audit rows of all tenants every few seconds until stopped; at the start and every hour it looks at all
 * rows. A failure (database away) is reported and tried again in the next round.
 */
export function startSealing(pool: Pool, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false
  let wake = () => {}
  let lookedAtEverything = -Infinity
  const round = async () => {
    const everything = performance.now() - lookedAtEverything > lookAtEverythingAfter
    for (const id of await tenantIds(pool)) {
      if (stopped) return
      await sealAudit(pool, id, { everything })
    }
    if (everything) lookedAtEverything = performance.now()
  }
  const loop = async () => {
    while (!stopped) {
      await round().catch(onError)
      await new Promise<void>((done) => {
        wake = done
        setTimeout(done, pause).unref()
      })
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
