import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverUser } from '../../src/platform/server/embedded/server-user.ts'

export interface SmallDisk {
  readonly folder: string
  /** Leaves so many bytes of it; answers what gives the room back. */
  fillUpTo(left: number): () => void
  remove(): void
}

/** A disk of a few megabytes, PostgreSQL's own: only root may mount one, and some containers forbid it even then. */
export function aSmallDisk(megabytes: number, what: string): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-disk-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'lotse-test', folder]
    execFileSync('mount', options, { stdio: 'ignore' })
  } catch {
    remove()
    console.log(`NOT RUN: ${what} (nothing can be mounted here)`)
    return undefined
  }
  const { uid, gid } = serverUser()
  chownSync(folder, uid ?? 0, gid ?? 0)
  return {
    folder,
    fillUpTo: (left) => {
      const { bavail, bsize } = statfsSync(folder)
      const ballast = join(folder, 'ballast')
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
      return () => rmSync(ballast)
    },
    remove: () => {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
      remove()
    },
  }
}
