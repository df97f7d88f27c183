import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aBarrier } from '../../../testing/a-problem.ts'
import { aThemePath } from '../../../testing/a-theme.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { structureEndpoints } from '../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())
let coordinator: TestUser
let lead: TestUser
let manager: TestUser
let administration: TestUser
let foreign: TestUser

beforeAll(async () => {
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'coordinator' }] })
})

const bodies: Partial<Record<keyof typeof structureEndpoints, object>> = {
  move: { to: 'reviewing' },
  ask: { question: 'Wo?' },
  merge: { into: newId() },
  askOrganisation: { organisationId: newId(), dueOn: '2099-01-01' },
  answerView: { state: 'declined' },
  newGroup: { title: 'Gruppe', barrierIds: [newId()] },
  changeGroup: { title: 'Gruppe' },
}
const keys = Object.keys(structureEndpoints) as (keyof typeof structureEndpoints)[]
const ask = async (who: TestUser | undefined, key: keyof typeof structureEndpoints, body?: object) => {
  const spec = structureEndpoints[key]
  const path = spec.path.replace(
    ':id',
    key === 'changeGroup' || key === 'answerView' ? newId() : await aBarrier(house, house.a),
  )
  const { status } = await (who?.client ?? house.anonymous).raw(spec.method, path, {
    ...(spec.method === 'GET' ? {} : { body: body ?? bodies[key] ?? {} }),
    ...('ifMatch' in spec ? { ifMatch: 1 } : {}),
  })
  return status
}

describe('every route of the structure side', () => {
  test.for(keys)('%s: 401 without a session, 403 without the right', async (key) => {
    expect([await ask(undefined, key), await ask(administration, key)]).toEqual([401, 403])
    if (key in bodies) expect(await ask(manager, key)).toBe(403)
  })
  test.for(keys.filter((key) => structureEndpoints[key].path.includes(':id')))(
    '%s: 404 for another tenant',
    async (key) => {
      expect(await ask(foreign, key)).toBe(404)
    },
  )
  test.for(keys.filter((key) => key in bodies))('%s: 400 for what no form sends', async (key) => {
    expect(await ask(coordinator, key, { nobody: 'asked' })).toBe(400)
  })
})

describe('the list', () => {
  test('is filtered, sorted both ways and paged by key, without gaps or repeats', async () => {
    const months = ['2025-01-01', '2025-02-01', '2025-02-01', '2025-03-01', '2025-03-01']
    for (const period_from of months)
      await aBarrier(house, house.a, { kind: 'doubleStructure', period_from, life_domain: 'work' })
    for (const sort of ['newest', 'oldest'] as const) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const query = { kind: 'doubleStructure' as const, sort, limit: 2, ...(after ? { after } : {}) }
        const { body } = await coordinator.client.call(structureEndpoints.list, { query })
        seen.push(...body.rows.map((row) => `${row.periodFrom} ${row.id}`))
        after = body.next
      } while (after)
      expect(new Set(seen).size).toBe(5)
      expect(seen).toEqual(sort === 'newest' ? [...seen].sort().reverse() : [...seen].sort())
    }
    const count = async (query: object) =>
      (await lead.client.call(structureEndpoints.list, { query })).body.rows.length
    expect(
      await count({
        kind: 'doubleStructure',
        lifeDomain: 'work',
        organisationId: house.a.town,
        municipalityId: house.a.municipality,
      }),
    ).toBe(5)
    expect(await count({ kind: 'doubleStructure', state: 'answered' })).toBe(0)
    expect((await coordinator.client.raw('GET', '/api/barriers?after=kaputt')).status).toBe(400)
    expect(await count({ state: 'all', kind: 'doubleStructure', organisationId: newId() })).toBe(0)
  })

  test('is searched by words: stems, parts of compounds, what is still being typed; all must be there', async () => {
    const titles = [
      'Übergangswohnheim ohne Briefkasten',
      'Briefkasten am Wohnhaus fehlt',
      'Kein Bus am Abend',
    ]
    const [home, house2, bus] = await Promise.all(
      titles.map((title) => aBarrier(house, house.a, { title, description: 'Ohne Schlüssel keine Post' })),
    )
    const found = async (search: string, more: object = {}) => {
      const query = { search, ...more }
      const { body } = await manager.client.call(structureEndpoints.list, { query })
      return new Set(body.rows.map(({ id }) => id))
    }
    expect(await found('Briefkästen')).toEqual(new Set([home, house2]))
    expect(await found('wohnheim')).toEqual(new Set([home]))
    expect(await found('Überg')).toEqual(new Set([home]))
    expect(await found('Briefkasten ohne Wohnhaus')).toEqual(new Set([house2]))
    expect(await found('bus')).toEqual(new Set([bus]))
    expect(await found('Abend Briefkasten')).toEqual(new Set([]))
    expect(await found('Schlüs', { kind: 'doubleStructure' })).toEqual(new Set([]))
    expect(await found("x'); drop %_")).toEqual(new Set([]))
    const query = { search: 'Briefkasten' }
    expect((await manager.client.call(structureEndpoints.overview, { query })).body.total).toBe(2)
    expect((await foreign.client.call(structureEndpoints.list, { query })).body.rows).toEqual([])
  })

  test('board, matrix, map and trend say the same as the list', async () => {
    const query = { kind: 'doubleStructure' as const }
    const { body } = await manager.client.call(structureEndpoints.overview, { query })
    expect(body).toMatchObject({
      total: 5,
      states: [{ key: 'new', number: 5 }],
      matrix: [{ row: 'doubleStructure', column: 'work', number: 5 }],
      places: [{ placeKind: 'municipality', ags: '05170044', label: 'Musterstadt', number: 5 }],
      trend: [{ from: '2025-01-01', number: 5 }],
      coarser: 0,
      organisations: [{ id: house.a.town, number: 5 }],
      // Numbers from the cases are the coordination's.
      levels: [],
    })
    expect((await foreign.client.call(structureEndpoints.overview, { query })).body.total).toBe(0)
    expect((await manager.client.call(structureEndpoints.options)).body.municipalities).toHaveLength(1)
  })
})

