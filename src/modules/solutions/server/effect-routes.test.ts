import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMeasure, anAgreement, aSolution, aValidPaper } from '../../../testing/a-solution.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { made } from '../../../testing/proof/object-kind.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { effectEndpoints } from '../contract/effects.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-27T09:00:00Z') })
afterAll(() => house.close())

let coordinator: TestUser
let caseManager: TestUser
let administration: TestUser
let stranger: TestUser

beforeAll(async () => {
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  caseManager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'coordinator' }] })
  await barriers('2025-10-01', 12)
  await barriers('2026-01-01', 3)
  await barriers('2026-07-01', 7)
})

/** What left the gate, as the gate writes it. */
async function barriers(from: string, count: number, more: object = {}): Promise<void> {
  const rows = Array.from({ length: count }, () => ({
    id: crypto.randomUUID(),
    source: 'case',
    kind: 'interface',
    legal_domains: ['jobseekers'],
    place_kind: 'kreis',
    period_grain: 'quarter',
    period_from: from,
    days_lost: 'upTo30',
    ...more,
  }))
  await house.system(house.a, (tx) => tx.insertInto('barrier').values(rows).execute())
}

const measured = { implementedOn: '2026-05-10', barrierKinds: ['interface' as const] }

describe('the effect of a solution', () => {
  test('compares the quarters before and after, small numbers and what gives them away hidden', async () => {
    const { id } = await aSolution(coordinator, measured)
    const view = made(await caseManager.client.call(effectEndpoints.read, { params: { id } }))
    const shown = (side: 'before' | 'after') =>
      view.effect[side].quarters.map(({ quarter, barriers: number }) => [quarter, number])
    expect(shown('before')).toEqual([
      ['2025-Q2', 0],
      ['2025-Q3', 0],
      ['2025-Q4', null],
      ['2026-Q1', null],
    ])
    expect(view.effect.before).toMatchObject({ total: 15, daysLost: 285 })
    expect(view.effect.after).toMatchObject({ total: 7, daysLost: 133 })
    expect(view).toMatchObject({ can: [], effect: { threshold: 5, reportingChanged: false } })
  })

  test('app.effect_base: counts the tenant of who may read effects, for nobody else', async () => {
    const ask = (who: TestUser) =>
      who.tx(async (tx) => {
        return (await sql`select * from app.effect_base('2020-01-01')`.execute(tx)).rows.length
      })
    await house.system(house.a, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from barrier order by id limit 1`.execute(tx)
      const impulse = {
        id: newId(),
        barrier_id: rows[0]!.id,
        given_on: '2026-07-02',
        created_by: caseManager.id,
      }
      await tx.insertInto('impulse').values(impulse).execute()
    })
    expect([await ask(caseManager), await ask(coordinator)]).toEqual([1, 1])
    expect([await ask(administration), await ask(stranger)]).toEqual([0, 0])
  })

  test('is judged once implemented, with views beside it, and printed on one page', async () => {
    const { id } = await aSolution(coordinator, { title: 'Noch nicht', implementedOn: null })
    const judge = (ifMatch: number, body: object = { verdict: 'helped', note: 'Weniger Wartezeit' }) =>
      coordinator.client.raw('PUT', `/api/solutions/${id}/verdict`, { body, ifMatch })
    expect((await judge(1)).problem.code).toBe('solutionNotImplemented')
    const change = { params: { id }, ifMatch: 1, body: { implementedOn: '2026-06-01' } }
    made(await coordinator.client.call(effectEndpoints.change, change))
    expect((await coordinator.client.call(effectEndpoints.change, change)).status).toBe(412)
    made(await judge(2))
    const body = { side: 'client' as const, obtained: 'interview' as const, content: 'Es ging schneller.' }
    const said = made(await coordinator.client.call(effectEndpoints.addVoice, { params: { id }, body }))
    expect(said).toMatchObject({ verdict: 'helped', voices: [{ side: 'client', onDate: '2026-11-27' }] })
    const pdf = await caseManager.client.call(effectEndpoints.pdf)
    expect([pdf.status, pdf.bytes.includes('pdfuaid:part')]).toEqual([200, true])
  })

  test('names what was built; days in order, objects and life domains that exist, all at once', async () => {
    const paper = await aValidPaper(coordinator, '2026-11-01', { title: 'Das Papier' })
    const built = made(
      await coordinator.client.call(effectEndpoints.create, {
        body: { title: 'Mit Papier', kind: 'interfacePaper', objectId: paper.id },
      }),
    )
    expect(built.object).toMatchObject({ title: 'Das Papier', state: 'valid' })
    const measure = await aMeasure(coordinator)
    const wrong = await coordinator.client.call(effectEndpoints.create, {
      body: {
        title: 'Falsch',
        kind: 'agreement',
        objectId: measure.id,
        themeId: measure.id,
        lifeDomains: ['nowhere'],
        decidedOn: '2026-05-01',
        implementedOn: '2026-04-01',
      },
    })
    expect(wrong.problem.fields?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'objectId solutionObjectUnknown',
      'themeId solutionThemeUnknown',
      'lifeDomains solutionLifeDomainUnknown',
      'implementedOn solutionOrderWrong',
    ])
  })
})

test('app.barrier_answer: what was built for the theme of a barrier, and a measure that names it, with the answer', async () => {
  const { rows } = await house.system(house.a, (tx) =>
    sql<{ id: string }>`select id from barrier order by id limit 1`.execute(tx),
  )
  const barrierId = rows[0]!.id
  const themeId = newId()
  await house.system(house.a, async (tx) => {
    const type = { id: newId(), kind: 'agreementType', key: 'traeger', label: 'Träger', position: 0 }
    await tx.insertInto('catalogue_entry').values(type).execute()
    const theme = { id: themeId, title: 'Wechsel', state: 'umgesetzt', stage: 'implemented' }
    await tx
      .insertInto('theme')
      .values({ ...theme, state_on: '2026-05-01', owner_id: coordinator.id, created_by: coordinator.id })
      .execute()
    await tx
      .insertInto('theme_barrier')
      .values({ theme_id: themeId, barrier_id: barrierId, added_on: '2026-05-01' })
      .execute()
  })
  const solution = await aSolution(coordinator, { ...measured, themeId, title: 'Fester Termin' })
  made(
    await coordinator.client.call(effectEndpoints.judge, {
      params: { id: solution.id },
      ifMatch: 1,
      body: { verdict: 'helped', note: 'Drei Wochen schneller' },
    }),
  )
  const subject = { kind: 'barrier' as const, id: barrierId, title: 'Hürde' }
  const measure = await aMeasure(caseManager, { title: 'Merkblatt', subject })
  const note = 'Liegt schon aus.'
  made(
    await coordinator.client.raw('POST', `/api/measures/${measure.id}/steps`, {
      ifMatch: 1,
      body: { to: 'declined', note },
    }),
  )
  const answers = (who: TestUser) =>
    who.tx(async (tx) => {
      const found = await sql<{ kind: string; title: string; state: string; words: string | null }>`
        select kind, title, state, words from app.barrier_answer(array[${barrierId}::uuid])`.execute(tx)
      return found.rows.map(({ kind, title, state, words }) => [kind, title, state, words])
    })
  const told = await answers(caseManager)
  expect(told).toContainEqual(['solution', 'Fester Termin', 'hat geholfen', 'Drei Wochen schneller'])
  expect(told).toContainEqual(['measure', 'Merkblatt', 'nicht aufgegriffen', note])
  expect([await answers(administration), await answers(stranger)]).toEqual([[], []])
  const ofTheme = made(await caseManager.client.call(effectEndpoints.list, { query: { themeId } }))
  expect(ofTheme.rows.map(({ title }) => title)).toEqual(['Fester Termin'])
  expect(ofTheme.linked).toEqual([])

  // Tied to the theme when made or later, in both directions; told once where a solution tells of it already.
  const theme = { id: themeId, name: 'Wechsel' }
  const paper = await aValidPaper(coordinator, '2026-01-01')
  const tie = (id: string | null, version: number) =>
    coordinator.client.raw('PUT', `/api/interface-papers/${paper.id}/theme`, {
      ifMatch: version,
      body: { themeId: id },
    })
  expect((await tie(newId(), paper.version)).problem.fields?.map(({ path }) => path)).toEqual(['themeId'])
  expect((await tie(themeId, paper.version)).body).toMatchObject({ theme, state: 'valid' })
  expect((await tie(null, paper.version)).status).toBe(412)
  const agreement = await anAgreement(coordinator, { themeId })
  expect(agreement.theme).toEqual(theme)
  const advice = await aMeasure(caseManager, {
    title: 'Dolmetscher am Schalter',
    subject: { kind: 'theme', id: themeId, title: 'von Hand' },
  })
  expect(advice.subject).toEqual({ kind: 'theme', id: themeId, title: 'Wechsel' })
  const turned = await coordinator.client.raw('PATCH', `/api/measures/${advice.id}`, {
    ifMatch: 1,
    body: { subject: { kind: 'theme', id: newId(), title: 'x' } },
  })
  expect(turned.problem.fields?.map(({ code }) => code)).toEqual(['measureSubjectUnknown'])
  const { linked } = made(await caseManager.client.call(effectEndpoints.list, { query: { themeId } }))
  expect(new Set(linked.map(({ kind, title }) => `${kind} ${title}`))).toEqual(
    new Set([
      `interfacePaper ${paper.title}`,
      `agreement ${agreement.title}`,
      'measure Dolmetscher am Schalter',
    ]),
  )
  const then = await answers(caseManager)
  expect(then).toContainEqual(['paper', paper.title, 'in Kraft', null])
  expect(then).toContainEqual(['measure', 'Dolmetscher am Schalter', 'empfohlen', null])
  await aSolution(coordinator, {
    ...measured,
    kind: 'measure',
    objectId: advice.id,
    themeId,
    title: 'Dolmetscher',
  })
  const once = (await answers(caseManager)).map(([kind, title]) => `${kind} ${title}`)
  expect(once).toContain('measure Dolmetscher')
  expect(once).not.toContain('measure Dolmetscher am Schalter')
})

describe('every route', () => {
  const bodies: Record<string, object> = {
    create: { title: 'x', kind: 'other' },
    change: { title: 'x' },
    judge: { verdict: 'helped' },
    addVoice: { side: 'team', obtained: 'meeting', content: 'x' },
  }
  const keys = Object.keys(effectEndpoints) as (keyof typeof effectEndpoints)[]
  test.for(keys)('%s: 401, 403, 404 in another tenant, 400', async (key) => {
    const spec = effectEndpoints[key]
    const { id } = await aSolution(coordinator)
    const ask = (who: TestUser | undefined, body = bodies[key]) =>
      (who?.client ?? house.anonymous).raw(spec.method, spec.path.replace(':id', id), {
        ...(body ? { body } : {}),
        ...('ifMatch' in spec ? { ifMatch: 1 } : {}),
      })
    expect((await ask(undefined)).status).toBe(401)
    expect((await ask(administration)).status).toBe(403)
    if (spec.path.includes(':id')) expect((await ask(stranger)).status).toBe(404)
    if (bodies[key]) expect((await ask(coordinator, { nobody: 'asked' })).status).toBe(400)
  })
})
