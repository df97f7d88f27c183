import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aBarrier, aProblem, aReport, bareCases, enoughCases } from '../../../testing/a-problem.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { coarsen, type GateStep } from '../rules/coarsen.ts'

// The gate in the database: what its functions give away, and to whom.

const house = await openHouse()
afterAll(() => house.close())
let anna: TestUser
let colleague: TestUser
let coordinator: TestUser
let foreign: TestUser
let foreignCoordinator: TestUser
let file: TestCase
const today = '2026-11-21'

beforeAll(async () => {
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  foreignCoordinator = await house.user(house.b, { roles: [{ role: 'coordinator' }] })
  await arrange.oversight(house, coordinator, anna)
  for (const [tenant, by] of [
    [house.a, anna],
    [house.b, foreign],
  ] as const) {
    await house.system(tenant, async (tx) => {
      const row = { id: newId(), region_id: tenant.region, municipality_id: tenant.municipality }
      await tx.insertInto('region_municipality').values(row).execute()
    })
    await enoughCases(house, by)
  }
  file = await aCase({ responsible: anna })
  await house.system(house.a, (tx) =>
    tx
      .updateTable('case_file')
      .set({ language: 'ti', municipality_id: house.a.municipality })
      .where('id', '=', file.id)
      .execute(),
  )
})

const steps = async (
  who: TestUser,
  caseId: string | null,
  kinds: string[] = [],
  town: string | null = house.a.municipality,
) => {
  const { rows } = await who.tx((tx) =>
    sql<GateStep>`select * from app.gate_steps(${caseId}::uuid, ${town}::uuid, ${today}::date, ${kinds}::text[])`.execute(
      tx,
    ),
  )
  return rows
}
const one = async <T>(who: TestUser, statement: ReturnType<typeof sql<T>>) =>
  (await who.tx((tx) => statement.execute(tx))).rows

describe('what the counting function gives away', () => {
  test('gate_steps: twelve times yes or no, no number; nothing about a case one does not work, no values to try out', async () => {
    const rows = await steps(anna, file.id)
    expect(rows).toHaveLength(12)
    expect(Object.keys(rows[0]!).sort()).toEqual(['enough', 'period', 'place'])
    expect(rows.every(({ enough }) => typeof enough === 'boolean')).toBe(true)
    expect(coarsen(rows)).toEqual({ place: 'municipality', period: 'month' })
    // Oversight, a colleague and another tenant may not ask about this case, and nobody may ask about values alone.
    for (const other of [colleague, coordinator, foreign])
      expect(await steps(other, file.id, ['language'])).toEqual([])
    expect(await steps(anna, null, ['language'])).toEqual([])
    expect(await steps(anna, file.id, ['language', 'ageGroup', 'targetGroup'])).toEqual([])
    // What the case does not say is no attribute.
    expect(await steps(anna, file.id, ['targetGroup'])).toEqual([])
  })

  test('a rare attribute finds no step at all; a frequent one does', async () => {
    expect(coarsen(await steps(anna, file.id, ['language']))).toBeNull()
    await bareCases(
      house,
      anna,
      Array.from({ length: 4 }, () => ({ language: 'ti', municipality_id: house.a.municipality })),
    )
    expect(coarsen(await steps(anna, file.id, ['language']))).toEqual({
      place: 'municipality',
      period: 'month',
    })
  })

  test('suppression_threshold: the setting of the tenant, never below three', async () => {
    const threshold = async () =>
      (await one(anna, sql<{ n: number }>`select app.suppression_threshold() as n`))[0]!.n
    const set = (value: string) =>
      house.system(house.a, (tx) =>
        sql`insert into tenant_setting (key, value) values ('suppressionThreshold', ${value}::jsonb)
          on conflict (tenant_id, key) do update set value = excluded.value`.execute(tx),
      )
    expect(await threshold()).toBe(5)
    await set('1')
    expect(await threshold()).toBe(3)
    await set('10')
    expect(await threshold()).toBe(10)
    expect((await one(foreign, sql<{ n: number }>`select app.suppression_threshold() as n`))[0]!.n).toBe(5)
    await set('5')
  })
})

