import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyPdf, uploadTo } from '../../../testing/a-document.ts'
import type { BodyInput, EndpointSpec } from '../../../platform/contract/endpoint.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { checkDistrict, loadDistrict } from '../../tenancy/server/index.ts'
import { createTenant } from '../../staff/server/index.ts'
import { dayEndpoints } from '../../calendar/index.ts'
import { programmeActivityEndpoints } from '../contract/activities.ts'
import {
  programmeDocumentEndpoints,
  programmeVersionEndpoints,
  type DocumentView,
} from '../contract/documents.ts'
import { programmeGoalEndpoints } from '../contract/goals.ts'
import { interfaceEndpoints } from '../contract/interfaces.ts'
import { programmeMilestoneEndpoints } from '../contract/milestones.ts'
import { programmeEndpoints } from '../contract/overview.ts'
import { programmeTaskEndpoints } from '../contract/tasks.ts'

const now = Temporal.Instant.from('2026-11-21T09:42:00Z')
const house = await openHouse({ now: () => now })
afterAll(() => house.close())

let lead: TestUser
let manager: TestUser
let officer: TestUser
let stranger: TestUser

/** The district of Wesel, as its file describes it. */
beforeAll(async () => {
  const id = await createTenant(house.owner, { key: 'neu-wesel', name: 'Kreis Wesel' })
  const wesel = { ...house.a, id, key: 'neu-wesel' }
  const read = checkDistrict(readFileSync('districts/wesel.yaml', 'utf8'))
  if ('problems' in read) throw new Error('districts/wesel.yaml')
  await house.system(wesel, (tx) => loadDistrict(tx, read.district, { today: '2026-11-21' }))
  const organisation = await house.system(wesel, async (tx) => {
    const row = await tx
      .selectFrom('organisation')
      .select('id')
      .where('key', '=', 'kreis-wesel')
      .executeTakeFirstOrThrow()
    return row.id
  })
  const as = (role: 'kimLead' | 'caseManager' | 'immigrationOfficer') =>
    house.user(wesel, { roles: [{ role }], organisation })
  lead = await as('kimLead')
  manager = await as('caseManager')
  officer = await as('immigrationOfficer')
  stranger = await house.user(house.b, { roles: [{ role: 'kimLead' }] })
})

const endpoints: readonly EndpointSpec[] = [
  programmeEndpoints,
  programmeDocumentEndpoints,
  programmeVersionEndpoints,
  programmeGoalEndpoints,
  programmeMilestoneEndpoints,
  programmeActivityEndpoints,
  interfaceEndpoints,
  programmeTaskEndpoints,
].flatMap((table) => Object.values(table))
const missing = '0197a000-0000-7000-8000-000000000000'

// 401 for each of them: routes-table.test.ts; 403 and 404 by role, employer and tenant: matrix.test.ts.
describe('every route', () => {
  test.for(endpoints)('$method $path: 404 or nothing for another tenant, 403 for B3', async (spec) => {
    const ask = (who: TestUser) =>
      who.client.raw(spec.method, spec.path.replace(':id', missing), { query: { list: 'goals' }, ifMatch: 1 })
    if (spec.body || spec.upload) return
    expect((await ask(officer)).status).toBe(403)
    const { status, body } = await ask(stranger)
    if (spec.path.includes(':id')) expect(status).toBe(404)
    else expect(JSON.stringify(body ?? '')).not.toContain('Wesel')
  })

  test.for(endpoints.filter((spec) => spec.body))(
    '$method $path: 400 for what no form sends',
    async (spec) => {
      const body = { nobody: 'asked', id: missing, tenant_id: missing }
      const path = spec.path.replace(':id', missing)
      const { status, problem } = await lead.client.raw(spec.method, path, { body, ifMatch: 1 })
      expect([status, problem.code]).toEqual([400, 'invalidInput'])
    },
  )
})

