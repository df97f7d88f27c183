import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { taskEndpoints as endpoints } from '../contract/task.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser, deputy: TestUser, colleague: TestUser, coordinator: TestUser
let partner: TestUser, stranger: TestUser
let file: TestCase
const asManager = { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] } as const

beforeAll(async () => {
  manager = await house.user(house.a, asManager)
  deputy = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.deputy(manager, deputy)
  await arrange.oversight(house, coordinator, manager)
  file = await aCase({ responsible: manager })
})

const aTask = async (body: object = {}, by = manager) => {
  const answer = await by.client.call(endpoints.create, {
    body: { title: 'Wohnungsamt anrufen', caseId: file.id, ...body },
  })
  expect(answer.status).toBe(201)
  return answer.body
}

describe('POST /api/tasks', () => {
  test('a task of a case belongs to whoever is responsible, deputies included', async () => {
    const task = await aTask({ dueOn: '2026-11-25', remindOn: '2026-11-24', remark: 'Frau Beispiel' })
    expect(task).toMatchObject({
      case: { id: file.id, initials: 'A. B.' },
      title: 'Wohnungsamt anrufen',
      assignee: null,
      responsible: { id: manager.id },
      can: ['change', 'close'],
    })
    const mine = await deputy.client.call(endpoints.list)
    expect(mine.body.rows.map((row) => row.id)).toContain(task.id)
  })

  test('a task without a case is the own one; given to somebody, that person is told', async () => {
    const own = await aTask({ caseId: null })
    expect(own).toMatchObject({ case: null, assignee: { id: manager.id } })
    const given = await aTask({ caseId: null, assigneeId: colleague.id })
    const mine = await colleague.client.call(endpoints.list)
    expect(mine.body.rows.map((row) => row.id)).toEqual([given.id])
    const list = await manager.client.call(endpoints.list, { query: { view: 'given' } })
    expect(list.body.rows.map((row) => row.id)).toEqual([given.id])
    const told = await colleague.tx((tx) => tx.selectFrom('notification').select('object_id').execute())
    expect(told.map((row) => row.object_id)).toEqual([given.id])
  })

  test('all wrong fields at once: reminder after the due date, nobody who works the case', async () => {
    const { status, problem } = await manager.client.call(endpoints.create, {
      body: {
        title: 'x',
        caseId: file.id,
        dueOn: '2026-11-25',
        remindOn: '2026-11-26',
        assigneeId: colleague.id,
      },
    })
    expect(status).toBe(400)
    expect(problem.fields!.map((field) => field.code)).toEqual(['reminderAfterDue', 'assigneeWithoutAccess'])
    const other = await manager.client.call(endpoints.create, {
      body: { title: 'x', assigneeId: stranger.id },
    })
    expect(other.problem.fields![0]!.code).toBe('assigneeUnknown')
  })

  test('401, 403, 400, 404', async () => {
    const call = { body: { title: 'x', caseId: file.id } }
    expect((await house.anonymous.call(endpoints.create, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.create, call)).status).toBe(403)
    expect((await coordinator.client.call(endpoints.create, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.create, { body: { title: ' ' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.create, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.create, call)).status).toBe(404)
  })
})

describe('GET /api/tasks', () => {
  test('by due date, without a date last, paged', async () => {
    const paged = await aCase({ responsible: manager })
    const days = ['2026-12-02', null, '2026-11-30', '2026-12-01', null]
    for (const dueOn of days) await aTask({ caseId: paged.id, dueOn })
    const seen: (string | null)[] = []
    let after: string | undefined
    do {
      const { body } = await manager.client.call(endpoints.list, {
        query: { caseId: paged.id, limit: 2, ...(after ? { after } : {}) },
      })
      seen.push(...body.rows.map((row) => row.dueOn))
      after = body.next
    } while (after)
    expect(seen).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', null, null])
  })

  test('closed ones newest first, paged', async () => {
    const paged = await aCase({ responsible: manager })
    const ids: string[] = []
    for (const _ of [1, 2, 3]) {
      const { id } = await aTask({ caseId: paged.id })
      await manager.client.call(endpoints.close, { params: { id }, ifMatch: 1, body: {} })
      ids.unshift(id)
    }
    const query = { caseId: paged.id, state: 'closed', limit: 2 } as const
    const first = await manager.client.call(endpoints.list, { query })
    const second = await manager.client.call(endpoints.list, { query: { ...query, after: first.body.next! } })
    expect([...first.body.rows, ...second.body.rows].map((row) => row.id)).toEqual(ids)
  })

  test('oversight sees that something is due, not what', async () => {
    const { id } = await aTask({ remark: 'geheim' })
    const { body } = await coordinator.client.call(endpoints.list, { query: { caseId: file.id } })
    const row = body.rows.find((one) => one.id === id)
    expect(row).toMatchObject({ title: null, remark: null, can: [], case: { initials: null } })
  })

  test('401, 403, 400, 404', async () => {
    const query = { caseId: file.id }
    expect((await house.anonymous.call(endpoints.list)).status).toBe(401)
    expect((await partner.client.call(endpoints.list)).status).toBe(403)
    expect((await manager.client.call(endpoints.list, { query: { after: '!' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.list, { query })).status).toBe(404)
    expect((await stranger.client.call(endpoints.list, { query })).status).toBe(404)
  })
})

describe('GET /api/tasks/:id and /api/tasks/assignees', () => {
  test('works', async () => {
    const { id } = await aTask()
    expect((await manager.client.call(endpoints.read, { params: { id } })).body.id).toBe(id)
    const working = await manager.client.call(endpoints.colleagues, { query: { caseId: file.id } })
    expect(new Set(working.body.rows.map((row) => row.id))).toEqual(new Set([manager.id, deputy.id]))
    const all = await manager.client.call(endpoints.colleagues)
    expect(all.body.rows.map((row) => row.id)).toContain(colleague.id)
    expect(all.body.rows.map((row) => row.id)).not.toContain(stranger.id)
  })

  test('401, 403, 400, 404', async () => {
    const { id } = await aTask()
    const query = { caseId: file.id }
    expect((await house.anonymous.call(endpoints.read, { params: { id } })).status).toBe(401)
    expect((await house.anonymous.call(endpoints.colleagues)).status).toBe(401)
    expect((await partner.client.call(endpoints.read, { params: { id } })).status).toBe(403)
    expect((await partner.client.call(endpoints.colleagues)).status).toBe(403)
    expect((await manager.client.raw('GET', '/api/tasks/nonsense')).status).toBe(400)
    expect((await manager.client.raw('GET', '/api/tasks/assignees?caseId=x')).status).toBe(400)
    expect((await manager.client.call(endpoints.read, { params: { id: newId() } })).status).toBe(404)
    for (const user of [colleague, stranger]) {
      expect((await user.client.call(endpoints.read, { params: { id } })).status).toBe(404)
      expect((await user.client.call(endpoints.colleagues, { query })).status).toBe(404)
    }
  })
})

describe('PATCH /api/tasks/:id', () => {
  test('absent keeps, null clears', async () => {
    const { id } = await aTask({ dueOn: '2026-11-25', remark: 'bleibt' })
    const { body } = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 1,
      body: { title: 'Jobcenter anrufen', dueOn: null, kind: 'waitingForOthers', assigneeId: deputy.id },
    })
    expect(body).toMatchObject({
      title: 'Jobcenter anrufen',
      remark: 'bleibt',
      dueOn: null,
      kind: 'waitingForOthers',
      assignee: { id: deputy.id },
      version: 2,
    })
  })

  test('who was given a task does not pass it on; who gave it may', async () => {
    const { id } = await aTask({ caseId: null, assigneeId: colleague.id })
    const pass = (user: TestUser, ifMatch: number) =>
      user.client.call(endpoints.change, { params: { id }, ifMatch, body: { assigneeId: deputy.id } })
    const refused = await pass(colleague, 1)
    expect([refused.status, refused.problem.fields?.[0]?.code]).toEqual([400, 'assigneeNotYours'])
    expect((await pass(manager, 1)).status).toBe(200)
    expect((await colleague.client.call(endpoints.read, { params: { id } })).status).toBe(404)
  })

  test('401, 403, 400, 404, 428, 412', async () => {
    const { id } = await aTask()
    const call = { params: { id }, ifMatch: 1, body: { title: 'x' } }
    expect((await house.anonymous.call(endpoints.change, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.change, call)).status).toBe(403)
    expect((await coordinator.client.call(endpoints.change, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.change, { ...call, body: { title: '' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.change, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.change, call)).status).toBe(404)
    const { ifMatch: _, ...without } = call
    expect((await manager.client.call(endpoints.change, without)).status).toBe(428)
    expect((await manager.client.call(endpoints.change, { ...call, ifMatch: 9 })).status).toBe(412)
  })
})

describe('POST /api/tasks/:id/completion and /reopening', () => {
  test('completed and taken back; a second completion is refused', async () => {
    const { id } = await aTask()
    const done = await deputy.client.call(endpoints.close, { params: { id }, ifMatch: 1, body: {} })
    expect(done.body).toMatchObject({ state: 'done', closed: { by: { id: deputy.id } }, can: ['reopen'] })
    const twice = await manager.client.call(endpoints.close, { params: { id }, ifMatch: 2, body: {} })
    expect([twice.status, twice.problem.code]).toEqual([409, 'taskClosed'])
    const back = await manager.client.call(endpoints.reopen, { params: { id }, ifMatch: 2 })
    expect(back.body).toMatchObject({ state: 'open', closed: null, version: 3 })
    const open = await manager.client.call(endpoints.reopen, { params: { id }, ifMatch: 3 })
    expect([open.status, open.problem.code]).toEqual([409, 'taskOpen'])
  })

  test('401, 403, 400, 404, 428, 412', async () => {
    const { id } = await aTask()
    for (const endpoint of [endpoints.close, endpoints.reopen]) {
      const call = {
        params: { id },
        ifMatch: 1,
        ...(endpoint === endpoints.close ? { body: {} } : {}),
      } as never
      const status = async (user: TestUser) => (await user.client.call(endpoint, call)).status
      expect((await house.anonymous.call(endpoint, call)).status).toBe(401)
      expect(await status(partner)).toBe(403)
      expect(await status(coordinator)).toBe(403)
      expect(await status(colleague)).toBe(404)
      expect(await status(stranger)).toBe(404)
      const body = endpoint === endpoints.close ? {} : undefined
      const path = `/api/tasks/${id}/${endpoint === endpoints.close ? 'completion' : 'reopening'}`
      expect((await manager.client.raw('POST', path, { body })).status).toBe(428)
      expect((await manager.client.raw('POST', path, { body, ifMatch: 9 })).status).toBe(412)
    }
    const bad = { body: { as: 'lost' }, ifMatch: 1 }
    expect((await manager.client.raw('POST', `/api/tasks/${id}/completion`, bad)).status).toBe(400)
    expect((await manager.client.raw('POST', '/api/tasks/x/reopening', { ifMatch: 1 })).status).toBe(400)
  })
})
