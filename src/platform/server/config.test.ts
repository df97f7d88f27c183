import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, loadConfig, requireDatabase, variableNames } from './config.ts'

test('without any variable the embedded database and the demo mode are used', () => {
  expect(loadConfig({})).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    dataDir: resolve('data'),
    filesDir: resolve('data/files'),
    trustProxy: false,
    database: undefined,
  })
})

test('an empty variable counts as unset', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, database: undefined })
})

test('every wrong variable is named at once, in German', () => {
  const wrong = {
    PORT: 'abc',
    LOTSE_MODE: 'test',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'laut',
    PUBLIC_URL: 'lotse',
  }
  const problems = problemsOf(() => loadConfig(wrong))
  expect(problems).toHaveLength(5)
  for (const name of Object.keys(wrong))
    expect(problems.filter((text) => text.startsWith(name))).toHaveLength(1)
})

test.each(['-1', '70000', '80.5', '0x'])('PORT=%s is refused with one sentence', (PORT) => {
  expect(problemsOf(() => loadConfig({ PORT }))).toHaveLength(1)
})

test('TRUST_PROXY takes a switch or addresses', () => {
  expect(loadConfig({ TRUST_PROXY: 'true' }).trustProxy).toBe(true)
  expect(loadConfig({ TRUST_PROXY: '10.0.0.1, 10.0.0.2' }).trustProxy).toEqual(['10.0.0.1', '10.0.0.2'])
})

test('PUBLIC_URL is an origin', () => {
  expect(loadConfig({ PUBLIC_URL: 'https://lotse.example/' }).publicUrl).toBe('https://lotse.example')
  expect(problemsOf(() => loadConfig({ PUBLIC_URL: 'https://lotse.example/pfad' }))).toHaveLength(1)
})

test('a server of one’s own needs the logins of the command', () => {
  const { database } = loadConfig({ DATABASE_URL: 'postgres://a:b@db/lotse' })
  expect(problemsOf(() => requireDatabase(database!, ['app', 'auth', 'jobs']))).toHaveLength(2)
  expect(requireDatabase(database!, ['app'])).toMatchObject({ app: 'postgres://a:b@db/lotse' })
})

test('every variable is documented in docs/betrieb.md', () => {
  const documented = readFileSync('docs/betrieb.md', 'utf8')
  for (const name of variableNames) expect(documented).toContain(`| \`${name}\``)
})

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
