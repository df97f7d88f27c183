import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const PREFIX = 'lotse-postgres-'
/** A run of all tests fills a tenth of it; PostgreSQL may keep 1 GB of its log as well. */
const ENOUGH_BYTES = 4 * 1024 ** 3
const BEING_MADE_MS = 600_000

/**
 * A new folder for a database that nobody needs tomorrow: in memory where there is plenty of it (a tenth less processor
 * time of all HTTP tests), otherwise where TMPDIR says.
 */
export function temporaryFolder(memory = MEMORY): string {
  return mkdtempSync(join(isRoomy(memory) ? memory : tmpdir(), PREFIX))
}

function isRoomy(folder: string): boolean {
  if (process.env.TMPDIR || process.platform !== 'linux' || !existsSync(folder)) return false
  try {
    // What a run that was killed left there would keep its memory until the machine starts anew.
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (name.startsWith(PREFIX) && isForsaken(path)) rmSync(path, { recursive: true, force: true })
    }
    const { bavail, bsize } = statfsSync(folder)
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))
    return Math.min(bavail * bsize, Number(available?.[1] ?? 0) * 1024) >= ENOUGH_BYTES
  } catch {
    return false
  }
}

/** No server runs on it any more, and it is not just being made. */
function isForsaken(path: string): boolean {
  if (Date.now() - statSync(path).mtimeMs < BEING_MADE_MS) return false
  const lock = join(path, 'postgres/postmaster.pid')
  return !existsSync(lock) || !existsSync(`/proc/${readFileSync(lock, 'utf8').split('\n')[0]}`)
}
