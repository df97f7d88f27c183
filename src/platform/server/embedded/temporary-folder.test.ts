import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

let memory = ''
beforeEach(() => {
  memory = mkdtempSync(join(tmpdir(), 'lotse-memory-'))
  vi.stubEnv('TMPDIR', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(memory, { recursive: true, force: true })
})

function left(name: string, minutesAgo: number, pid?: number): void {
  mkdirSync(join(memory, name, 'postgres'), { recursive: true })
  if (pid !== undefined) writeFileSync(join(memory, name, 'postgres/postmaster.pid'), `${pid}\n/somewhere\n`)
  const then = Date.now() / 1000 - minutesAgo * 60
  utimesSync(join(memory, name), then, then)
}

test.runIf(process.platform === 'linux')(
  'what killed runs left in memory goes; what runs, is being made or belongs to others stays',
  () => {
    left('lotse-postgres-killed', 60, 2 ** 22 + 1)
    left('lotse-postgres-never-begun', 60)
    left('lotse-postgres-runs', 60, process.pid)
    left('lotse-postgres-being-made', 1)
    left('somebody-elses', 60)
    const made = temporaryFolder(memory)
    const stay = ['lotse-postgres-being-made', 'lotse-postgres-runs', 'somebody-elses']
    expect(readdirSync(memory).filter((name) => name !== basename(made))).toEqual(stay)
    rmSync(made, { recursive: true, force: true })
  },
)

test('where there is no memory to hand, or a place is named, the folder is made on the disk', () => {
  const made = temporaryFolder(join(memory, 'nowhere'))
  expect(dirname(made)).toBe(tmpdir())
  rmSync(made, { recursive: true })
  vi.stubEnv('TMPDIR', memory)
  left('lotse-postgres-killed', 60)
  const named = temporaryFolder('/dev/shm')
  expect(dirname(named)).toBe(memory)
})
