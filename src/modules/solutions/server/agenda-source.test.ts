import { afterAll, expect, test } from 'vitest'
import { aCommittee, aSeat } from '../../../testing/a-committee.ts'
import { aMeasure, anAgreement, aPaperInApproval, aValidPaper } from '../../../testing/a-solution.ts'
import { openHouse } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { meetingEndpoints } from '../../committees/index.ts'
import { measureEndpoints } from '../contract/measures.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-27T09:00:00Z') })
afterAll(() => house.close())

test('a meeting is offered what waits for its kind of committee, until it stands on the agenda', async () => {
  const by = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  const { client } = by
  const type = { id: newId(), kind: 'agreementType', key: 'traeger', label: 'Träger', position: 0 }
  await house.system(house.a, (tx) => tx.insertInto('catalogue_entry').values(type).execute())
  const steering = await aCommittee(house)
  const team = await aCommittee(house, house.a, { kind: 'teamMeeting', name: 'Teambesprechung' })
  const waiting = await aPaperInApproval(by, { title: 'Wartet' })
  await aValidPaper(by, '2026-01-01', { title: 'Zu prüfen', reviewOn: '2026-12-10' })
  await aValidPaper(by, '2026-01-01', { title: 'Noch lange gültig', reviewOn: '2027-12-10' })
  await anAgreement(by, { title: 'Läuft aus', reviewOn: '2026-12-01' })
  await anAgreement(by, { title: 'Läuft weiter', reviewOn: '2027-12-01' })
  await aMeasure(by, { title: 'Überfällig', committeeId: steering.id, dueOn: '2026-11-30' })
  await aMeasure(by, { title: 'Aus dem Team', fromCommitteeId: team.id, dueOn: '2026-11-30' })
  await aMeasure(by, { title: 'Hat noch Zeit', committeeId: steering.id, dueOn: '2026-12-10' })

  const meetingOf = async (committee: string) => {
    const body = { onDate: '2026-12-10', startTime: '09:00' }
    const planned = await client.call(meetingEndpoints.plan, { params: { id: committee }, body })
    return { id: planned.body.ids[0]! }
  }
  const offersOf = async (params: { id: string }) => {
    const { rows } = (await client.call(meetingEndpoints.offers, { params })).body
    return rows.map(({ source, title, detail }) => [source, title, detail])
  }
  const params = await meetingOf(steering.id)
  const offered = [
    ['paperInApproval', 'Wartet', '0 von 2 Parteien haben zugestimmt'],
    ['paperReview', 'Zu prüfen', 'fällig am 10.12.2026'],
    ['agreementReview', 'Läuft aus', 'fällig am 01.12.2026'],
    ['measureRecommended', 'Überfällig', null],
    ['measureRecommended', 'Hat noch Zeit', null],
  ]
  expect(await offersOf(params)).toEqual(offered)
  const ofTeam = await offersOf(await meetingOf(team.id))
  expect(ofTeam.slice(1)).toEqual([['measureOverdue', 'Aus dem Team', 'fällig war 30.11.2026']])

  const { rows } = (await client.call(meetingEndpoints.offers, { params })).body
  const { title, subjectKind, subjectId, source } = rows[0]!
  expect(subjectId).toBe(waiting.id)
  const items = [{ title, source, subjectKind: subjectKind as 'interfacePaper', subjectId }]
  await client.call(meetingEndpoints.addItems, { params, body: { items } })
  expect(await offersOf(params)).toEqual(offered.slice(1))
})

