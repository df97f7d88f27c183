import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { closePdf } from '../../../platform/server/documents/index.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { anExportGrant } from '../../../testing/an-export-grant.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { ExportChoice } from '../contract/exports.ts'
import { exportEndpoints } from '../contract/exports.ts'
import { exportsJob } from './exports-job.ts'

const house = await openHouse()
let jobs: Pool
let manager: TestUser
let colleague: TestUser
let stranger: TestUser
let clerk: TestUser
let administrator: TestUser
let file: TestCase
beforeAll(async () => {
  jobs = createPool(house.urls.jobs, 2)
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  clerk = await house.user(house.a, { roles: [{ role: 'administration' }] })
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  file = await aCase({ responsible: manager })
})
// What one test leaves waiting must not fill the queue of the next.
beforeEach(() => house.system(house.a, async (tx) => void (await tx.deleteFrom('export_job').execute())))
afterAll(async () => {
  closePdf()
  await jobs.end()
  await house.close()
})

const caseFile = (): ExportChoice => ({ kind: 'caseFile', caseId: file.id, parts: ['facts', 'steps'] })
const caseList = (): ExportChoice => ({
  kind: 'cases',
  format: 'csv',
  columns: ['fileNumber'],
  filter: { scope: 'own', state: 'open', sort: 'phaseSince' },
})
const ask = (by: TestUser, body: ExportChoice = caseFile()) =>
  by.client.call(exportEndpoints.create, { body })
const work = () => exportsJob(house.pool).run({ pool: jobs, now: Temporal.Now.instant() })
const params = (id: string) => ({ params: { id } })

test('POST /api/exports: works, and the export waits', async () => {
  const { status, body } = await ask(manager)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    kind: 'caseFile',
    format: 'pdf',
    state: 'waiting',
    case: { id: file.id, fileNumber: file.fileNumber },
    can: ['cancel'],
  })
})

test('POST /api/exports: 401, 403 for a role without it, 400 with the field named', async () => {
  expect((await house.anonymous.call(exportEndpoints.create, { body: caseFile() })).status).toBe(401)
  expect((await ask(clerk)).status).toBe(403)
  const { status, problem } = await ask(manager, { ...caseFile(), parts: [] } as ExportChoice)
  expect(status).toBe(400)
  expect(problem.fields?.[0]?.path).toBe('parts')
})

test("POST /api/exports: 404 for a colleague's case and for another tenant's", async () => {
  expect((await ask(colleague)).status).toBe(404)
  expect((await ask(stranger)).status).toBe(404)
})

test('POST /api/exports: lists need the grant of an administrator', async () => {
  const refused = await ask(manager, caseList())
  expect(refused.status).toBe(403)
  expect(refused.problem.code).toBe('exportNotGranted')
  const allowed = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await anExportGrant(administrator, allowed.id)
  expect((await ask(allowed, caseList())).status).toBe(201)
})

test('POST /api/exports: the sixth that waits is refused', async () => {
  for (let asked = 0; asked < 5; asked += 1) expect((await ask(manager)).status).toBe(201)
  const { status, problem } = await ask(manager)
  expect([status, problem.code]).toEqual([409, 'exportsWaiting'])
})

test('GET /api/exports: the own ones alone, and whether lists are allowed', async () => {
  await ask(manager)
  const own = await manager.client.call(exportEndpoints.list)
  expect(own.status).toBe(200)
  expect(own.body.rows).toHaveLength(1)
  expect(own.body.lists).toBeNull()
  expect((await colleague.client.call(exportEndpoints.list)).body.rows).toEqual([])
  expect((await stranger.client.call(exportEndpoints.list)).body.rows).toEqual([])
  expect((await house.anonymous.call(exportEndpoints.list)).status).toBe(401)
  expect((await clerk.client.call(exportEndpoints.list)).status).toBe(403)
  expect((await manager.client.raw('GET', '/api/exports?x=1')).status).toBe(200)
})

test.for(['read', 'remove', 'file'] as const)(
  'the export of somebody else is not there: %s answers 404, 401, 403, 400',
  async (name) => {
    const { body } = await ask(manager)
    const { method, path } = exportEndpoints[name]
    const url = (id: string) => path.replace(':id', id)
    for (const other of [colleague, stranger])
      expect((await other.client.raw(method, url(body.id))).status).toBe(404)
    expect((await manager.client.raw(method, url(newId()))).status).toBe(404)
    expect((await house.anonymous.raw(method, url(body.id))).status).toBe(401)
    expect((await clerk.client.raw(method, url(body.id))).status).toBe(403)
    expect((await manager.client.raw(method, url('x'))).status).toBe(400)
  },
)

test('from waiting to the file: made, fetched by its owner, deleted', async () => {
  const { body: asked } = await ask(manager)
  const early = await manager.client.call(exportEndpoints.file, params(asked.id))
  expect([early.status, early.problem.code]).toEqual([409, 'exportNotReady'])
  await work()
  const { body: made } = await manager.client.call(exportEndpoints.read, params(asked.id))
  expect(made).toMatchObject({ state: 'done', done: 2, total: 3, can: ['download', 'remove'] })
  const got = await manager.client.call(exportEndpoints.file, params(asked.id))
  expect(got.status).toBe(200)
  expect(got.bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  expect(got.headers['content-disposition']).toContain(`${file.fileNumber}-Akte.pdf`)
  expect((await colleague.client.call(exportEndpoints.file, params(asked.id))).status).toBe(404)
  expect((await manager.client.call(exportEndpoints.remove, params(asked.id))).status).toBe(204)
  expect((await manager.client.call(exportEndpoints.file, params(asked.id))).status).toBe(409)
  const { rows } = await house.system(house.a, async (tx) => ({
    rows: await tx
      .selectFrom('audit_event')
      .select('action')
      .where('object_id', '=', asked.id)
      .orderBy('at')
      .execute(),
  }))
  expect(rows.map(({ action }) => action)).toEqual([
    'export.requested',
    'case.printed',
    'export.downloaded',
    'export.deleted',
  ])
})

test('cancelled before it was made: nothing is made, and twice is the same', async () => {
  const { body: asked } = await ask(manager)
  expect((await manager.client.call(exportEndpoints.remove, params(asked.id))).status).toBe(204)
  expect((await manager.client.call(exportEndpoints.remove, params(asked.id))).status).toBe(204)
  await work()
  const { body } = await manager.client.call(exportEndpoints.read, params(asked.id))
  expect(body).toMatchObject({ state: 'cancelled', can: [] })
})
