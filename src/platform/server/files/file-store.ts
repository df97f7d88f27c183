import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files under random keys, one folder per tenant; names and types stand in the database alone. */
export interface FileStore {
  /** Writes the bytes so that they survive a power cut, and answers their key. Call it before the row is written. */
  put(tenantId: string, bytes: Uint8Array): Promise<string>
  /** Undefined when the file is gone. */
  get(tenantId: string, key: string): Promise<Buffer | undefined>
  /**
   * Removes files that no row names: of work that was rolled back, or of rows since deleted. Younger ones than
   * `minimumAge` (milliseconds) stay, their row may not be committed yet. Answers how many went.
   */
  sweep(
    tenantId: string,
    known: (keys: readonly string[]) => Promise<ReadonlySet<string>>,
    now: Temporal.Instant,
    minimumAge?: number,
  ): Promise<number>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DAY = 86_400_000

export function createFileStore(folder: string): FileStore {
  const shardOf = (tenantId: string, key: string) => join(folder, checked(tenantId), checked(key).slice(0, 2))
  return {
    async put(tenantId, bytes) {
      const key = randomUUID()
      const shard = shardOf(tenantId, key)
      await mkdir(shard, { recursive: true, mode: 0o700 })
      const path = join(shard, key)
      try {
        await writeDurably(`${path}.part`, bytes)
        await rename(`${path}.part`, path)
      } catch (error) {
        // On a full disk half a file would take the room of somebody's whole one (F6).
        await rm(`${path}.part`, { force: true })
        throw error
      }
      // Without this the new name itself could be lost.
      await syncFolder(shard)
      return key
    },
    async get(tenantId, key) {
      try {
        return await readFile(join(shardOf(tenantId, key), key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async sweep(tenantId, known, now, minimumAge = DAY) {
      const root = join(folder, checked(tenantId))
      let removed = 0
      for (const shard of await namesIn(root)) {
        const old = await olderThan(join(root, shard), now.epochMilliseconds - minimumAge)
        if (old.length === 0) continue
        const keep = await known(old.filter((name) => uuid.test(name)))
        for (const name of old.filter((one) => !keep.has(one))) {
          await rm(join(root, shard, name), { force: true })
          removed += 1
        }
      }
      return removed
    },
  }
}

/** Keys come from the database and tenants from the session; a path is still never made of anything but a UUID. */
function checked(id: string): string {
  if (!uuid.test(id)) throw new Error('not a key')
  return id
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Windows cannot sync a folder.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  } finally {
    await folder.close()
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function olderThan(folder: string, limit: number): Promise<string[]> {
  const names = await namesIn(folder)
  const ages = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)))
  return names.filter((_, index) => (ages[index]?.mtimeMs ?? Infinity) < limit)
}