test('pass_gate: not for a case of others, not twice, not finer than enough cases share, not an interview without the role', async () => {
  const { id } = await aProblem(anna, file)
  const barrier = (over: object = {}) =>
    JSON.stringify({
      kind: 'gap',
      title: 'Kein Platz',
      legalDomains: [],
      organisationIds: [],
      attributeKinds: [],
      lasting: 'unknown',
      daysLost: 'unknown',
      placeKind: 'kreis',
      periodGrain: 'year',
      municipalityId: house.a.municipality,
      ...over,
    })
  const pass = async (who: TestUser, source: string, from: string | null, over?: object) =>
    (
      await one(
        who,
        sql<{ id: string | null }>`
      select app.pass_gate(${source}, ${from}::uuid, ${today}::date, ${today}::date, ${barrier(over)}::jsonb) as id`,
      )
    )[0]!.id
  for (const other of [colleague, coordinator, foreign]) expect(await pass(other, 'case', id)).toBeNull()
  expect(
    await pass(anna, 'interview', null, { guide: 'access', conductedBy: house.a.welfare, consent: true }),
  ).toBeNull()
  expect(await pass(anna, 'impulse', null)).toBeNull()
  // A town without cases: however politely the caller asks for it.
  const [empty] = [newId()]
  await house.system(house.a, (tx) =>
    tx
      .insertInto('municipality')
      .values({ id: empty!, ags: '05170048', name: 'Kleindorf', kind: 'Gemeinde', position: 2 })
      .execute(),
  )
  expect(await pass(anna, 'case', id, { placeKind: 'municipality', municipalityId: empty })).toBeNull()
  expect(await pass(anna, 'case', id, { attributeKinds: ['originGroup'] })).toBeNull()
  expect(await pass(anna, 'case', id)).toMatch(/^[0-9a-f-]{36}$/)
  expect(await pass(anna, 'case', id)).toBeNull()
})

