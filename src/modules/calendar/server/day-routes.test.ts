import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aGoal } from '../../../testing/a-plan.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { caseEndpoints } from '../../cases/index.ts'
import { dayEndpoints as endpoints } from '../contract/day.ts'
import { taskEndpoints } from '../contract/task.ts'

// A Wednesday.
const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-18T09:42:00Z') })
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
  partner = await house.user(house.a, { roles: [{ role: 'lineManager' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.deputy(manager, deputy)
  await arrange.oversight(house, coordinator, manager)
  file = await aCase({ responsible: manager })
  await fill()
})

async function fill() {
  const task = (title: string, dueOn: string | null, more: object = {}) =>
    manager.client.call(taskEndpoints.create, { body: { title, caseId: file.id, dueOn, ...more } })
  await task('überfällig', '2026-11-16')
  await task('heute', '2026-11-18')
  await task('Woche', '2026-11-22')
  await task('später', '2026-12-01')
  await task('ohne Termin', null)
  await task('abgegeben', null, { caseId: null, assigneeId: colleague.id })
  await manager.tx(async (tx) => {
    const id = newId()
    await tx
      .insertInto('contact')
      .values({ id, case_id: file.id, on_date: '2026-11-02', kind: 'phone' })
      .execute()
    const wait = { contact_id: id, case_id: file.id, organisation_id: house.a.town, since: '2026-11-02' }
    await tx.insertInto('contact_wait').values(wait).execute()
    await tx
      .updateTable('case_file')
      .set({ reassessment_due_on: '2026-11-30', hardship_until: '2026-11-17' })
      .where('id', '=', file.id)
      .execute()
  })
}

const day = async (user: TestUser) => {
  const { status, body } = await user.client.call(endpoints.read)
  expect(status).toBe(200)
  return body
}
const named = (view: Awaited<ReturnType<typeof day>>) =>
  Object.fromEntries(view.sections.map((section) => [section.key, section.items.map((item) => item.what)]))

describe('GET /api/day', () => {
  test('what is due, by urgency, across sources', async () => {
    const view = await day(manager)
    expect(named(view)).toEqual({
      overdue: ['überfällig', 'Übernahme als Härtefall endet'],
      today: ['heute'],
      week: ['Woche'],
      undated: ['ohne Termin'],
      waiting: ['Antwort: Stadt Musterstadt', 'abgegeben'],
    })
    expect(view.nextDueOn).toBe('2026-12-01')
    expect(view.groups).toMatchObject([{ key: 'reassessment', items: [{ dueOn: '2026-11-30' }] }])
    expect(view.sections[0]!.items[0]).toMatchObject({
      case: { id: file.id, fileNumber: file.fileNumber, initials: 'A. B.' },
      deputyFor: null,
      version: 1,
    })
    const waiting = view.sections.find((section) => section.key === 'waiting')!.items
    expect(waiting.map((item) => item.with)).toEqual([null, 'Kim Muster'])
  })

  test('a deputy has the cases of the absent person, and sees for whom', async () => {
    const view = await day(deputy)
    expect(named(view)).toMatchObject({ today: ['heute'], waiting: ['Antwort: Stadt Musterstadt'] })
    expect(view.sections[0]!.items.every((item) => item.deputyFor === 'Kim Muster')).toBe(true)
  })

  test('a colleague has what was given, oversight alone puts nothing on the desk', async () => {
    expect(named(await day(colleague))).toEqual({ undated: ['abgegeben'] })
    expect(named(await day(coordinator))).toEqual({})
    expect(named(await day(stranger))).toEqual({})
  })

  test('an unread notification stands there until it is ticked off', async () => {
    const view = await day(colleague)
    expect(view.notifications).toMatchObject([
      { text: 'Eine Aufgabe wurde Ihnen übertragen.', to: '/aufgaben' },
    ])
    const params = { id: view.notifications[0]!.id }
    expect((await colleague.client.call(endpoints.readNotification, { params })).status).toBe(204)
    expect((await day(colleague)).notifications).toEqual([])
  })

  test('a closed case: aftercare and its tasks until the file is restricted, nothing of open cases', async () => {
    const lucy = await house.user(house.a, asManager)
    const closed = await aCase({ responsible: lucy })
    const close = (restrictedOn: string) =>
      lucy.tx((tx) =>
        tx
          .updateTable('case_file')
          .set({
            closed_on: '2026-11-10',
            closure_reason: 'goalsReached',
            aftercare_on: '2026-11-18',
            hardship_until: '2026-11-17',
            restricted_on: restrictedOn,
          })
          .where('id', '=', closed.id)
          .execute(),
      )
    const overdue = async () =>
      (await lucy.client.call(caseEndpoints.list, { query: { state: 'closed', overdue: 'true' } })).body.rows
    const title = 'Nachfragen, wie es geht'
    const task = { title, caseId: closed.id, dueOn: '2026-11-20' }
    expect((await lucy.client.call(taskEndpoints.create, { body: task })).status).toBe(201)
    await aGoal(lucy, closed.id, { wording: 'Wohnung', targetOn: '2026-11-16' })
    // The database's own clock decides who sees a file.
    await close('2099-01-01')
    expect(named(await day(lucy))).toEqual({ today: ['Nachsorge'], week: [title] })
    expect((await overdue()).map(({ id }) => id)).toEqual([closed.id])
    await close('2026-11-11')
    expect(named(await day(lucy))).toEqual({})
    expect(await overdue()).toEqual([])
  })

  test('401, 403; there is nothing to get wrong', async () => {
    expect((await house.anonymous.call(endpoints.read)).status).toBe(401)
    expect((await partner.client.call(endpoints.read)).status).toBe(403)
  })
})

describe('POST /api/notifications/:id/reading', () => {
  test('401, 403, 400, 404', async () => {
    const id = newId()
    await house.system(house.a, (tx) =>
      tx
        .insertInto('notification')
        .values({ id, user_id: manager.id, kind: 'case.released', object_kind: 'case' })
        .execute(),
    )
    const call = { params: { id } }
    const nobody = await house.user(house.a)
    expect((await house.anonymous.call(endpoints.readNotification, call)).status).toBe(401)
    expect((await nobody.client.call(endpoints.readNotification, call)).status).toBe(403)
    expect((await manager.client.raw('POST', '/api/notifications/x/reading')).status).toBe(400)
    expect((await colleague.client.call(endpoints.readNotification, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.readNotification, call)).status).toBe(404)
    expect((await manager.client.call(endpoints.readNotification, call)).status).toBe(204)
  })
})
