import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { arrange as given } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { availabilityEndpoints } from '../../contract/availability.ts'
import { deputyEndpoints as endpoints } from '../../contract/deputies.ts'

const house = await openHouse()
afterAll(() => house.close())
const people = {} as Record<
  'absent' | 'deputy' | 'other' | 'coordinator' | 'admin' | 'lead' | 'partner' | 'foreign',
  TestUser
>
beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  people.absent = await house.user(a, { roles, familyName: 'Weg' })
  people.deputy = await house.user(a, { roles, familyName: 'Da' })
  people.other = await house.user(a, { roles, organisation: a.welfare, familyName: 'Verband' })
  people.coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  people.admin = await house.user(a, { roles: [{ role: 'administrator' }] })
  people.lead = await house.user(a, { roles: [{ role: 'kimLead' }] })
  people.partner = await house.user(a, { roles: [{ role: 'partner' }] })
  people.foreign = await house.user(b, { roles })
  await given.oversight(house, people.coordinator, people.absent)
})
beforeEach(() => house.system(house.a, (tx) => tx.deleteFrom('deputy').execute()))

const today = berlinDay(Temporal.Now.instant())
const inDays = (days: number) => addDays(today, days)
const wish = (overrides: object = {}) => ({
  deputyUserId: people.deputy.id,
  from: today,
  lastDay: inDays(7),
  ...overrides,
})
const arrange = (overrides: object = {}, by = people.absent) =>
  by.client.call(endpoints.arrange, { body: wish(overrides) })
const list = async (by: TestUser) => (await by.client.call(endpoints.list)).body.rows

