import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { OperatorError } from '../cli/operator-error.ts'
import { isAlive } from './users.ts'

const patience = 90_000

/** Lets one process at a time create, start or stop the server of `home`. A dead holder's turn is taken over. */
export async function inTurn<T>(home: string, work: () => Promise<T>): Promise<T> {
  const file = join(home, 'postgres.sperre')
  const until = Date.now() + patience
  while (!take(file)) {
    if (Date.now() > until) {
      throw new OperatorError(
        `Ein anderer Vorgang hält die Datenbank in ${home} seit über einer Minute fest (${file}).`,
        { exitCode: 3 },
      )
    }
    await wait(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = Number(readHolder(file))
  if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
  return false
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
