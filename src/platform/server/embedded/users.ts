import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Which processes use an embedded server: a file per process id in `<home>/benutzt-von`. The last one to
 * leave stops the server, so `lotse migrate` beside a running `lotse start` does not take it away.
 */
export function signIn(home: string): void {
  mkdirSync(join(home, 'benutzt-von'), { recursive: true })
  writeFileSync(join(home, 'benutzt-von', String(process.pid)), '')
}

/** True when nobody else uses the server. Forgets processes that have died. */
export function signOut(home: string): boolean {
  const folder = join(home, 'benutzt-von')
  let others = 0
  for (const name of readdirSync(folder)) {
    const pid = Number(name)
    if (pid !== process.pid && isAlive(pid)) others += 1
    else rmSync(join(folder, name), { force: true })
  }
  return others === 0
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