describe('one barrier', () => {
  test('moves with reason and answer; a stale version shows what is there now', async () => {
    const id = await aBarrier(house, house.a)
    const move = (ifMatch: number, body: object) =>
      coordinator.client.raw('POST', `/api/barriers/${id}/state`, { body, ifMatch })
    expect((await move(1, { to: 'noAction' })).problem.fields?.map(({ path }) => path)).toEqual(['reason'])
    expect(
      (await move(1, { to: 'noAction', reason: 'notOurs' })).problem.fields?.map(({ path }) => path),
    ).toEqual(['answer'])
    expect((await move(1, { to: 'noAction', reason: 'notOurs', answer: 'Landesrecht' })).body).toMatchObject({
      state: 'noAction',
      answer: 'Landesrecht',
      version: 2,
    })
    expect((await move(1, { to: 'reviewing' })).status).toBe(412)
    expect((await move(2, { to: 'answered', answer: 'x' })).problem.code).toBe('barrierMoveUnknown')
    expect((await move(2, { to: 'reviewing' })).body).toMatchObject({
      state: 'reviewing',
      steps: [{ to: 'noAction' }, { to: 'reviewing' }],
    })
  })

  test('similar ones say why they were found: words, compounds, attributes', async () => {
    const title = 'Wohnungsgeberbestätigung wird verweigert'
    const mine = await aBarrier(house, house.a, {
      title,
      description: 'Ohne Anmeldung keine Leistung, erst einmal wartet und bleibt alles',
      kind: 'obstacle',
      life_domain: 'housing',
    })
    const same = await aBarrier(house, house.a, {
      title: 'Vermieter gibt keine Wohnungsgeberbestätigung',
      kind: 'deficit',
    })
    const compound = await aBarrier(house, house.a, {
      title: 'Wohnungsgeberbescheinigung fehlt',
      kind: 'deficit',
    })
    const filler = await aBarrier(house, house.a, {
      title: 'Post wartet, bleibt erst einmal',
      description: 'Kommt später',
      kind: 'deficit',
    })
    const alike = await aBarrier(house, house.a, {
      title: 'Ganz anderes',
      kind: 'obstacle',
      life_domain: 'housing',
    })
    const { body } = await coordinator.client.call(structureEndpoints.similar, { params: { id: mine } })
    const found = (id: string) => body.rows.find((row) => row.id === id)
    expect(found(same)!.words).toContain('Wohnungsgeberbestätigung')
    expect(found(compound)!.near).toContain('Wohnungsgeberbescheinigung')
    expect(found(alike)!.shared).toEqual(
      expect.arrayContaining(['kind', 'lifeDomain', 'organisation', 'municipality']),
    )
    expect(body.rows[0]!.id).toBe(same)
    // Words that say nothing find nothing, and stand in no reason.
    expect(found(filler)).toBeUndefined()
    expect(body.rows.flatMap(({ words, near }) => [...words, ...near])).not.toContain('bleibt')
    expect((await foreign.client.call(structureEndpoints.similar, { params: { id: mine } })).status).toBe(404)
  })

  test('is merged when the same occurrence was told twice, and then counts once', async () => {
    const [one, two] = [await aBarrier(house, house.a), await aBarrier(house, house.a)]
    const merge = (into: string, ifMatch = 1) =>
      coordinator.client.call(structureEndpoints.merge, { params: { id: one }, ifMatch, body: { into } })
    expect((await merge(one)).problem.code).toBe('barrierIntoItself')
    expect((await merge(newId())).status).toBe(404)
    expect((await merge(two)).body).toMatchObject({ state: 'merged', mergedInto: { id: two }, can: [] })
    expect((await merge(two, 2)).problem.code).toBe('barrierMergedAlready')
  })

  test('is grouped with others', async () => {
    const ids = [await aBarrier(house, house.a), await aBarrier(house, house.a)]
    const { body: group } = await coordinator.client.call(structureEndpoints.newGroup, {
      body: { title: 'Anmeldung', barrierIds: ids },
    })
    expect(group).toMatchObject({ barriers: 2, cases: null, can: ['change'] })
    const read = (who: TestUser) =>
      who.client.call(structureEndpoints.readGroup, { params: { id: group.id } })
    expect((await read(manager)).body).toMatchObject({ title: group.title, can: [] })
    expect((await read(foreign)).status).toBe(404)
    const change = (ifMatch: number, body: object) =>
      coordinator.client.call(structureEndpoints.changeGroup, {
        params: { id: group.id },
        ifMatch,
        body: body as never,
      })
    expect((await change(1, { remove: [ids[0]], title: 'Melden' })).body).toMatchObject({
      title: 'Melden',
      barriers: 1,
      version: 2,
    })
    expect((await change(1, { title: 'x' })).status).toBe(412)
    expect((await change(2, { add: [newId()] })).problem.fields?.map(({ code }) => code)).toEqual([
      'barrierUnknown',
    ])
    const list = await manager.client.call(structureEndpoints.list, { query: { groupId: group.id } })
    expect(list.body.rows.map(({ id }) => id)).toEqual([ids[1]])
    expect((await foreign.client.call(structureEndpoints.groups)).body.rows).toEqual([])
  })

  test('a whole group becomes a theme, or joins one; an empty choice and an unknown group are refused', async () => {
    await aThemePath(house, house.a)
    const ids = await Promise.all([1, 2, 3].map(() => aBarrier(house, house.a)))
    const { body: group } = await coordinator.client.call(structureEndpoints.newGroup, {
      body: { title: 'Kursplätze', barrierIds: ids },
    })
    const post = (path: string, body: object) => coordinator.client.raw('POST', path, { body })
    const made = await post('/api/themes', { title: 'Kursplätze', groupId: group.id })
    expect(made.body).toMatchObject({ evidence: { barriers: 3 } })
    const { body: barrier } = await coordinator.client.call(structureEndpoints.read, {
      params: { id: ids[0]! },
    })
    const themeId = (made.body as { id: string }).id
    expect(barrier).toMatchObject({ state: 'inTheme', outcome: [{ kind: 'theme', objectId: themeId }] })
    const other = await post('/api/themes', { title: 'Wege', barrierIds: [await aBarrier(house, house.a)] })
    const add = (body: object) => post(`/api/themes/${(other.body as { id: string }).id}/barriers`, body)
    expect((await add({ groupId: group.id })).body).toMatchObject({ evidence: { barriers: 4 } })
    expect((await add({})).problem.fields?.map(({ path }) => path)).toEqual(['barrierIds'])
    expect((await add({ groupId: newId() })).problem.fields?.map(({ path }) => path)).toEqual(['groupId'])
    const query = { groupId: group.id, state: 'all' as const }
    const { body: list } = await manager.client.call(structureEndpoints.list, { query })
    expect(list.rows.map(({ state }) => state)).toEqual(['inTheme', 'inTheme', 'inTheme'])
  })

  test('a named organisation is asked for its view, once at a time', async () => {
    const id = await aBarrier(house, house.a)
    const askFor = (organisationId: string, dueOn = '2099-01-31') =>
      coordinator.client.call(structureEndpoints.askOrganisation, {
        params: { id },
        body: { organisationId, dueOn },
      })
    const wrong = await askFor(house.a.welfare, '2020-01-01')
    expect(wrong.problem.fields?.map(({ code }) => code)).toEqual([
      'viewOrganisationNotNamed',
      'viewDueInPast',
    ])
    const { body } = await askFor(house.a.town)
    expect((await askFor(house.a.town)).problem.code).toBe('viewAskedAlready')
    const answer = (state: 'answered' | 'declined', text: string) =>
      coordinator.client.call(structureEndpoints.answerView, {
        params: { id: body.views[0]!.id },
        ifMatch: 1,
        body: { state, answer: text },
      })
    expect((await answer('answered', ' ')).problem.fields?.map(({ code }) => code)).toEqual([
      'viewAnswerMissing',
    ])
    expect((await answer('answered', 'Wir prüfen das')).body.views).toMatchObject([
      { state: 'answered', answer: 'Wir prüfen das' },
    ])
    expect((await answer('declined', '')).status).toBe(412)
  })

  test('an office a barrier names stands at its theme: asked here or there, or left out with a reason', async () => {
    const barrierIds = [await aBarrier(house, house.a), await aBarrier(house, house.a)]
    const theme = async (title: string) => {
      const { body } = await coordinator.client.raw('POST', '/api/themes', { body: { title, barrierIds } })
      return (body as { id: string }).id
    }
    const read = async (id: string) => (await manager.client.raw('GET', `/api/themes/${id}`)).body
    const first = await theme('Anmeldung')
    const office = `/api/themes/${first}/organisations/${house.a.town}`
    expect(await read(first)).toMatchObject({
      organisations: [{ organisationId: house.a.town, state: 'named', inEvidence: true, views: [] }],
    })
    expect((await coordinator.client.raw('DELETE', office)).problem.code).toBe('themeOrganisationInEvidence')
    const { body: asked } = await coordinator.client.call(structureEndpoints.askOrganisation, {
      params: { id: barrierIds[0]! },
      body: { organisationId: house.a.town, dueOn: '2099-01-31' },
    })
    const [view] = asked.views
    expect(await read(first)).toMatchObject({
      organisations: [{ state: 'asked', askedOn: view!.askedOn, views: [{ barrierId: barrierIds[0] }] }],
    })
    const say = (path: string, body: object) => coordinator.client.raw('PATCH', path, { ifMatch: 1, body })
    const answer = { state: 'answered', on: view!.askedOn, answer: 'Wir öffnen nachmittags.' }
    expect((await say(office, answer)).body).toMatchObject({ organisations: [{ state: 'answered' }] })
    const { body: barrier } = await manager.client.call(structureEndpoints.read, {
      params: { id: barrierIds[1]! },
    })
    expect(barrier.askedAtThemes).toMatchObject([{ theme: { id: first }, answer: answer.answer }])

    // Elsewhere the office is left out; its name must not stand in the words a committee reads.
    const other = await aBarrier(house, house.a)
    const { body: second } = await coordinator.client.raw('POST', '/api/themes', {
      body: { title: 'Wege', barrierIds: [other] },
    })
    const { id } = second as { id: string }
    const leave = { state: 'omitted', on: view!.askedOn }
    const path = `/api/themes/${id}/organisations/${house.a.town}`
    expect((await say(path, leave)).problem.fields?.map(({ path: at }) => at)).toEqual(['answer'])
    const { body: left } = await say(path, { ...leave, answer: 'Es geht um den Ablauf.' })
    const { organisations } = left as { organisations: { name: string }[] }
    expect(organisations).toMatchObject([{ state: 'omitted', reason: 'Es geht um den Ablauf.' }])
    const paper = () => manager.client.raw('GET', `/api/themes/${id}/paper`)
    expect((await paper()).status).toBe(200)
    const named = { description: `Bei ${organisations[0]!.name} dauert es lange.` }
    expect((await say(`/api/themes/${id}`, named)).status).toBe(200)
    expect((await paper()).problem.code).toBe('themeNamesUnasked')
  })
})