describe('taking over what the district file names', () => {
  test('fills the registers once, and leaves alone what stands there', async () => {
    const before = await lead.client.call(programmeEndpoints.overview)
    expect(before.body).toMatchObject({ can: ['adopt', 'write'], due: [] })
    expect(before.body.adoptable).toBeGreaterThan(40)
    const { status, body } = await lead.client.call(programmeEndpoints.adopt)
    // 1 Jobcenter, 1 Arbeitsagentur, 7 Jugendämter, 13 Sozialämter, MBE, JMD, Flüchtlingsberatung, AG Wohlfahrt.
    expect([status, body]).toEqual([
      200,
      { documents: 4, goals: 6, milestones: 0, activities: 6, interfaces: 26 },
    ])
    const again = await lead.client.call(programmeEndpoints.adopt)
    expect(Object.values(again.body)).toEqual([0, 0, 0, 0, 0])
    expect((await manager.client.call(programmeEndpoints.adopt)).status).toBe(403)
    const after = await manager.client.call(programmeEndpoints.overview)
    expect(after.body).toMatchObject({ adoptable: 0, can: [] })
    expect(after.body.due.filter(({ kind }) => kind === 'interface')).toHaveLength(26)
  })

  test('brings the decisions the concept tells of, with their dates', async () => {
    const { body } = await manager.client.call(programmeDocumentEndpoints.list, {
      query: { q: 'Case Management' },
    })
    const found = await manager.client.call(programmeDocumentEndpoints.read, {
      params: { id: body.rows[0]!.id },
    })
    expect(found.body).toMatchObject({ source: 'WES 6; R145', can: [] })
    expect(found.body.versions).toMatchObject([
      {
        state: 'valid',
        validFrom: '2022-09-29',
        approvals: [
          { bodyLabel: 'Akteure vor Ort', decidedOn: null },
          { bodyLabel: 'Lenkungsgruppe', decidedOn: '2022-06-10' },
          { bodyLabel: 'Kreistag', decidedOn: '2022-09-29', fileNumber: 'einstimmig' },
        ],
      },
    ])
  })
})

