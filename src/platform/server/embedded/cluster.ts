import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../cli/operator-error.ts'
import type { Binaries } from './binaries.ts'
import { freePort } from './free-port.ts'
import { saidSince } from './said-since.ts'
import { saveSecrets, type Secrets } from './secrets.ts'
import { runAs, type ServerUser } from './server-user.ts'

/** A PostgreSQL data folder with the programs and the user that drive it. */
export interface Cluster {
  readonly home: string
  readonly data: string
  readonly user: ServerUser
  readonly binaries: Binaries
  /** Further settings, e.g. `fsync=off` for tests. */
  readonly settings: readonly string[]
  /** Further arguments of initdb, e.g. `--wal-segsize=1` for tests. */
  readonly initdb: readonly string[]
}

/** The log is terse because DETAIL and statements would carry personal data (BC-34). */
const settings = [
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
  'max_connections = 100',
  'shared_buffers = 256MB',
  'effective_cache_size = 1GB',
  'work_mem = 8MB',
  'maintenance_work_mem = 128MB',
  'max_wal_size = 1GB',
  'random_page_cost = 1.1',
  "timezone = 'UTC'",
  "lc_messages = 'C'",
  'log_error_verbosity = terse',
  'log_min_error_statement = panic',
  'logging_collector = on',
  "log_filename = 'postgresql-%a.log'",
  'log_truncate_on_rotation = on',
  'log_rotation_age = 1d',
]

/** Makes the data folder beside its final place and moves it there: an interrupted initdb leaves nothing. */
export async function initCluster(cluster: Cluster, secrets: Secrets): Promise<void> {
  const { home, data, user, binaries } = cluster
  const fresh = `${data}.neu`
  const passwordFile = join(home, '.initdb-passwort')
  writeFileSync(passwordFile, `${secrets.passwords.postgres}\n`, { mode: 0o600 })
  giveTo(user, passwordFile)
  try {
    emptyFolderOf(user, fresh)
    const common = [
      '-D',
      fresh,
      '-U',
      'postgres',
      '--encoding=UTF8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...cluster.initdb,
    ]
    let made = await runAs(user, binaries.initdb, [...common, '--locale=C.UTF-8'])
    // Some systems lack that locale; PostgreSQL brings its own version of it since 17.
    if (made.code !== 0) {
      emptyFolderOf(user, fresh)
      const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      made = await runAs(user, binaries.initdb, [...common, ...builtin])
    }
    if (made.code !== 0) throw databaseError('Die Datenbank konnte nicht angelegt werden.', made.output)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(join(fresh, 'postgresql.conf'), "\ninclude 'lotse.conf'\n", { flag: 'a' })
  renameSync(fresh, data)
}

/**
 * Starts the server and waits until it takes connections. Picks another port when the old one is taken, but
 * not with `samePort`: connection pools know no other.
 */
export async function startCluster(
  cluster: Cluster,
  secrets: Secrets,
  { samePort = false } = {},
): Promise<Secrets> {
  checkVersion(cluster)
  removeStalePidFile(cluster)
  writeSettings(cluster)
  const current = { ...secrets, port: await freePort(secrets.port) }
  if (samePort && current.port !== secrets.port) {
    throw databaseError(
      `Der Anschluss ${secrets.port} der Datenbank ist von einem anderen Programm belegt.`,
      '',
    )
  }
  if (current.port !== secrets.port) saveSecrets(cluster.home, current)
  const options = [`-c port=${current.port}`, ...cluster.settings.map((setting) => `-c ${setting}`)].join(' ')
  const log = join(cluster.data, 'start.log')
  rmSync(log, { force: true })
  const gaveUpOver = saidSince(cluster.data)
  const args = ['start', '-D', cluster.data, '-w', '-t', '60', '-l', log, '-o', options]
  const { code } = await runAs(cluster.user, cluster.binaries.pgCtl, args, { detached: true })
  if (code !== 0) {
    // What it says before its own log takes over stands in the one, the rest in the other.
    const why = existsSync(log) ? readFileSync(log, 'utf8').trim() : ''
    throw databaseError('Die mitgelieferte Datenbank startet nicht.', gaveUpOver() || why)
  }
  return current
}

/** Stops it in an orderly way: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const args = ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '60']
  await runAs(cluster.user, cluster.binaries.pgCtl, args, { detached: true })
}

/** The port of a server that already runs on this data, undefined when none does. */
export async function runningPort(cluster: Cluster): Promise<number | undefined> {
  if (isZombie(postmasterPid(cluster))) return undefined
  const { code } = await runAs(cluster.user, cluster.binaries.pgCtl, ['status', '-D', cluster.data])
  if (code !== 0) return undefined
  return Number(pidFile(cluster)[3]) || undefined
}

function databaseError(message: string, details: string): OperatorError {
  return new OperatorError(`${message}\n${details}`.trim(), { exitCode: 3 })
}

/** Rewritten at every start, so that a new version of Lotse brings its settings; ALTER SYSTEM still wins. */
function writeSettings({ data, user }: Cluster): void {
  const file = join(data, 'lotse.conf')
  writeFileSync(`${file}.neu`, `${settings.join('\n')}\n`, { mode: 0o600 })
  giveTo(user, `${file}.neu`)
  renameSync(`${file}.neu`, file)
}

/** The server's user cannot create anything in a home that belongs to root. */
function emptyFolderOf(user: ServerUser, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  giveTo(user, folder)
}

function giveTo(user: ServerUser, path: string): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
}

function checkVersion({ data, binaries }: Cluster): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (made === supportedMajor) return
  throw databaseError(
    `Die Daten in ${data} stammen von PostgreSQL ${made}, mitgeliefert ist PostgreSQL ${supportedMajor}.`,
    `Das Vorgehen beim Wechsel steht in docs/betrieb.md. (${binaries.postgres})`,
  )
}
const supportedMajor = '18'

function pidFile({ data }: Cluster): string[] {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

function postmasterPid(cluster: Cluster): number {
  return Number(pidFile(cluster)[0] ?? 0)
}

/** In a container whose first process does not reap orphans a killed server stays behind as a zombie. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return pid > 0 && existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'))
}

function removeStalePidFile(cluster: Cluster): void {
  if (isZombie(postmasterPid(cluster))) rmSync(join(cluster.data, 'postmaster.pid'), { force: true })
}