describe('what structure rows say of where they came from', () => {
  test('no time, no reporter, no case: not in the columns, not in the id, not in the log', async () => {
    const { barrier, id } = await aReport(anna, (await aProblem(anna, file)).id)
    const columns = await house.owner.query<{ t: string; c: string; d: string }>(
      `select table_name as t, column_name as c, data_type as d from information_schema.columns
       where table_name in ('barrier', 'barrier_text', 'barrier_organisation', 'barrier_addition', 'interview')`,
    )
    expect(
      columns.rows.filter(
        ({ c, d }) => d.startsWith('timestamp') || /created|user|actor|case_id|problem|person/.test(c),
      ),
    ).toEqual([])
    // Version 4 at its place: a time-ordered id (7) would tell the moment.
    expect(barrier!.id[14]).toBe('4')
    const log = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select(['action', 'object_id', 'details']).execute(),
    )
    expect(JSON.stringify(log)).not.toContain(barrier!.id)
    expect(log.filter(({ object_id }) => object_id === id).map(({ action }) => action)).toEqual([
      'problem.recorded',
      'problem.gateChecked',
      'problem.reported',
    ])
  })

  test('own_barriers, own_barrier and barrier_answer: the way back is open to who works the case, to nobody else', async () => {
    const { barrier } = await aReport(anna, (await aProblem(anna, file)).id)
    const own = async (who: TestUser) =>
      (await one(who, sql<{ id: string }>`select app.own_barriers() as id`)).map(({ id }) => id)
    const read = async (who: TestUser) =>
      (await one(who, sql`select * from app.own_barrier(array[${barrier!.id}::uuid])`)).length
    const answers = async (who: TestUser) =>
      (await one(who, sql`select * from app.barrier_answer(array[${barrier!.id}::uuid])`)).length
    expect(await own(anna)).toContain(barrier!.id)
    for (const other of [colleague, coordinator, foreign]) {
      expect(await own(other)).toEqual([])
      expect(await read(other)).toBe(0)
      expect(await one(other, sql`select * from problem_report`)).toEqual([])
    }
    expect([await read(anna), await answers(anna), await answers(coordinator)]).toEqual([1, 1, 1])
    expect([await answers(foreign), await answers(foreignCoordinator)]).toEqual([0, 0])
    // With the case goes the sight, at once.
    await house.system(house.a, (tx) =>
      tx.deleteFrom('case_assignment').where('case_id', '=', file.id).execute(),
    )
    expect(await own(anna)).toEqual([])
    await house.system(house.a, (tx) =>
      tx
        .insertInto('case_assignment')
        .values({ id: newId(), case_id: file.id, user_id: anna.id, organisation_id: house.a.kreis })
        .execute(),
    )
  })

  test('answer_question and add_to_barrier: the reporter alone, once, without a time', async () => {
    const { barrier } = await aReport(anna, (await aProblem(anna, file)).id)
    const question = newId()
    await coordinator.tx((tx) =>
      tx
        .insertInto('barrier_question')
        .values({ id: question, barrier_id: barrier!.id, question: 'Seit wann?', asked_on: today })
        .execute(),
    )
    const answer = async (who: TestUser) =>
      (
        await one(
          who,
          sql<{ done: boolean }>`select app.answer_question(${question}::uuid, 'Seit dem Sommer') as done`,
        )
      )[0]!.done
    const add = async (who: TestUser) =>
      (
        await one(
          who,
          sql<{ done: boolean }>`select app.add_to_barrier(${barrier!.id}::uuid, 'Noch etwas') as done`,
        )
      )[0]!.done
    for (const other of [colleague, coordinator, foreign])
      expect([await answer(other), await add(other)]).toEqual([false, false])
    expect([await answer(anna), await answer(anna), await add(anna)]).toEqual([true, false, true])
  })

  test('tell_reporter, on_barrier_question and on_barrier_step: who is told stands in the own notifications only', async () => {
    const { barrier, id } = await aReport(anna, (await aProblem(anna, file)).id)
    await coordinator.tx(async (tx) => {
      await tx
        .insertInto('barrier_question')
        .values({ id: newId(), barrier_id: barrier!.id, question: 'Wo?', asked_on: today })
        .execute()
      await tx
        .insertInto('barrier_step')
        .values({
          id: newId(),
          barrier_id: barrier!.id,
          from_state: 'new',
          to_state: 'reviewing',
          on_date: today,
        })
        .execute()
    })
    const told = (who: TestUser) =>
      one(
        who,
        sql<{ kind: string; object_id: string }>`
      select kind, object_id from notification where object_kind = 'problem' and object_id = ${id}::uuid order by kind`,
      )
    expect((await told(anna)).map(({ kind }) => kind)).toEqual(['barrier.asked', 'barrier.moved'])
    expect(await told(coordinator)).toEqual([])
    await expect(
      one(coordinator, sql`select app.tell_reporter(${house.a.id}::uuid, ${barrier!.id}::uuid, 'x')`),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('cases_behind: fives, nothing below the threshold, nothing of another tenant', async () => {
    const barriers: string[] = []
    const count = async (who: TestUser, ids: string[]) =>
      (await one(who, sql<{ n: number | null }>`select app.cases_behind(${ids}::uuid[]) as n`))[0]!.n
    for (let n = 0; n < 6; n++) {
      const { barrier } = await aReport(anna, (await aProblem(anna, await aCase({ responsible: anna }))).id)
      barriers.push(barrier!.id)
    }
    expect(await count(coordinator, barriers.slice(0, 4))).toBeNull()
    expect(await count(coordinator, barriers.slice(0, 5))).toBe(5)
    expect(await count(coordinator, barriers)).toBe(5)
    expect(await count(foreignCoordinator, barriers)).toBeNull()
  })
})

test('property: what left identifies no group smaller than the threshold', async () => {
  const tenant = house.b
  const towns = [tenant.municipality, newId(), newId()]
  await house.system(tenant, async (tx) => {
    await tx
      .insertInto('municipality')
      .values(
        towns.slice(1).map((id, at) => ({
          id,
          ags: `0517009${at}`,
          name: `Ort ${at}`,
          kind: 'Gemeinde',
          position: at + 2,
        })),
      )
      .execute()
    await tx
      .insertInto('region_municipality')
      .values({ id: newId(), region_id: tenant.region, municipality_id: towns[1]! })
      .execute()
  })
  let pairs = 0
  const languages = ['ar', 'uk', 'ti', 'fa', null]
  const aBare = fc.record({
    municipality_id: fc.constantFrom(...towns),
    language: fc.constantFrom(...languages),
    target_group: fc.constantFrom('family', 'family', 'single', null),
    opened_on: fc.constantFrom('2025-11-03', '2026-02-10', '2026-07-01', '2026-11-02'),
    closed_on: fc.constantFrom(null, null, '2026-11-10'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(aBare, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...towns),
      // Two of them identify more closely than each alone.
      fc.subarray(['language', 'targetGroup'] as const),
      async (cases, town, attributes) => {
        await bareCases(house, foreign, cases)
        const own = await aCase({ responsible: foreign })
        await house.system(tenant, (tx) =>
          tx
            .updateTable('case_file')
            .set({ municipality_id: town, language: 'ti', target_group: 'family' })
            .where('id', '=', own.id)
            .execute(),
        )
        const { id } = await aProblem(foreign, own, { municipalityId: town, noticedOn: today })
        const report = await aReport(foreign, id, { attributes: [...attributes] }).catch(
          (error: Error) => error,
        )
        if (report instanceof Error) {
          expect(report.message).toContain('gateAttributesTooRare')
          return
        }
        // Counted by another way than the gate does: all cases an outsider who knows everything could think of.
        const { rows } = await house.system(tenant, (tx) =>
          sql<{ n: number }>`
        select count(*)::int as n from barrier b join case_file f on f.tenant_id = b.tenant_id
          and case b.place_kind when 'municipality' then f.municipality_id = b.municipality_id
            when 'region' then f.municipality_id in (select municipality_id from region_municipality r where r.region_id = b.region_id) else true end
          and b.attributes <@ array['language:' || f.language, 'targetGroup:' || f.target_group]
          and f.opened_on < b.period_from + case b.period_grain when 'month' then interval '1 month' when 'quarter' then interval '3 months'
            when 'halfYear' then interval '6 months' else interval '1 year' end
          and coalesce(f.closed_on, 'infinity') >= b.period_from
        where b.id = ${report.barrier!.id}::uuid`.execute(tx),
        )
        expect(rows[0]!.n).toBeGreaterThanOrEqual(5)
        if (attributes.length === 2) pairs += 1
      },
    ),
    { numRuns: 14, seed: 4 },
  )
  expect(pairs, 'reports with two attributes that left').toBeGreaterThan(0)
})

test('a small Kreis with 80 clients gets its barriers through, of every town', async () => {
  const small = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  const { rows } = await house.system(house.b, (tx) =>
    sql<{ id: string }>`select id from municipality`.execute(tx),
  )
  const open = await house.system(house.b, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from case_file`.execute(tx),
  )
  await bareCases(
    house,
    small,
    Array.from({ length: Math.max(0, 80 - open.rows[0]!.n) }, (_, at) => ({
      municipality_id: rows[at % rows.length]!.id,
    })),
  )
  for (const { id } of rows) {
    const { barrier } = await aReport(
      small,
      (await aProblem(small, await aCase({ responsible: small }), { municipalityId: id })).id,
    )
    expect(barrier!.placeKind).toBe('municipality')
    expect(['month', 'quarter']).toContain(barrier!.periodGrain)
  }
})

test('a barrier without a reporter answers nobody', async () => {
  const id = await aBarrier(house, house.a)
  expect(await one(anna, sql`select * from app.own_barrier(array[${id}::uuid])`)).toEqual([])
})