describe('a document', () => {
  const body = {
    kind: 'manual' as const,
    title: 'Handbuch Übergaben',
    approvalPath: ['steeringGroup' as const, 'council' as const],
    reviewMonths: 12,
    checkedContents: ['beratungsansaetze', 'lenkungsgruppe'],
  }
  const { submit, discard } = programmeVersionEndpoints
  const decide = (view: DocumentView, more: object) =>
    lead.client.call(programmeVersionEndpoints.decide, {
      params: { id: view.versions[0]!.id },
      ifMatch: view.versions[0]!.version,
      body: { outcome: 'agreed', decidedOn: '2026-11-10', ...more },
    })
  const step = (view: DocumentView, endpoint: typeof submit | typeof discard) =>
    lead.client.call(endpoint, { params: { id: view.versions[0]!.id }, ifMatch: view.versions[0]!.version })

  test('goes its way, is returned, agreed to and superseded by the next version; nothing is overwritten', async () => {
    const made = await lead.client.call(programmeDocumentEndpoints.create, { body })
    expect([made.status, made.body.versions[0]!.can]).toEqual([
      201,
      ['change', 'upload', 'submit', 'discard', 'check'],
    ])
    let view = (await step(made.body, submit)).body
    expect(view.versions[0]).toMatchObject({
      state: 'inApproval',
      next: 0,
      can: ['decide', 'discard', 'check'],
    })
    const wrong = await decide(view, { decidedOn: '2026-11-22' })
    expect(wrong.problem.fields).toMatchObject([{ path: 'decidedOn', code: 'decidedInFuture' }])
    view = (await decide(view, { outcome: 'returned', remark: 'Kapitel 2 ergänzen' })).body
    expect(view.versions[0]).toMatchObject({ state: 'draft', next: 0 })
    view = (await step(view, submit)).body
    view = (await decide(view, { fileNumber: '12/2026' })).body
    expect((await decide(view, { decidedOn: '2026-11-09' })).problem.fields).toMatchObject([
      { code: 'decidedBeforeLast' },
    ])
    view = (await decide(view, { decidedOn: '2026-11-20' })).body
    expect(view.versions[0]).toMatchObject({
      state: 'valid',
      validFrom: '2026-11-20',
      reviewOn: '2027-11-20',
    })
    expect((await step(view, submit)).problem.code).toBe('documentNotDraft')
    expect((await step(view, discard)).problem.code).toBe('documentNotOpen')

    const next = await lead.client.call(programmeDocumentEndpoints.addVersion, {
      params: { id: view.id },
      body: { asOf: '2027' },
    })
    expect(next.body.versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'draft'],
      [1, 'valid'],
    ])
    const third = await lead.client.call(programmeDocumentEndpoints.addVersion, {
      params: { id: view.id },
      body: {},
    })
    expect(third.problem.code).toBe('documentHasOpenVersion')
    view = (await step(next.body, submit)).body
    view = (await decide(view, {})).body
    view = (await decide(view, { outcome: 'notNeeded' })).body
    expect(view.versions.map(({ state }) => state)).toEqual(['valid', 'superseded'])
    expect(view.versions[1]!.approvals.map(({ outcome }) => outcome)).toEqual([
      'returned',
      'agreed',
      'agreed',
    ])
  })

  test('is stale for who saw an older one, and closed to those who only read', async () => {
    const { body: view } = await lead.client.call(programmeDocumentEndpoints.create, { body })
    const change = (who: TestUser, ifMatch: number) =>
      who.client.call(programmeDocumentEndpoints.change, {
        params: { id: view.id },
        ifMatch,
        body: { title: 'Handbuch Übergänge', endedOn: '2026-11-21' },
      })
    expect((await change(lead, 1)).body).toMatchObject({ version: 2, title: 'Handbuch Übergänge' })
    expect((await change(lead, 1)).status).toBe(412)
    expect((await change(manager, 2)).status).toBe(403)
    expect((await change(stranger, 2)).status).toBe(404)
    const version = await lead.client.call(programmeDocumentEndpoints.addVersion, {
      params: { id: view.id },
      body: {},
    })
    expect(version.problem.code).toBe('documentEnded')
    const ended = await manager.client.call(programmeDocumentEndpoints.list, { query: { state: 'ended' } })
    expect(ended.body.rows.map(({ title }) => title)).toEqual(['Handbuch Übergänge'])
  })

  test('is checked for the contents the Land asks for (R146)', async () => {
    const { body: view } = await lead.client.call(programmeDocumentEndpoints.create, { body })
    const check = (keys: string[], version: number) =>
      lead.client.call(programmeVersionEndpoints.check, {
        params: { id: view.versions[0]!.id },
        ifMatch: version,
        body: { contents: keys.map((key) => ({ key, outcome: 'present' as const, place: 'Kapitel 3' })) },
      })
    expect((await check(['cm-ansaetze'], 1)).problem.fields).toMatchObject([{ code: 'contentUnknown' }])
    const { body: checked } = await check(['beratungsansaetze'], 1)
    expect(checked.versions[0]!.contents).toMatchObject([
      { key: 'beratungsansaetze', outcome: 'present', place: 'Kapitel 3' },
      { key: 'lenkungsgruppe', outcome: null },
    ])
    const { body: page } = await lead.client.call(programmeDocumentEndpoints.list, {
      query: { q: 'übergaben', kind: 'manual', sort: 'reviewOn', direction: 'desc' },
    })
    expect(page.rows.find(({ id }) => id === view.id)?.contents).toEqual({ asked: 2, present: 1 })
    const unknown = await lead.client.call(programmeDocumentEndpoints.create, {
      body: { ...body, checkedContents: ['nirgends'] },
    })
    expect(unknown.problem.fields).toMatchObject([{ path: 'checkedContents', code: 'contentUnknown' }])
  })

  test('keeps its file: content checked, an attachment for whoever reads, frozen once submitted', async () => {
    const { body: view } = await lead.client.call(programmeDocumentEndpoints.create, { body })
    const path = `/api/programme-document-versions/${view.versions[0]!.id}/file`
    const send = (who: TestUser, bytes: Uint8Array = emptyPdf) => uploadTo(who.client, path, { bytes })
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    expect((await send(lead, html)).status).toBe(415)
    expect((await send(manager)).status).toBe(403)
    expect((await send(stranger)).status).toBe(404)
    expect((await manager.client.raw('GET', path)).status).toBe(404)
    expect((await send(lead)).status).toBe(201)
    const file = await manager.client.raw('GET', path)
    expect(file.bytes.equals(emptyPdf)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''Handbuch-Fassung-1.pdf",
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const { body: read } = await lead.client.call(programmeDocumentEndpoints.read, {
      params: { id: view.id },
    })
    await step(read, submit)
    expect((await send(lead)).problem.code).toBe('documentNotDraft')
  })
})

