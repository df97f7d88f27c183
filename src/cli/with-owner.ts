import { loadConfig, requireDatabase } from '../platform/server/config.ts'
import type { CommandContext } from '../platform/server/cli/command.ts'
import { migrate } from '../platform/server/db/migrate.ts'
import { createPool, type Pool } from '../platform/server/db/pool.ts'
import { startEmbedded } from '../platform/server/embedded/start-embedded.ts'

/** Runs an operator's command with a pool on the owner's login: of a server of one's own, or of the embedded one. */
export async function withOwner<T>(
  { env, say }: CommandContext,
  work: (owner: Pool) => Promise<T>,
): Promise<T> {
  const config = loadConfig(env)
  if (config.database) {
    const { owner } = requireDatabase(config.database, ['owner'])
    return withPool(owner, work)
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say })
  try {
    await migrate(embedded.urls.owner)
    return await withPool(embedded.urls.owner, work)
  } finally {
    await embedded.stop()
  }
}

async function withPool<T>(url: string, work: (owner: Pool) => Promise<T>): Promise<T> {
  const pool = createPool(url, 4)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}