describe('deputies', () => {
  test('from today: the cases open at once and close with the end', async () => {
    const file = await aCase({ responsible: people.absent })
    const sees = async (who: TestUser) =>
      (await who.tx((tx) => tx.selectFrom('case_file').select('id').execute())).some(
        (row) => row.id === file.id,
      )
    expect(await sees(people.deputy)).toBe(false)
    const { status, body } = await arrange()
    expect(status).toBe(201)
    expect(body).toMatchObject({ from: today, lastDay: inDays(7), state: 'current', acrossEmployers: false })
    expect(body.can).toEqual(['change', 'end'])
    expect(await sees(people.deputy)).toBe(true)
    const call = { params: { id: body.id }, ifMatch: body.version }
    expect((await people.absent.client.call(endpoints.end, call)).status).toBe(204)
    expect(await sees(people.deputy)).toBe(false)
    expect(await list(people.absent)).toMatchObject([{ id: body.id, state: 'over', can: [] }])
  })

  test('BC-36 deputising has whole days of the office, also when the clocks change', async () => {
    const lengths: (number | undefined)[] = []
    let at = Temporal.Now.zonedDateTimeISO('Europe/Berlin')
    for (let change = 0; change < 2; change += 1) {
      at = at.getTimeZoneTransition('next')!
      const day = at.toPlainDate().toString()
      const { status, body } = await arrange({ from: day, lastDay: day })
      expect(status).toBe(201)
      const row = await house.system(house.a, (tx) =>
        tx
          .selectFrom('deputy')
          .select([
            sql<string>`to_char(lower(valid_during) at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI')`.as(
              'from',
            ),
            sql<number>`extract(epoch from upper(valid_during) - lower(valid_during))::int / 3600`.as(
              'hours',
            ),
          ])
          .where('id', '=', body.id)
          .executeTakeFirst(),
      )
      expect(row?.from).toBe(`${day} 00:00`)
      lengths.push(row?.hours)
    }
    expect(new Set(lengths)).toEqual(new Set([23, 25]))
  })

  test('across employers nothing opens without the client naming the team, and the view says so', async () => {
    const file = await aCase({ responsible: people.absent })
    const { body } = await arrange({ deputyUserId: people.other.id })
    expect(body.acrossEmployers).toBe(true)
    const seen = await people.other.tx((tx) => tx.selectFrom('case_file').select('id').execute())
    expect(seen.some((row) => row.id === file.id)).toBe(false)
  })

  test('planned: moved, then ended before it began', async () => {
    const { body } = await arrange({ from: inDays(3) })
    expect(body.state).toBe('planned')
    const change = (lastDay: string, ifMatch: number) =>
      people.absent.client.call(endpoints.change, { params: { id: body.id }, body: { lastDay }, ifMatch })
    expect((await change(inDays(9), 1)).body).toMatchObject({
      from: inDays(3),
      lastDay: inDays(9),
      version: 2,
    })
    expect((await change(inDays(9), 1)).status).toBe(412)
    expect((await change(inDays(2), 2)).problem.fields).toMatchObject([
      { path: 'lastDay', code: 'lastDayBefore' },
    ])
    const end = { params: { id: body.id }, ifMatch: 2 }
    expect((await people.absent.client.call(endpoints.end, end)).status).toBe(204)
    expect(await list(people.absent)).toEqual([])
    expect((await arrange({ from: inDays(3) })).status).toBe(201)
  })

  test('the coordinator arranges for the overseen person, nobody for somebody else, the deputy changes nothing', async () => {
    const byCoordinator = await arrange({ absentUserId: people.absent.id }, people.coordinator)
    expect(byCoordinator.status).toBe(201)
    const call = { params: { id: byCoordinator.body.id }, ifMatch: 1 }
    expect((await people.deputy.client.call(endpoints.end, call)).status).toBe(404)
    expect(
      (await people.deputy.client.call(endpoints.change, { ...call, body: { lastDay: inDays(9) } })).status,
    ).toBe(404)
    expect(await list(people.deputy)).toMatchObject([{ can: [] }])
    expect((await people.absent.client.call(endpoints.end, call)).status).toBe(204)
    for (const [by, absentUserId] of [
      [people.coordinator, people.other.id],
      [people.deputy, people.absent.id],
    ] as const) {
      const { status, problem } = await arrange({ absentUserId, deputyUserId: newId() }, by)
      expect({ status, path: problem.fields?.[0]?.path }).toEqual({ status: 400, path: 'absentUserId' })
    }
    expect((await arrange({}, people.coordinator)).problem.fields?.[0]?.path).toBe('absentUserId')
  })

  test.each([
    [{ from: inDays(-1) }, 'from', 'fromPast'],
    [{ from: inDays(2), lastDay: inDays(1) }, 'lastDay', 'lastDayBefore'],
    [{ lastDay: inDays(400) }, 'lastDay', 'tooLong'],
    [{ deputyUserId: newId() }, 'deputyUserId', 'notCaseManager'],
  ])('%j: refused at the field', async (overrides, path, code) => {
    const { status, problem } = await arrange(overrides)
    expect({ status, fields: problem.fields?.map((f) => [f.path, f.code]) }).toEqual({
      status: 400,
      fields: [[path, code]],
    })
  })

  test('not oneself, not a coordinator, not twice, not without a date', async () => {
    expect((await arrange({ lastDay: 'bald' })).problem.fields?.[0]?.path).toBe('lastDay')
    expect((await arrange({ deputyUserId: people.absent.id })).problem.fields?.[0]?.code).toBe('samePerson')
    expect((await arrange({ deputyUserId: people.coordinator.id })).problem.fields?.[0]?.code).toBe(
      'notCaseManager',
    )
    await arrange()
    expect((await arrange({ from: inDays(2) })).problem.code).toBe('deputyOverlaps')
  })

  test('who sees it: both sides, the overseeing coordinator, administrator and lead', async () => {
    await arrange()
    for (const who of ['absent', 'deputy', 'coordinator', 'admin', 'lead'] as const)
      expect(await list(people[who]), who).toHaveLength(1)
    for (const who of ['other', 'foreign'] as const) expect(await list(people[who]), who).toEqual([])
  })

  test('of a coordinator who left: lead and administrator end it, and do nothing else', async () => {
    for (const who of ['lead', 'admin'] as const) {
      const { id } = (await arrange({ absentUserId: people.absent.id }, people.coordinator)).body
      const [row] = await list(people[who])
      expect(row).toMatchObject({ id, can: ['end'] })
      const call = { params: { id }, ifMatch: 1 }
      const moved = await people[who].client.call(endpoints.change, { ...call, body: { lastDay: inDays(1) } })
      expect(moved.status).toBe(403)
      expect((await people.deputy.client.call(endpoints.end, call)).status).toBe(404)
      expect((await people[who].client.call(endpoints.end, call)).status).toBe(204)
      expect(await list(people.absent)).toMatchObject([{ id, state: 'over' }])
      await house.system(house.a, (tx) => tx.deleteFrom('deputy').execute())
    }
  })

  test('choices: oneself and the overseen; deputies are case managers', async () => {
    const choices = async (by: TestUser) => (await by.client.call(endpoints.choices)).body
    const own = await choices(people.absent)
    expect(own.absent.map((row) => [row.id, row.self])).toEqual([[people.absent.id, true]])
    expect(own.deputies.map((row) => row.name)).toEqual(['Kim Da', 'Kim Verband', 'Kim Weg'])
    expect((await choices(people.coordinator)).absent.map((row) => row.id)).toEqual([people.absent.id])
  })
})