describe('goals and milestones', () => {
  test('a goal is followed over time; behind the plan it says what is done (R141)', async () => {
    const made = await lead.client.call(programmeGoalEndpoints.create, {
      body: { title: 'Sprechzeiten in allen Kommunen', indicator: 'Kommunen', unit: 'Kommunen', target: 13 },
    })
    const params = { id: made.body.id }
    const status = (more: object) =>
      lead.client.call(programmeGoalEndpoints.addStatus, {
        params,
        body: { onDate: '2026-11-20', rating: 'onTrack', ...more },
      })
    const wrong = await status({ rating: 'offTrack', value: 9 })
    expect(wrong.problem.fields).toMatchObject([{ path: 'countermeasure', code: 'countermeasureMissing' }])
    await status({ value: 11, onDate: '2026-05-20' })
    const behind = {
      rating: 'offTrack',
      value: 9,
      countermeasure: 'Zweite Sprechstunde',
      countermeasureBy: '2026-12-01',
    }
    expect((await status(behind)).body).toMatchObject({
      statusDueOn: '2027-05-20',
      statuses: [{ value: 9, rating: 'offTrack' }, { value: 11 }],
    })
    const due = await lead.client.call(programmeEndpoints.overview)
    expect(due.body.due).toContainEqual(
      expect.objectContaining({ kind: 'countermeasure', dueOn: '2026-12-01' }),
    )
    const drop = (body: object, ifMatch = 1) =>
      lead.client.call(programmeGoalEndpoints.change, { params, ifMatch, body })
    expect((await drop({ state: 'dropped' })).problem.fields).toMatchObject([{ code: 'reasonMissing' }])
    expect((await drop({ state: 'reached' })).body).toMatchObject({ state: 'reached', stateOn: '2026-11-21' })
    expect((await status({})).problem.code).toBe('goalSettled')
    expect((await drop({ title: 'Anders' })).status).toBe(412)
  })

  test('a milestone is settled with its evidence (R142)', async () => {
    const made = await lead.client.call(programmeMilestoneEndpoints.create, {
      body: { title: 'Angebotsübersicht', dueOn: '2026-12-31' },
    })
    const settle = (body: object) =>
      lead.client.call(programmeMilestoneEndpoints.change, { params: { id: made.body.id }, ifMatch: 1, body })
    expect((await settle({ state: 'reached', stateOn: '2026-12-01' })).problem.fields).toMatchObject([
      { path: 'evidence', code: 'evidenceMissing' },
      { path: 'stateOn', code: 'settledInFuture' },
    ])
    const done = await settle({
      state: 'reached',
      stateOn: '2026-11-02',
      evidence: 'Protokoll der Lenkungsgruppe',
    })
    expect(done.body).toMatchObject({ state: 'reached', stateOn: '2026-11-02', version: 2 })
  })
})

