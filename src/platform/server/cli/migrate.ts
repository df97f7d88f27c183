import { loadConfig, requireDatabase } from '../config.ts'
import { migrate as applyMigrations } from '../db/migrate.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import type { Command } from './command.ts'

/** `lotse migrate`: brings the database to the state this version of the program needs. */
export const migrate: Command = async (_args, { env, say }) => {
  const config = loadConfig(env)
  if (config.database) {
    const { owner } = requireDatabase(config.database, ['owner'])
    report(await applyMigrations(owner), say)
    return 0
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say })
  try {
    report(await applyMigrations(embedded.urls.owner), say)
  } finally {
    await embedded.stop()
  }
  return 0
}

function report(applied: readonly string[], say: (line: string) => void): void {
  if (applied.length === 0) say('Die Datenbank ist auf dem neuesten Stand.')
  for (const name of applied) say(`Angewendet: ${name}`)
}
