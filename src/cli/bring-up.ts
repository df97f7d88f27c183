import { flushCompileCache } from 'node:module'
import { demoAccounts } from '../demo/accounts.ts'
import { buildWeb } from '../platform/server/cli/build-web.ts'
import { explainListenError } from '../platform/server/cli/check-address.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'
import { requireDatabase, type Config } from '../platform/server/config.ts'
import { migrate, pendingMigrations } from '../platform/server/db/migrate.ts'
import type { DatabaseUrls } from '../platform/server/db/urls.ts'
import { startEmbedded } from '../platform/server/embedded/start-embedded.ts'
import { refuseUnreadyProduction } from '../platform/server/refuse-unready-production.ts'
import { duties } from './duties.ts'
import { preparations } from './preparations.ts'

type Urls = Pick<DatabaseUrls, 'app' | 'auth' | 'jobs'> & Partial<DatabaseUrls>

export interface Stage {
  readonly config: Config
  readonly say: (line: string) => void
  /** Aborted when the operator wants to stop: nothing new begins. */
  readonly signal: AbortSignal
  /** What has been opened, to be closed in reverse order. */
  readonly closers: (() => Promise<void>)[]
}

/** From an empty folder to a running server. */
export async function bringUp(stage: Stage): Promise<void> {
  const { config, say, signal, closers } = stage
  const urls = await openDatabase(stage)
  const knownLogins = Object.values(demoAccounts).flatMap((accounts) => accounts.map(({ login }) => login))
  await refuseUnreadyProduction({ ...config, database: urls }, { duties, knownLogins })
  const notes: string[] = []
  for (const prepare of preparations) {
    signal.throwIfAborted()
    notes.push(...(await prepare({ urls, embedded: !config.database, mode: config.mode, say })))
  }
  signal.throwIfAborted()
  await buildWeb(say, signal)
  signal.throwIfAborted()
  const { startServer } = await import('../server.ts')
  const server = await startServer({ ...config, database: urls }).catch((error: unknown) => {
    throw explainListenError(error, config)
  })
  closers.push(() => server.close())
  // Now, not at the end: whoever is killed writes nothing.
  flushCompileCache()
  say(`Lotse läuft: ${config.publicUrl ?? server.url}`)
  for (const note of notes) say(note)
  say('Beenden mit Strg-C.')
}

async function openDatabase({ config, say, signal, closers }: Stage): Promise<Urls> {
  if (!config.database) {
    const embedded = await startEmbedded({ dataDir: config.dataDir, log: say })
    closers.push(() => embedded.stop())
    signal.throwIfAborted()
    const applied = await migrate(embedded.urls.owner)
    if (applied.length > 0) say(`Die Datenbank ist eingerichtet (${applied.length} Schritte).`)
    return embedded.urls
  }
  const urls = { ...config.database, ...requireDatabase(config.database, ['app', 'auth', 'jobs']) }
  if (urls.owner) await migrate(urls.owner)
  const pending = await pendingMigrations(urls.app)
  if (pending.length > 0) {
    throw new OperatorError(
      `Der Datenbank fehlen ${pending.length} Änderungen (${pending[0]} …). ` +
        'Führen Sie mit DATABASE_OWNER_URL zuerst »npm run lotse -- migrate« aus.',
      { exitCode: 3 },
    )
  }
  return urls
}