describe('activities', () => {
  test('are planned, held with a result, and found again', async () => {
    const body = { kind: 'infoEvent' as const, title: 'Infoabend Ehrenamt', onDate: '2026-11-10' }
    const { body: made } = await lead.client.call(programmeActivityEndpoints.create, { body })
    const change = (more: object) =>
      lead.client.call(programmeActivityEndpoints.change, { params: { id: made.id }, ifMatch: 1, body: more })
    expect(
      (await change({ state: 'done', onDate: '2026-11-22', untilDate: '2026-11-01' })).problem.fields,
    ).toMatchObject([
      { path: 'onDate', code: 'activityInFuture' },
      { path: 'untilDate', code: 'activityEndsBeforeStart' },
    ])
    expect((await change({ state: 'done', onDate: null })).problem.fields).toMatchObject([
      { code: 'activityDateMissing' },
    ])
    await change({
      state: 'done',
      result: '24 Ehrenamtliche',
      buildingBlocks: ['B1', 'B3'],
      audiences: ['volunteers'],
    })
    const { body: page } = await manager.client.call(programmeActivityEndpoints.list, {
      query: { q: '24 ehren', kind: 'infoEvent', state: 'done' },
    })
    expect(page.rows).toMatchObject([{ id: made.id, buildingBlocks: ['B1', 'B3'], can: [] }])
  })

  test('pages in order, each row once', async () => {
    const titles: string[] = []
    let after: string | undefined
    do {
      const query = { limit: 2, sort: 'title' as const, ...(after ? { after } : {}) }
      const { body } = await manager.client.call(programmeActivityEndpoints.list, { query })
      titles.push(...body.rows.map(({ title }) => title))
      after = body.next
    } while (after)
    expect(titles).toHaveLength(7)
    expect(new Set(titles).size).toBe(7)
    expect(titles[0]).toMatch(/^Austausch/)
  })
})

describe('interface talks (R105)', () => {
  test('are due after their interval, are held, and their result goes somewhere', async () => {
    const { body: page } = await lead.client.call(interfaceEndpoints.list, {
      query: { q: 'jobcenter', state: 'due' },
    })
    const partner = page.rows[0]!
    expect(partner).toMatchObject({ name: 'Jobcenter Kreis Wesel', dueOn: '2026-11-21', intervalMonths: 12 })
    const talk = (body: BodyInput<typeof interfaceEndpoints.addTalk>) =>
      lead.client.call(interfaceEndpoints.addTalk, { params: { id: partner.id }, body })
    expect((await talk({ heldOn: '2026-11-22' })).problem.fields).toMatchObject([{ code: 'talkInFuture' }])
    expect((await talk({ heldOn: '2026-11-02', reportedTo: 'team' })).problem.fields).toMatchObject([
      { path: 'reportedOn', code: 'reportIncomplete' },
    ])
    const held = await talk({ heldOn: '2026-10-01', result: 'Feste Ansprechperson' })
    expect(held.body).toMatchObject({ lastHeldOn: '2026-10-01', dueOn: '2027-10-01' })
    const due = await lead.client.call(programmeEndpoints.overview)
    expect(due.body.due).toContainEqual(expect.objectContaining({ kind: 'report', dueOn: '2026-10-29' }))
    const report = (body: object) =>
      lead.client.call(interfaceEndpoints.changeTalk, {
        params: { id: held.body.talks[0]!.id },
        ifMatch: 1,
        body,
      })
    expect(
      (await report({ reportedTo: 'steeringGroup', reportedOn: '2026-09-01' })).problem.fields,
    ).toMatchObject([{ path: 'reportedOn', code: 'reportedBeforeTalk' }])
    expect(
      (await report({ reportedTo: 'steeringGroup', reportedOn: '2026-11-20' })).body.talks,
    ).toMatchObject([{ reportedTo: 'steeringGroup', result: 'Feste Ansprechperson' }])
    const { body: latest } = await lead.client.call(interfaceEndpoints.list, { query: { q: 'jobcenter' } })
    const end = await lead.client.call(interfaceEndpoints.change, {
      params: { id: partner.id },
      ifMatch: latest.rows[0]!.version,
      body: { intervalMonths: 6, endedOn: '2026-11-21' },
    })
    expect(end.body).toMatchObject({ dueOn: '2027-04-01', endedOn: '2026-11-21' })
    expect((await talk({ heldOn: '2026-11-02' })).problem.code).toBe('partnerEnded')
  })
})

