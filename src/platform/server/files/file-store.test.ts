import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../contract/ids.ts'
import { createFileStore } from './file-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotse-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const store = createFileStore(folder)
const now = Temporal.Now.instant()
const names = (tenant: string) =>
  readdirSync(join(folder, tenant), { recursive: true })
    .map(String)
    .filter((name) => name.includes('/'))

test('bytes come back under their key, readable by the server alone; an unknown key is undefined', async () => {
  const tenant = newId()
  const key = await store.put(tenant, Buffer.from('Hallo'))
  expect((await store.get(tenant, key))?.toString()).toBe('Hallo')
  expect(statSync(join(folder, tenant, key.slice(0, 2), key)).mode & 0o077).toBe(0)
  expect(await store.get(tenant, newId())).toBeUndefined()
  expect(await store.get(newId(), key)).toBeUndefined()
  await expect(store.get(tenant, '../../etc/passwd')).rejects.toThrow('not a key')
})

test('the sweep takes what no row names once it is old enough, half-written files too', async () => {
  const tenant = newId()
  const [known, orphan, young] = await Promise.all(
    ['bekannt', 'verwaist', 'jung'].map((word) => store.put(tenant, Buffer.from(word))),
  )
  const half = join(folder, tenant, orphan!.slice(0, 2), `${newId()}.part`)
  writeFileSync(half, 'halb')
  const twoDaysAgo = new Date(now.epochMilliseconds - 2 * 86_400_000)
  for (const key of [known!, orphan!])
    utimesSync(join(folder, tenant, key.slice(0, 2), key), twoDaysAgo, twoDaysAgo)
  utimesSync(half, twoDaysAgo, twoDaysAgo)
  const removed = await store.sweep(tenant, async (keys) => new Set(keys.filter((key) => key === known)), now)
  expect(removed).toBe(2)
  expect(new Set(names(tenant).map((name) => name.split('/')[1]))).toEqual(new Set([known, young]))
  expect(await store.sweep(newId(), async () => new Set(), now)).toBe(0)
})
