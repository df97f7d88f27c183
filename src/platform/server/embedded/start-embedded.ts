import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseUrls } from '../db/urls.ts'
import { usableBinaries } from './binaries.ts'
import { bootstrap } from './bootstrap.ts'
import { initCluster, runningPort, startCluster, stopCluster, type Cluster } from './cluster.ts'
import { findHome } from './home.ts'
import { keepAlive } from './keep-alive.ts'
import { loadSecrets, saveSecrets, urlFor, type Secrets } from './secrets.ts'
import { serverUser } from './server-user.ts'
import { inTurn } from './turn.ts'
import { signIn, signOut } from './users.ts'

export interface Embedded {
  readonly urls: DatabaseUrls
  /** The superuser, for tests and backups; the server itself never uses it. */
  readonly admin: string
  /** Leaves the server; the last process to leave stops it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  /** German sentences about what takes time or is unusual. */
  readonly log: (line: string) => void
  /** Settings for tests, e.g. `fsync=off`. */
  readonly settings?: readonly string[]
  /** For tests that need another layout of the data, e.g. `--waldir=…`; used when they are created. */
  readonly initdb?: readonly string[]
}

/**
 * Starts the PostgreSQL that npm brought along, on the data in `dataDir`: creates it at the first start,
 * adopts a server that already runs, restarts it when it vanishes. Throws OperatorError.
 */
export async function startEmbedded({
  dataDir,
  log,
  settings = [],
  initdb = [],
}: EmbeddedOptions): Promise<Embedded> {
  const user = serverUser()
  const home = await findHome(dataDir, user)
  if (home !== dataDir && existsSync(join(dataDir, 'postgres-liegt-in.txt'))) {
    log(`Die Datenbank liegt in ${home}, weil der Benutzer »nobody« den Ordner ${dataDir} nicht erreicht.`)
  }
  const binaries = await usableBinaries(user, home)
  const cluster: Cluster = { home, data: join(home, 'postgres'), user, binaries, settings, initdb }
  const secrets = await inTurn(home, async () => {
    signIn(home)
    try {
      return await bringUp(cluster, log)
    } catch (error) {
      if (signOut(home)) await stopCluster(cluster)
      throw error
    }
  })
  const guard = keepAlive({
    url: urlFor(secrets, 'postgres', 'postgres'),
    revive: () => inTurn(home, () => revive(cluster, secrets.port)),
    log,
  })
  return {
    urls: {
      app: urlFor(secrets, 'lotse_app', 'lotse'),
      auth: urlFor(secrets, 'lotse_auth', 'lotse'),
      jobs: urlFor(secrets, 'lotse_jobs', 'lotse'),
      owner: urlFor(secrets, 'lotse_owner', 'lotse'),
    },
    admin: urlFor(secrets, 'postgres', 'postgres'),
    stop: async () => {
      await guard.end()
      await inTurn(home, async () => {
        if (signOut(home)) await stopCluster(cluster)
      })
    },
  }
}

async function bringUp(cluster: Cluster, log: (line: string) => void): Promise<Secrets> {
  let secrets = loadSecrets(cluster.home)
  const isNew = !existsSync(cluster.data)
  if (isNew) {
    log('Die Datenbank wird angelegt …')
    await initCluster(cluster, secrets)
  }
  const port = isNew ? undefined : await runningPort(cluster)
  if (port === undefined) {
    secrets = await startCluster(cluster, secrets)
  } else if (port !== secrets.port) {
    secrets = { ...secrets, port }
    saveSecrets(cluster.home, secrets)
  }
  await bootstrap(secrets)
  return secrets
}

/** Back on the same port: the pools of the running program know no other. */
async function revive(cluster: Cluster, port: number): Promise<void> {
  if ((await runningPort(cluster)) !== undefined) return
  await startCluster(cluster, { ...loadSecrets(cluster.home), port }, { samePort: true })
}
