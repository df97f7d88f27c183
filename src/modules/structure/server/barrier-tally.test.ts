import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBarrier } from '../../../testing/a-problem.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { structureEndpoints } from '../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())
let coordinator: TestUser
beforeAll(async () => {
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  for (const [at, state] of ['new', 'new', 'reviewing', 'answered', 'noAction', 'new'].entries()) {
    await aBarrier(house, house.a, {
      state,
      kind: at % 2 ? 'gap' : 'obstacle',
      period_from: `2026-0${1 + at}-01`,
      ...(at % 3 ? { life_domain: 'work' } : {}),
    })
  }
  await aBarrier(house, house.b)
})

const states = ['open', 'all', 'new', 'reviewing', 'answered', 'noAction', 'inTheme', 'merged'] as const
/** Narrowed to what all of these barriers are, the overview counts the rows instead of reading the tally. */
async function overviews(): Promise<[unknown, unknown][]> {
  const read = async (query: object) => {
    const { body } = await coordinator.client.call(structureEndpoints.overview, { query })
    const byKey = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted()
    return { ...body, states: byKey(body.states), matrix: byKey(body.matrix), places: byKey(body.places) }
  }
  const cells = [{}, { kind: 'gap' }, { lifeDomain: 'work' }, { kind: 'obstacle', lifeDomain: 'work' }]
  const queries = states.flatMap((state) => cells.map((cell) => ({ state, ...cell })))
  return Promise.all(
    queries.map(async (query) => [await read(query), await read({ ...query, source: 'case' })] as const),
  ) as Promise<[unknown, unknown][]>
}

test('on_barrier, on_barrier_organisation: the tally says what counting says, after every move', async () => {
  const same = async () => {
    for (const [tallied, counted] of await overviews()) expect(tallied).toEqual(counted)
  }
  await same()
  const query = { state: 'all' as const }
  const total = async () => (await coordinator.client.call(structureEndpoints.overview, { query })).body.total
  expect(await total()).toBe(6)
  const { body } = await coordinator.client.call(structureEndpoints.list, { query: { state: 'new' } })
  const [one, two, three] = body.rows
  const move = (id: string) =>
    coordinator.client.call(structureEndpoints.move, {
      params: { id },
      ifMatch: 1,
      body: { to: 'reviewing' },
    })
  expect((await Promise.all([move(one!.id), move(two!.id)])).map(({ status }) => status)).toEqual([200, 200])
  await same()
  const merged = await coordinator.client.call(structureEndpoints.merge, {
    params: { id: three!.id },
    ifMatch: 1,
    body: { into: one!.id },
  })
  expect(merged.status).toBe(200)
  await same()
  expect(await total()).toBe(5)
  // Many at once, and what decides no count.
  await house.system(house.a, (tx) =>
    sql`update barrier set kind = 'interface', life_domain = null, period_grain = 'year', version = version + 1
      where state = 'reviewing'`.execute(tx),
  )
  await same()
})

test('on_barrier, on_barrier_organisation, tally_barriers: nobody calls them', async () => {
  for (const call of [
    `app.on_barrier()`,
    `app.on_barrier_organisation()`,
    `app.tally_barriers('{}', '{}')`,
  ]) {
    await expect(
      coordinator.tx((tx) => sql.raw(`select ${call}`).execute(tx)),
      call,
    ).rejects.toMatchObject({ code: '42501' })
  }
})