test('from the team meeting to a group and back: new barriers, monitoring, a recommendation, its answer', async () => {
  const coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  const manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const { client } = coordinator
  const team = await aCommittee(house, house.a, { kind: 'teamMeeting', name: 'Team' })
  await aSeat(house, team, manager)
  const group = await aCommittee(house, house.a, { kind: 'localConference', name: 'Projektgruppe Sprache' })
  const barrier = await aBarrierRow(house.a.id, 'Kein Platz im Sprachkurs')
  const plan = async (committee: string, onDate = '2026-11-27') => {
    const body = { onDate, startTime: '09:00' }
    const planned = await client.call(meetingEndpoints.plan, { params: { id: committee }, body })
    return planned.body.ids[0]!
  }
  const offersOf = async (id: string, who = coordinator) =>
    (await who.client.call(meetingEndpoints.offers, { params: { id } })).body.rows
  const take = async (id: string, offer: Awaited<ReturnType<typeof offersOf>>[number]) => {
    const { title, detail, source, withoutB3, subjectId, subjectTitle } = offer
    const kind = { kind: 'source', subjectKind: offer.subjectKind as 'measure' } as const
    const items = [{ title, detail, source, withoutB3, subjectId, subjectTitle, ...kind }]
    return (await client.call(meetingEndpoints.addItems, { params: { id }, body: { items } })).body.items.at(
      -1,
    )!
  }
  const move = async (id: string, ...steps: ('running' | 'held' | 'inApproval' | 'approved')[]) => {
    let notes: string[] = []
    for (const to of steps) {
      const { version } = (await client.call(meetingEndpoints.read, { params: { id } })).body
      const moved = await client.call(meetingEndpoints.move, {
        params: { id },
        ifMatch: version,
        body: { to },
      })
      expect(moved.status, JSON.stringify(moved.problem)).toBe(200)
      notes = moved.body.notes.map(({ kind }) => kind)
    }
    return notes
  }
  const write = (id: string, agendaItemId: string, body: object, who = coordinator) =>
    who.client.raw('POST', `/api/meetings/${id}/minute-entries`, { body: { agendaItemId, ...body } })

  const first = await plan(team.id)
  const [monitoring, news] = await offersOf(first)
  expect(monitoring).toMatchObject({ source: 'monitoring', withoutB3: true, subjectKind: 'none' })
  expect(monitoring!.detail).toMatch(/^Stand 27\.11\.2026\nRe-Assessments überfällig: 0\n/)
  expect(news).toMatchObject({ source: 'barrierNew', title: 'Kein Platz im Sprachkurs', withoutB3: true })
  // The numbers of the Kreis are the office's; a steering group gets neither.
  expect((await offersOf(first, manager)).map(({ source }) => source)).toEqual(['barrierNew'])
  expect((await offersOf(await plan(group.id, '2026-12-04'))).map(({ source }) => source)).toEqual([])
  const item = await take(first, news!)
  expect(item).toMatchObject({ subjectKind: 'barrier', subjectId: barrier, withoutB3: true })
  await move(first, 'running')
  const wish = { kind: 'recommendation', content: 'Wartelisten gemeinsam führen', toCommitteeId: group.id }
  const own = await write(first, item.id, { ...wish, toCommitteeId: team.id }, manager)
  expect(own.problem.fields?.[0]?.code).toBe('committeeIsOwn')
  const wrong = await write(first, item.id, { ...wish, themePriority: 'high', inOtherForm: true })
  expect(wrong.problem.fields?.map(({ path }) => path)).toEqual(['themePriority', 'inOtherForm'])
  expect((await write(first, item.id, wish, manager)).body).toMatchObject({
    responsible: 'Projektgruppe Sprache',
  })
  const struck = { ...wish, content: 'Das war ein Versehen' }
  const { id, version } = (await write(first, item.id, struck)).body as { id: string; version: number }
  await client.call(meetingEndpoints.changeEntry, {
    params: { id },
    ifMatch: version,
    body: { struck: true },
  })
  const answering = await plan(group.id)
  expect(await offersOf(answering)).toEqual([])
  await move(first, 'held', 'inApproval')
  const offered = await offersOf(answering)
  expect(offered.map(({ source, title }) => [source, title])).toEqual([
    ['measureRecommended', 'Wartelisten gemeinsam führen'],
  ])
  expect(offered[0]).toMatchObject({ subjectKind: 'measure', withoutB3: true })
  expect(offered[0]!.detail).toContain('Empfohlen von: Team')

  const topic = await take(answering, offered[0]!)
  await move(answering, 'running')
  const said = { kind: 'decision', content: 'Ja, aber zuerst im Norden.', inOtherForm: true }
  expect((await write(answering, topic.id, said)).status).toBe(201)
  // Without a day nobody would wait for it: whoever releases the minutes is told.
  expect(await move(answering, 'held', 'inApproval')).toEqual(['notMoved'])
  await move(answering, 'held')
  expect((await write(answering, topic.id, { ...said, dueOn: '2027-02-01' })).status).toBe(201)
  expect(await move(answering, 'inApproval')).toContain('moved')
  await move(answering, 'approved')
  const second = await plan(team.id, '2026-12-04')
  const back = (await offersOf(second)).find(({ source }) => source === 'measureAnswered')!
  expect(back.title).toBe('Rückmeldung: Wartelisten gemeinsam führen')
  expect(back.detail).toBe(
    'Projektgruppe Sprache: aufgegriffen am 27.11.2026\nIn anderer Form aufgegriffen: Ja, aber zuerst im Norden.',
  )
  await take(second, back)
  const third = await offersOf(await plan(team.id, '2026-12-11'))
  expect(third.map(({ source }) => source)).toEqual(['monitoring'])
  const list = await client.call(measureEndpoints.list, { query: { committeeId: group.id, view: 'all' } })
  expect(list.body.rows).toMatchObject([{ state: 'planned', dueOn: '2027-02-01' }])
})

/** What left the gate, as a row; the gate itself is tested where it stands. */
const aBarrierRow = (tenant: string, title: string): Promise<string> =>
  house.system(house.a, async (tx) => {
    const id = newId()
    const facts = { source: 'interview', kind: 'gap', place_kind: 'kreis' } as const
    const period = { period_grain: 'quarter', period_from: '2026-10-01' } as const
    await tx
      .insertInto('barrier')
      .values({ tenant_id: tenant, id, ...facts, ...period })
      .execute()
    await tx.insertInto('barrier_text').values({ tenant_id: tenant, barrier_id: id, title }).execute()
    return id
  })