describe('task lists (R013, R014)', () => {
  test('are marked for a period, by function and never by person', async () => {
    const { body } = await manager.client.call(programmeTaskEndpoints.list)
    expect(body.can).toEqual([])
    expect(body.lists[0]).toMatchObject({ key: 'overhead', period: '2026-H2', next: null, regionId: null })
    const mark = (more: object, ifMatch: number) =>
      lead.client.call(programmeTaskEndpoints.mark, {
        ifMatch,
        body: { list: 'overhead', task: 'controlling', period: '2026-H2', state: 'done', ...more },
      })
    expect((await mark({}, 0)).body).toMatchObject({ state: 'done', version: 1 })
    expect((await mark({}, 0)).status).toBe(412)
    expect((await mark({ state: 'running', note: 'Bericht folgt' }, 1)).body).toMatchObject({ version: 2 })
    const wrong = await mark({ task: 'nirgends', period: '2026-Q4', regionId: missing }, 0)
    expect(wrong.problem.fields?.map(({ code }) => code)).toEqual([
      'taskUnknown',
      'periodUnknown',
      'regionUnexpected',
    ])
    const before = await lead.client.call(programmeTaskEndpoints.list, { query: { on: '2026-03-01' } })
    expect(before.body.lists[0]).toMatchObject({ period: '2026-H1', next: '2026-H2' })
    expect(before.body.lists[0]!.tasks.every(({ state }) => state === 'open')).toBe(true)
    expect(JSON.stringify(body)).not.toContain(lead.id)
  })
})

describe('what leaves the program', () => {
  test('the register is a PDF with the note of who pays (R170)', async () => {
    const { status, bytes, headers } = await manager.client.call(programmeEndpoints.register)
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(headers['content-disposition']).toContain('Konzepte-und-Ziele-2026-11-21.pdf')
  })

  test('each list is a file for offices, with formulas disarmed', async () => {
    await lead.client.call(programmeMilestoneEndpoints.create, {
      body: { title: '=1+1', dueOn: '2026-12-31' },
    })
    for (const list of ['documents', 'goals', 'milestones', 'activities', 'interfaces'] as const) {
      const { status, bytes } = await manager.client.call(programmeEndpoints.csv, { query: { list } })
      expect(status).toBe(200)
      expect(bytes.toString('utf8').split('\n').length).toBeGreaterThan(2)
      // R170, behind the rows.
      expect(bytes.toString('utf8')).toMatch(/\r\n\r\n"Förderhinweis";"Gefördert durch: [^\r\n]+"\r\n$/)
      if (list === 'milestones') expect(bytes.toString('utf8')).toContain("'=1+1")
    }
  })

  test('Mein Tag names what is due, in a list of its own and only to those who look after it', async () => {
    const { body } = await lead.client.call(dayEndpoints.read)
    const group = body.groups.find(({ key }) => key === 'programme')
    expect(group?.items.map(({ what }) => what)).toContain('Schnittstellengespräch: Agentur für Arbeit Wesel')
    expect(JSON.stringify((await manager.client.call(dayEndpoints.read)).body)).not.toContain(
      'Schnittstellengespräch',
    )
  })

  test('every write leaves one row in the audit trail, without a word of what was written', async () => {
    const rows = await house.system(lead.tenant, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'details'])
        .where('action', 'like', 'programme.%')
        .execute(),
    )
    expect(new Set(rows.map(({ action }) => action))).toContain('programme.versionDecided')
    expect(JSON.stringify(rows)).not.toMatch(/Kapitel|Handbuch|Ansprechperson|Sprechstunde/)
  })
})
