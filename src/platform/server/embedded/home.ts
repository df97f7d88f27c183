import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { canEnter, type ServerUser } from './server-user.ts'

/** Where a data folder that the server's user cannot reach keeps its database instead. */
const elsewhere = '/var/lib/lotse'

/**
 * The folder that holds cluster, passwords and (if copied) binaries: `dataDir` itself, or, where the
 * server's user cannot get there, `/var/lib/lotse/<hash of dataDir>`. A pointer file in `dataDir` keeps the
 * two together when the folder is moved; a copied folder gets a database of its own.
 */
export async function findHome(dataDir: string, user: ServerUser): Promise<string> {
  makeFolder(dataDir, 0o755)
  const here = realpathSync(dataDir)
  if (existsSync(join(here, 'postgres')) || (await canEnter(user, here))) return here

  const pointer = join(here, 'postgres-liegt-in.txt')
  const known = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
  if (known && existsSync(known) && belongsTo(known, here)) return known

  const home = join(elsewhere, createHash('sha256').update(here).digest('hex').slice(0, 16))
  makeFolder(elsewhere, 0o755)
  makeFolder(home, 0o755)
  writeFileSync(join(home, 'gehoert-zu.txt'), `${here}\n`)
  writeFileSync(pointer, `${home}\n`)
  return home
}

/** True for the folder the database was made for, and for the place that folder was moved to. */
function belongsTo(home: string, here: string): boolean {
  const owner = join(home, 'gehoert-zu.txt')
  const before = existsSync(owner) ? readFileSync(owner, 'utf8').trim() : ''
  if (before === here) return true
  if (existsSync(before)) return false
  writeFileSync(`${owner}.neu`, `${here}\n`)
  renameSync(`${owner}.neu`, owner)
  return true
}
