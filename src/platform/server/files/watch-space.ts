import { statfs } from 'node:fs/promises'

/** From here on an operator should make room (F6). */
const almostFull = 0.85

/** How full the disk of a folder is, 0 to 1, as `df` says it; undefined while the folder is not there. */
export async function usedShare(folder: string): Promise<number | undefined> {
  const disk = await statfs(folder).catch(() => undefined)
  if (!disk) return undefined
  const used = disk.blocks - disk.bfree
  return used / (used + disk.bavail)
}

/** Says so, now and every ten minutes, while the disk of the folder is at least 85 % full. Percent, rounded down. */
export function watchSpace(
  folder: string,
  onAlmostFull: (percent: number) => void,
  pause = 600_000,
): { stop(): void } {
  const look = async () => {
    const share = await usedShare(folder)
    if (share !== undefined && share >= almostFull) onAlmostFull(Math.floor(share * 100))
  }
  void look()
  const timer = setInterval(() => void look(), pause)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
