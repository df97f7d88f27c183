import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { rightsOfRole } from '../../modules/staff/index.ts'
import { openHouse } from '../house.ts'

const file = fileURLToPath(new URL('../../../openapi.json', import.meta.url))
const house = await openHouse()
afterAll(() => house.close())
await house.app.ready()
const document = house.app.swagger() as unknown as {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown>; summary?: string }>>
  components: { schemas: Record<string, unknown> }
}

/** `npm run openapi` writes the file; here it must be what the routes say. */
test('openapi.json is what the routes say', () => {
  const text = `${JSON.stringify(document, null, 2)}\n`
  if (process.env['LOTSE_WRITE_OPENAPI'] === '1') writeFileSync(file, text)
  // In any order: the components come in that in which this worker loaded the modules.
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(text))
})

test('the description is OpenAPI 3.1, every reference in it leads somewhere', () => {
  expect(document.openapi).toBe('3.1.0')
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(100)
  const unknown = references.map(([, name]) => name!).filter((name) => !(name in document.components.schemas))
  expect(unknown).toEqual([])
})

test('every endpoint is described, with its success and its refusals', () => {
  for (const { method, path, summary } of house.app.endpoints) {
    const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect(operation, `${method} ${path}`).toBeDefined()
    expect(operation!.summary).toBe(summary)
    expect(Object.keys(operation!.responses)).toEqual(expect.arrayContaining(['401', '403', '404', '500']))
    expect(Object.keys(operation!.responses).some((status) => status.startsWith('2'))).toBe(true)
  }
})

test('every right a route asks for is given to some role, and every right given opens a route', () => {
  const asked = new Set(house.app.endpoints.map(({ right }) => right))
  asked.delete('self')
  asked.delete('public')
  const given = new Set<string>(Object.values(rightsOfRole).flat())
  expect([...asked].filter((right) => !given.has(right))).toEqual([])
  expect([...given].filter((right) => !asked.has(right))).toEqual([])
})

test('without a session every endpoint but sign-in answers 401', async () => {
  const open = house.app.endpoints.filter(({ right }) => right !== 'public')
  expect(open.length).toBeGreaterThan(60)
  for (const { method, path } of open) {
    const url = path.replaceAll(/:\w+/g, '01990000-0000-7000-8000-000000000000')
    const { status } = await house.anonymous.raw(method, url, method === 'GET' ? {} : { body: {} })
    // A wrong body or parameter may be named first; nothing else is said to a stranger.
    expect([400, 401, 415], `${method} ${path}`).toContain(status)
  }
})
