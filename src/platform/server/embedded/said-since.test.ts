import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saidSince } from './said-since.ts'

let data: string
let log: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lotse-said-'))
  log = join(data, 'log/postgresql-Sun.log')
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const line = (text: string) => `2026-11-29 02:49:09.339 UTC [15187] ${text}\n`
const full = 'could not write to file "pg_wal/xlogtemp.15187": No space left on device'

test('F6 what the database gave up over since then, without what it said before and to who came too early', () => {
  mkdirSync(join(data, 'log'))
  writeFileSync(log, line('FATAL:  from yesterday'))
  const said = saidSince(data)
  expect(said()).toBe('')
  appendFileSync(log, line('LOG:  database system was interrupted') + line(`FATAL:  ${full}`))
  appendFileSync(log, line('FATAL:  the database system is starting up') + line('LOG:  shutting down'))
  expect(said()).toBe(`FATAL:  ${full}`)
})

test('a log begun anew on the same weekday is read from its beginning; without a log nothing is said', () => {
  const early = saidSince(data)
  expect(early()).toBe('')
  mkdirSync(join(data, 'log'))
  writeFileSync(log, line('LOG:  something long of last week that was written before'))
  const said = saidSince(data)
  writeFileSync(log, line(`PANIC:  short`))
  expect(said()).toBe('PANIC:  short')
  expect(early()).toBe('PANIC:  short')
})