describe('availability and absences', () => {
  const set = (body: object, ifMatch: number, by = people.absent) =>
    by.client.call(availabilityEndpoints.set, { body: body as never, ifMatch })

  test('set by the person; the version guards against a second window', async () => {
    expect((await people.absent.client.call(availabilityEndpoints.read)).body).toEqual({
      state: 'free',
      languages: [],
      changedAt: null,
      absences: [],
      version: 0,
    })
    expect((await set({ state: 'tight', languages: ['de', 'ar', 'de'] }, 0)).body).toMatchObject({
      state: 'tight',
      languages: ['de', 'ar'],
      version: 1,
    })
    expect((await set({ state: 'stopped', languages: [] }, 0)).status).toBe(412)
    expect((await set({ state: 'stopped', languages: [] }, 1)).body).toMatchObject({
      state: 'stopped',
      version: 2,
    })
    expect((await set({ state: 'maybe', languages: ['xx'] }, 2)).problem.fields?.map((f) => f.path)).toEqual([
      'state', 'languages.0',
    ]) // oxfmt-ignore
  })

  test('absences are added and removed by the person alone', async () => {
    const add = (body: { from: string; lastDay: string }) =>
      people.absent.client.call(availabilityEndpoints.addAbsence, { body })
    const { status, body } = await add({ from: inDays(-2), lastDay: inDays(5) })
    expect(status).toBe(201)
    expect((await people.absent.client.call(availabilityEndpoints.read)).body.absences).toEqual([body])
    expect((await add({ from: inDays(5), lastDay: inDays(6) })).problem.code).toBe('absenceOverlaps')
    expect((await add({ from: inDays(-9), lastDay: inDays(-8) })).problem.fields?.[0]?.code).toBe(
      'lastDayPast',
    )
    const remove = (by: TestUser, id = body.id) =>
      by.client.call(availabilityEndpoints.removeAbsence, { params: { id } })
    expect((await remove(people.deputy)).status).toBe(404)
    expect((await remove(people.foreign)).status).toBe(404)
    expect((await remove(people.absent)).status).toBe(204)
    expect((await remove(people.absent)).status).toBe(404)
  })
})

test('nothing without a session, nothing without the right, nothing of another tenant', async () => {
  const { body } = await arrange()
  const params = { id: body.id }
  const calls = [
    [endpoints.list, {}],
    [endpoints.choices, {}],
    [endpoints.arrange, { body: wish() }],
    [endpoints.change, { params, ifMatch: 1, body: { lastDay: inDays(1) } }],
    [endpoints.end, { params, ifMatch: 1 }],
    [availabilityEndpoints.read, {}],
    [availabilityEndpoints.set, { ifMatch: 0, body: { state: 'free', languages: [] } }],
    [availabilityEndpoints.addAbsence, { body: { from: today, lastDay: today } }],
    [availabilityEndpoints.removeAbsence, { params }],
  ] as const
  for (const [spec, call] of calls) {
    expect((await house.anonymous.call(spec, call as never)).status, spec.path).toBe(401)
    expect((await people.partner.client.call(spec, call as never)).status, spec.path).toBe(403)
    if (!('params' in call)) continue
    expect((await people.foreign.client.call(spec, call as never)).status, spec.path).toBe(404)
    const wrong = { ...call, params: { id: 'x' } }
    expect((await people.absent.client.call(spec, wrong as never)).status, spec.path).toBe(400)
  }
})
