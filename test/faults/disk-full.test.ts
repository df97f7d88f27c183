import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestEndpoints } from '../../src/modules/cases/index.ts'
import { createPool } from '../../src/platform/server/db/pool.ts'
import { watchSpace } from '../../src/platform/server/files/index.ts'
import { aCase } from '../../src/testing/a-case.ts'
import { emptyPdf, upload } from '../../src/testing/a-document.ts'
import { openHouse, type House, type TestUser } from '../../src/testing/house.ts'
import { aSmallDisk } from './a-small-disk.ts'

const disk = aSmallDisk(1, 'F6 disk full')
const head = '%PDF-1.7\n'.length
/** Comments make it large. */
const pdfOf = (bytes: number) =>
  Buffer.concat([emptyPdf.subarray(0, head), Buffer.alloc(bytes, '%\n'), emptyPdf.subarray(head)])
let house: House
let anna: TestUser
let caseId: string
beforeAll(async () => {
  house = await openHouse(disk ? { filesDir: disk.folder } : {})
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  caseId = (await aCase({ responsible: anna })).id
})
afterAll(async () => {
  await house.close()
  disk?.remove()
})

const record = (concern: string) =>
  anna.client.call(requestEndpoints.record, {
    body: { channel: 'phone', siteId: house.a.site, concern },
  })
const files = () =>
  readdirSync(disk!.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const documents = () => house.system(house.a, (tx) => tx.selectFrom('document').select('file_key').execute())

test.skipIf(!disk)(
  'F6 the disk of the files full: a sentence, no half file, everything else goes on',
  async () => {
    const first = await upload(anna.client, caseId, { bytes: pdfOf(600_000) })
    expect([first.status, first.problem.code]).toEqual([201, undefined])
    const full = await upload(anna.client, caseId, { bytes: pdfOf(600_000) })
    expect([full.status, full.problem.code, full.headers['retry-after']]).toEqual([503, 'storageFull', '60'])
    expect(full.problem.title).toMatch(/^Der Speicherplatz des Servers ist voll\. Lesen geht weiter/)
    expect(files().map(({ name }) => name)).toEqual((await documents()).map(({ file_key: key }) => key))
    const path = `/api/documents/${first.body.id}/file`
    expect((await anna.client.raw('GET', path)).status).toBe(200)
    expect((await record('trotzdem')).status).toBe(201)
    const small = await upload(anna.client, caseId, { bytes: pdfOf(1000) })
    expect(small.status).toBe(201)
  },
)

test.skipIf(!disk)('F6 from 85 % on it is said', async () => {
  const said: number[] = []
  const watch = watchSpace(disk!.folder, (percent) => said.push(percent), 20)
  await wait(100)
  expect(said).toEqual([])
  writeFileSync(join(disk!.folder, 'ballast'), Buffer.alloc(330_000))
  await expect.poll(() => said.length, { timeout: 5000 }).toBeGreaterThan(0)
  watch.stop()
  expect(said[0]).toBeGreaterThanOrEqual(85)
  rmSync(join(disk!.folder, 'ballast'))
})

/** The texts of requests on a disk of their own with nothing left on it; undefined where the server's user is not ours. */
async function aFullDiskFor(
  table: string,
): Promise<{ makeRoom(): void; remove(): Promise<void> } | undefined> {
  const small = aSmallDisk(1, 'F6 disk of the database full')
  if (!small) return undefined
  const admin = createPool(house.admin, 1)
  const name = `lotse_small_${process.pid}`
  try {
    await admin.query(`create tablespace ${name} location '${small.folder}'`)
    await admin.query(`alter table ${table} set tablespace ${name}`)
  } catch (error) {
    console.log(`NOT RUN: F6 disk of the database full (${(error as Error).message})`)
    small.remove()
    await admin.end()
    return undefined
  }
  const makeRoom = small.fillUpTo(0)
  return {
    makeRoom,
    remove: async () => {
      await admin.query(`alter table ${table} set tablespace pg_default`)
      await admin.query(`drop tablespace ${name}`)
      await admin.end()
      small.remove()
    },
  }
}

test('F6 the disk of the database full, for real: a sentence, nothing acknowledged lost, reading goes on', async (context) => {
  const before = await record('vor der vollen Platte')
  const full = await aFullDiskFor('request_text')
  if (!full) return context.skip('no disk of its own can be had for a table here')
  const long = (n: number) => `Platte ${n} ${'x'.repeat(450)}`
  const written: string[] = []
  const refused: unknown[] = []
  for (let n = 0; n < 120; n += 1) {
    const { status, problem, headers } = await record(long(n))
    if (status === 201) written.push(long(n))
    else refused.push([status, problem.code, headers['retry-after']])
  }
  expect(refused.length).toBeGreaterThan(60)
  expect(new Set(refused.map((one) => JSON.stringify(one)))).toEqual(new Set(['[503,"storageFull","60"]']))
  const read = await anna.client.call(requestEndpoints.read, { params: { id: before.body.id } })
  expect([read.status, read.body.concern]).toEqual([200, 'vor der vollen Platte'])
  full.makeRoom()
  expect((await record('Platte wieder frei')).status).toBe(201)
  const kept = await house.system(house.a, (tx) =>
    tx.selectFrom('request_text').select('concern').where('concern', 'like', 'Platte%').execute(),
  )
  expect(kept).toHaveLength(written.length + 1)
  expect(new Set(kept.map(({ concern }) => concern))).toEqual(new Set([...written, 'Platte wieder frei']))
  await full.remove()
})

test('F6 no room for a row: a sentence; reading goes on, and writing as soon as there is room', async () => {
  const before = await record('vorher')
  const admin = createPool(house.admin, 1)
  // What PostgreSQL says when a file cannot grow; a disk of its own cannot be had everywhere.
  await admin.query(`create function public.full_disk() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
  await admin.query(
    'create trigger full_disk before insert on request_text for each row execute function public.full_disk()',
  )
  const full = await record('während')
  expect([full.status, full.problem.code, full.headers['retry-after']]).toEqual([503, 'storageFull', '60'])
  const read = await anna.client.call(requestEndpoints.read, { params: { id: before.body.id } })
  expect([read.status, read.body.concern]).toEqual([200, 'vorher'])
  await admin.query('drop trigger full_disk on request_text')
  expect((await record('nachher')).status).toBe(201)
  await admin.end()
  const kept = await house.system(house.a, (tx) =>
    tx.selectFrom('request_text').select('concern').where('concern', 'in', ['während', 'nachher']).execute(),
  )
  expect(kept).toEqual([{ concern: 'nachher' }])
})
