import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aCommittee, aSeat, type TestCommittee } from '../../../testing/a-committee.ts'
import { emptyPdf, uploadTo } from '../../../testing/a-document.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { committeeEndpoints, meetingEndpoints } from '../contract/endpoints.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { MeetingView } from '../contract/meetings.ts'
import {
  decisionEndpoints,
  feedbackEndpoints,
  followUpEndpoints,
  formatRequestEndpoints,
  memberEndpoints,
} from '../contract/register-endpoints.ts'
import type { PaperView } from '../contract/shared.ts'

const house = await openHouse()
afterAll(() => house.close())
const today = berlinDay(Temporal.Now.instant())
const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()

let office: TestUser
let second: TestUser
let worker: TestUser
let member: TestUser
let b3: TestUser
let town: TestUser
let stranger: TestUser
let group: TestCommittee

beforeAll(async () => {
  await aCatalogue(house, house.a)
  office = await house.user(house.a, { roles: [{ role: 'administration' }] })
  second = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  worker = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  member = await house.user(house.a, { roles: [{ role: 'committeeMember' }], organisation: house.a.town })
  b3 = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }], unit: house.a.immigrationUnit })
  town = await house.user(house.a, { roles: [{ role: 'townCoordinator' }], organisation: house.a.town })
  stranger = await house.user(house.b, { roles: [{ role: 'administration' }] })
  group = await aCommittee(house)
  for (const who of [member, worker, b3]) await aSeat(house, group, who)
})

async function aPlanned(committee = group.id): Promise<MeetingView> {
  const body = { onDate: today, startTime: '09:00', endTime: '11:00', place: 'Kreishaus' }
  const { body: planned } = await office.client.call(meetingEndpoints.plan, {
    params: { id: committee },
    body,
  })
  const items = { template: true, items: [{ title: 'Lage' }, { title: 'Intern', withoutB3: true }] }
  const params = { id: planned.ids[0]! }
  return (await office.client.call(meetingEndpoints.addItems, { params, body: items })).body
}
const move = (meeting: MeetingView, to: 'invited' | 'running' | 'held' | 'inApproval' | 'approved') =>
  office.client.call(meetingEndpoints.move, {
    params: { id: meeting.id },
    ifMatch: meeting.version,
    body: { to },
  })
const read = async (who: TestUser, id: string) => who.client.call(meetingEndpoints.read, { params: { id } })
const minutes = async (who: TestUser, id: string, known?: number) =>
  (
    await who.client.call(meetingEndpoints.minutes, {
      params: { id },
      query: known === undefined ? {} : { known },
    })
  ).body

test('401, 403, 400 with all wrong fields, 404 for another tenant', async () => {
  const params = { id: group.id }
  expect((await house.anonymous.call(committeeEndpoints.list)).status).toBe(401)
  expect((await member.client.call(committeeEndpoints.list)).status).toBe(403)
  const bad = await office.client.raw('POST', `/api/committees/${group.id}/meetings`, {
    body: { onDate: 'x', startTime: '25:00' },
  })
  expect(bad.status).toBe(400)
  expect(new Set(bad.problem.fields?.map(({ path }) => path))).toEqual(new Set(['onDate', 'startTime']))
  expect((await stranger.client.call(committeeEndpoints.read, { params })).status).toBe(404)
})

test('a meeting from plan to approved minutes: what members see follows each step', async () => {
  const planned = await aPlanned()
  expect(planned.items.map(({ title }) => title)).toEqual([
    'Begrüßung und Tagesordnung',
    'Ergebnisse des Monitorings',
    'Verschiedenes und nächster Termin',
    'Lage',
    'Intern',
  ])
  // Nothing is released before the invitation.
  expect((await read(member, planned.id)).body.items).toEqual([])
  expect((await move(planned, 'approved')).problem.code).toBe('meetingMoveUnknown')
  const invited = (await move(planned, 'invited')).body
  expect(invited.participants.map(({ voting }) => voting)).toEqual([true, true, true])
  expect(invited.invitationText).toContain('Kreishaus')
  expect((await read(member, planned.id)).body.items).toHaveLength(5)
  expect((await read(b3, planned.id)).body.items.map(({ title }) => title)).not.toContain('Intern')
  expect((await read(member, planned.id)).body).toMatchObject({ invitationText: null, can: ['print'] })

  const running = (await move(invited, 'running')).body
  const item = running.items.find(({ title }) => title === 'Lage')!.id
  const write = (who: TestUser, body: object) =>
    who.client.raw('POST', `/api/meetings/${running.id}/minute-entries`, {
      body: { agendaItemId: item, content: 'Text', ...body },
    })
  expect((await write(office, { kind: 'actionItem' })).problem.fields?.[0]?.code).toBe('responsibleMissing')
  expect((await write(office, { kind: 'agreement' })).problem.fields?.[0]?.code).toBe('partiesMissing')
  expect((await write(worker, { kind: 'decision' })).problem.code).toBe('recommendationOnly')
  expect((await write(member, { kind: 'note' })).status).toBe(403)
  const votes = { yes: 2, no: 0, abstained: 1 }
  expect(
    (await write(office, { kind: 'decision', votes, content: 'Die PAG wird eingerichtet.' })).status,
  ).toBe(201)
  const due = { responsibleId: member.id, responsible: 'Mitglied', dueOn: today }
  expect((await write(second, { kind: 'actionItem', content: 'Liste schicken', ...due })).status).toBe(201)
  expect((await write(worker, { kind: 'recommendation', content: 'Kurse planen' })).status).toBe(201)
  expect((await write(office, { kind: 'agreement', parties: ['Stadt', 'Kreis'] })).status).toBe(201)
  expect((await minutes(member, running.id)).entries).toEqual([])
  expect((await member.client.call(memberEndpoints.area)).body.actionItems).toEqual([])
  const party = async () => (await minutes(office, running.id)).entries.flatMap(({ parties }) => parties)[0]!
  const answer = async (body: {
    state: 'open' | 'ratified' | 'declined'
    onDate?: string
    remark?: string
  }) => {
    const { id, version } = await party()
    return office.client.call(decisionEndpoints.ratify, { params: { id }, ifMatch: version, body })
  }
  expect((await answer({ state: 'open' })).problem.code).toBe('partyStillOpen')
  const future = await answer({ state: 'declined', onDate: '2099-01-01' })
  expect(future.problem.fields?.[0]?.code).toBe('answerInFuture')
  expect((await answer({ state: 'declined', onDate: yesterday })).status).toBe(200)
  // A slip is put right without a word while the minutes are open.
  expect((await answer({ state: 'ratified' })).status).toBe(200)
  expect(await party()).toMatchObject({ state: 'ratified', onDate: today, correctedOn: null })

  const held = (await move(running, 'held')).body
  const approval = (await move(held, 'inApproval')).body
  expect((await minutes(member, running.id)).entries.map(({ kind }) => kind)).toEqual([
    'decision',
    'actionItem',
    'recommendation',
    'agreement',
  ])
  expect((await write(office, {})).problem.code).toBe('minutesFixed')
  const approved = (await move(approval, 'approved')).body
  expect(approved).toMatchObject({ state: 'approved', approvedOn: today })
  expect((await move(approved, 'held')).problem.code).toBe('meetingFinished')
  expect((await answer({ state: 'open' })).problem.fields).toMatchObject([
    { path: 'remark', code: 'correctionReasonMissing' },
  ])
  expect((await answer({ state: 'open', remark: 'Der Rat entscheidet erst.' })).status).toBe(200)
  const corrected = { state: 'open', onDate: null, correctedOn: today, remark: 'Der Rat entscheidet erst.' }
  expect(await party()).toMatchObject(corrected)
  const trail = await house.system(house.a, (tx) =>
    tx.selectFrom('audit_event').select('details').where('action', '=', 'decision.answerCorrected').execute(),
  )
  expect(trail.map(({ details }) => details)).toEqual([
    { from: 'declined', to: 'ratified', approved: false },
    { from: 'ratified', to: 'open', approved: true },
  ])

  const area = (await member.client.call(memberEndpoints.area)).body
  expect(area.committees.map(({ id }) => id)).toContain(group.id)
  const [mine] = area.actionItems
  expect(mine).toMatchObject({ title: 'Liste schicken', mine: true, can: ['settle'] })
  const settled = await member.client.call(followUpEndpoints.settle, {
    params: { id: mine!.id },
    ifMatch: mine!.version,
    body: { state: 'done', result: 'Geschickt' },
  })
  expect(settled.body).toMatchObject({ state: 'done', can: [] })

  const register = (await town.client.call(decisionEndpoints.list, { query: {} })).body.rows
  const decided = register.find(({ title }) => title === 'Die PAG wird eingerichtet.')
  expect(decided).toMatchObject({ votes, dateText: today, can: [] })
})

test('agenda, invitation, minutes and paper are PDF/UA files; the calendar entry names nobody', async () => {
  const meeting = await aPlanned()
  for (const kind of ['agenda', 'invitation', 'minutes'] as const) {
    const params = { id: meeting.id }
    const file = await office.client.call(meetingEndpoints.pdf, { params, query: { kind, part: 'public' } })
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(file.bytes.toString('latin1')).toContain('pdfuaid:part')
  }
  const mail = (who: TestUser) => who.client.call(meetingEndpoints.mail, { params: { id: meeting.id } })
  expect([(await mail(member)).status, (await mail(stranger)).status]).toEqual([403, 404])
  const draft = await mail(office)
  expect(draft.headers['content-type']).toContain('message/rfc822')
  expect(draft.bytes.toString()).toContain(Buffer.from('BEGIN:VCALENDAR').toString('base64'))
  expect(draft.bytes.toString().match(/^Content-Type: [a-z]+\/[a-z]+/gm)).toHaveLength(4)
  const params = { id: meeting.items.find(({ title }) => title === 'Lage')!.id }
  expect((await office.client.call(meetingEndpoints.itemPdf, { params })).status).toBe(200)
  const entry = async () =>
    (
      await member.client.call(meetingEndpoints.calendarEntry, { params: { id: meeting.id } })
    ).bytes.toString()
  expect(await entry()).toContain(`UID:${meeting.id}@lotse\r\nSEQUENCE:0`)
  const off = await aPlanned()
  const cancel = { to: 'cancelled' as const, cancelReason: 'noTopics' as const }
  const offParams = { params: { id: off.id } }
  await office.client.call(meetingEndpoints.move, { ...offParams, ifMatch: off.version, body: cancel })
  expect((await office.client.call(meetingEndpoints.mail, offParams)).problem.code).toBe('invitationTooLate')
  const change = { startTime: '10:00' }
  const options = { params: { id: meeting.id }, ifMatch: meeting.version, body: change }
  expect((await office.client.call(meetingEndpoints.change, options)).status).toBe(200)
  expect((await office.client.call(meetingEndpoints.change, options)).status).toBe(412)
  const changed = await entry()
  expect(changed).toContain(`UID:${meeting.id}@lotse\r\nSEQUENCE:1`)
  expect(changed).not.toMatch(/Muster|Lage/)
})

test(
  'two people minute the same meeting: both see everything, nothing is lost',
  { timeout: 30_000 },
  async () => {
    const meeting = (await move((await move(await aPlanned(), 'invited')).body, 'running')).body
    const item = meeting.items[0]!.id
    const lines = Array.from({ length: 12 }, (_, index) => `Zeile ${index}`)
    const answers = await Promise.all(
      lines.map((content, index) =>
        (index % 2 === 0 ? office : second).client.call(meetingEndpoints.write, {
          params: { id: meeting.id },
          body: { agendaItemId: item, content },
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(lines.map(() => 201))
    const seen = await minutes(second, meeting.id)
    expect(seen.entries.map(({ content }) => content).sort()).toEqual([...lines].sort())
    expect(seen.revision).toBe(12)
    expect(await minutes(office, meeting.id, 12)).toMatchObject({ unchanged: true, entries: [] })

    // Both change the same line: the second one is shown what the first wrote.
    const line = seen.entries[0]!
    const change = (who: TestUser, content: string) =>
      who.client.call(meetingEndpoints.changeEntry, {
        params: { id: line.id },
        ifMatch: line.version,
        body: { content },
      })
    const both = await Promise.all([change(office, 'Erste Fassung'), change(second, 'Zweite Fassung')])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
    const stale = both.find(({ status }) => status === 412)!
    const kept = both.find(({ status }) => status === 200)!
    expect(stale.problem.current).toMatchObject({ content: kept.body.content })
  },
)

test('a case is discussed without name; by name only where consent covers everybody', async () => {
  const file = await aCase({ responsible: worker })
  const meeting = await aPlanned()
  const params = { id: meeting.id }
  const add = (who: TestUser, body: object) =>
    who.client.raw('POST', `/api/meetings/${meeting.id}/cases`, {
      body: { caseId: file.id, question: 'Wer ist zuständig?', ...body },
    })
  expect((await add(office, {})).status).toBe(403)
  const refused = await add(worker, { named: true })
  expect(refused.status).toBe(400)
  expect(refused.problem.fields?.[0]).toMatchObject({ path: 'named', code: 'caseNotCoveredForAll' })
  expect((await add(worker, {})).status).toBe(201)
  const item = (who: TestUser) =>
    read(who, params.id).then(({ body }) => body.items.find(({ kind }) => kind === 'case'))
  expect(await item(worker)).toMatchObject({ title: 'Fall A', case: { id: file.id, named: false } })
  expect(await item(office)).toMatchObject({ title: 'Fall A', subjectId: null, case: null })
  expect(JSON.stringify(await item(office))).not.toContain(file.id)
  await move((await read(office, params.id)).body, 'invited')
  expect(await item(b3)).toBeUndefined()

  // Alone with the team everybody may see the case, a guest afterwards takes the mark away.
  const alone = await aCommittee(house, house.a, { kind: 'teamMeeting', name: 'Team' })
  await aSeat(house, alone, worker)
  const team = await aPlanned(alone.id)
  const named = await worker.client.call(meetingEndpoints.addCase, {
    params: { id: team.id },
    body: { caseId: file.id, question: 'Frage', named: true },
  })
  expect(named.body.items.find(({ kind }) => kind === 'case')?.case).toEqual({ id: file.id, named: true })
  const guest = { heldBy: 'Gast' }
  await office.client.call(meetingEndpoints.addGuest, { params: { id: team.id }, body: guest })
  const after = (await read(worker, team.id)).body.items.find(({ kind }) => kind === 'case')
  expect(after?.case).toEqual({ id: file.id, named: false })
})

test('a seat: succession without a gap; who is removed is out with the next request', async () => {
  const other = await aCommittee(house)
  const params = { id: other.id }
  const seat = (body: object) =>
    office.client.raw('POST', `/api/committees/${other.id}/members`, {
      body: { heldBy: 'Erste', fromOn: '2024-01-01', functionId: other.functionId, ...body },
    })
  expect((await seat({ kind: 'frontOffice' })).problem.fields?.[0]?.code).toBe('forMemberMissing')
  expect((await seat({ functionId: newId() })).problem.fields?.[0]?.code).toBe('functionUnknown')
  await seat({})
  const view = async () => (await office.client.call(committeeEndpoints.read, { params })).body
  const first = (await view()).seats[0]!
  await seat({ heldBy: 'Zweite', fromOn: yesterday, followsId: first.id, accountId: member.id })
  const [now, before] = (await view()).seats
  expect(now).toMatchObject({ heldBy: 'Zweite', current: true, hasAccount: true })
  expect(before).toMatchObject({
    heldBy: 'Erste',
    current: false,
    toOn: Temporal.PlainDate.from(yesterday).subtract({ days: 1 }).toString(),
  })
  expect((await view()).missingTowns).toEqual(['Musterstadt'])

  const meeting = (await move(await aPlanned(other.id), 'invited')).body
  expect((await read(member, meeting.id)).body.items).not.toHaveLength(0)
  const uploaded = (await uploadTo(office.client, `/api/committees/${other.id}/papers`, {
    bytes: emptyPdf,
    name: 'Bericht.pdf',
  })) as { body: PaperView }
  const paper = { params: { id: uploaded.body.id } }
  expect((await member.client.call(paperEndpoints.file, paper)).status).toBe(404)
  const release = { ...paper, ifMatch: 1, body: { released: true as const } }
  expect((await office.client.call(paperEndpoints.change, release)).body.releasedOn).toBe(today)
  expect((await member.client.call(paperEndpoints.file, paper)).status).toBe(200)

  const profile = await view()
  const close = { params, ifMatch: profile.version, body: { reason: 'done' as const } }
  const closed = await office.client.call(committeeEndpoints.close, close)
  expect(closed.body).toMatchObject({ closedOn: today, can: ['members', 'calendar'] })
  expect((await seat({})).problem.code).toBe('committeeClosed')
  expect((await member.client.call(paperEndpoints.file, paper)).status).toBe(200)
  const end = { params: { id: now!.id }, ifMatch: now!.version, body: { reason: 'removed' as const } }
  expect((await office.client.call(committeeEndpoints.endSeat, end)).status).toBe(200)
  expect((await member.client.call(paperEndpoints.file, paper)).status).toBe(404)
  expect((await read(member, meeting.id)).status).toBe(404)
})

test('founding asks for the existing ones and keeps the answer', async () => {
  const wish = {
    name: 'AG Wohnen',
    kind: 'workingGroup',
    outcome: 'new',
    reason: 'Kein Gremium passt',
  } as const
  const found = (body: object) => office.client.raw('POST', '/api/committees', { body: { ...wish, ...body } })
  expect((await found({})).problem.fields?.[0]?.code).toBe('examinedMissing')
  const examined = [{ committeeId: group.id, fits: false, reason: 'Andere Aufgabe' }]
  const { body, status } = await found({ examined })
  expect(status).toBe(201)
  const params = { id: (body as { id: string }).id }
  const view = (await office.client.call(committeeEndpoints.read, { params })).body
  expect(view.foundings[0]).toMatchObject({
    outcome: 'new',
    examined: [{ committee: 'Lenkungsgruppe', fits: false }],
  })
  const change = { intervalDays: 31, topics: ['Bericht'], scope: 'foreign' as const, host: 'Stadt' }
  const changed = await office.client.call(committeeEndpoints.change, {
    params,
    ifMatch: view.version,
    body: change,
  })
  expect(changed.body).toMatchObject({
    intervalDays: 31,
    topics: ['Bericht'],
    scope: 'foreign',
    host: 'Stadt',
  })
  expect((await found({ outcome: 'existing' })).problem.fields?.[0]?.code).toBe('existingMissing')
})

test('a request for a format goes its way and ends in a founded committee', async () => {
  const body = { title: 'Runder Tisch', need: 'Absprachen fehlen', proposedBy: 'Stadt' }
  const asked = (await town.client.call(formatRequestEndpoints.propose, { body })).body
  expect(asked.moves).toEqual(['withdrawn'])
  const step = (who: TestUser, version: number, wish: object) =>
    who.client.raw('POST', `/api/format-requests/${asked.id}/moves`, { ifMatch: version, body: wish })
  expect((await step(town, 1, { to: 'checked' })).problem.code).toBe('requestOfOffice')
  expect((await step(office, 1, { to: 'designed' })).problem.code).toBe('requestMoveUnknown')
  expect((await step(office, 1, { to: 'checked' })).status).toBe(200)
  expect((await step(office, 2, { to: 'designed' })).problem.code).toBe('formMissing')
  expect((await step(office, 2, { to: 'designed', form: 'Runder Tisch, vierteljährlich' })).status).toBe(200)
  expect((await step(office, 3, { to: 'approved' })).status).toBe(200)
  const founding = {
    name: 'Runder Tisch',
    kind: 'exchange' as const,
    outcome: 'new' as const,
    reason: 'Beschlossen',
    examined: [{ committeeId: group.id, fits: false, reason: 'Andere Aufgabe' }],
    requestId: asked.id,
  }
  expect((await office.client.call(committeeEndpoints.found, { body: founding })).status).toBe(201)
  const { rows } = (await town.client.call(formatRequestEndpoints.list)).body
  expect(rows[0]).toMatchObject({ state: 'founded', committee: 'Runder Tisch' })
  expect(rows[0]!.steps.map(({ to }) => to)).toEqual([
    'proposed',
    'checked',
    'designed',
    'approved',
    'founded',
  ])
})

test('the register: political decisions with what other sources say, search, table, ratification', async () => {
  const body = { body: 'Kreistag', title: 'Einführung KIM', dateText: '2021', reference: '671/X' }
  expect((await office.client.call(decisionEndpoints.record, { body })).status).toBe(201)
  const bad = await office.client.call(decisionEndpoints.record, {
    body: { ...body, dateText: '2021-02-30' },
  })
  expect(bad.problem.fields?.[0]?.code).toBe('dateUnknown')
  const search = async (words: string) =>
    (await town.client.call(decisionEndpoints.search, { body: { words } })).body.rows.map(
      ({ title }) => title,
    )
  expect(await search('einführung kreistag')).toEqual(['Einführung KIM'])
  expect(await search('100%')).toEqual([])
  const note = { key: 'fundersNote', value: JSON.stringify('Gefördert vom Land') }
  await house.system(house.a, (tx) => tx.insertInto('tenant_setting').values(note).execute())
  const table = await office.client.call(decisionEndpoints.export)
  expect(table.bytes.toString()).toContain('"Einführung KIM"')
  expect(table.bytes.toString()).toMatch(/\r\n\r\n"Förderhinweis";"Gefördert vom Land"\r\n$/)
  const page = await office.client.call(decisionEndpoints.list, { query: { limit: 1 } })
  const more = await office.client.call(decisionEndpoints.list, {
    query: { limit: 1, after: page.body.next },
  })
  expect(more.body.rows[0]!.id).not.toBe(page.body.rows[0]!.id)
})

test('commissions, action items between meetings and voices of stakeholders', async () => {
  const params = { id: group.id }
  const added = await office.client.call(followUpEndpoints.addActionItem, {
    params,
    body: { title: 'Nachfassen', responsibleId: worker.id, dueOn: yesterday },
  })
  expect(added.body).toMatchObject({ responsible: 'Kim Muster', state: 'open' })
  const mine = await worker.client.call(followUpEndpoints.actionItems, { query: { view: 'mine' } })
  expect(mine.body.rows.map(({ title }) => title)).toContain('Nachfassen')
  const day = await worker.client.raw('GET', '/api/day')
  expect(JSON.stringify(day.body)).toContain('Arbeitsauftrag: Nachfassen')
  const pass = (who: TestUser, ifMatch: number, body: object) =>
    who.client.raw('POST', `/api/action-items/${added.body.id}/reassignment`, { ifMatch, body })
  const back = { responsibleId: worker.id, dueOn: yesterday, reason: 'mistake' }
  expect((await pass(worker, 1, back)).status).toBe(403)
  expect((await pass(office, 1, { responsible: 'Jugendamt' })).problem.fields?.[0]?.path).toBe('reason')
  expect((await pass(office, 1, { reason: 'agreed' })).problem.fields?.[0]?.code).toBe('responsibleMissing')
  const away = await pass(office, 1, { responsible: 'Jugendamt', reason: 'notResponsible' })
  expect(away.body).toMatchObject({ id: added.body.id, responsible: 'Jugendamt', dueOn: null, version: 2 })
  expect(JSON.stringify((await worker.client.raw('GET', '/api/day')).body)).not.toContain('Nachfassen')
  expect((await pass(office, 1, back)).status).toBe(412)
  expect((await pass(office, 2, back)).status).toBe(200)
  const list = (await office.client.call(committeeEndpoints.list)).body.rows
  expect(list.find(({ id }) => id === group.id)).toMatchObject({ lateActionItems: 1, members: 3 })

  const voice = { onDate: today, stakeholder: 'Kommune', tone: 'worry' as const, content: 'Aufwand' }
  const said = (await office.client.call(feedbackEndpoints.record, { body: voice })).body
  const answer = { params: { id: said.id }, ifMatch: 1, body: { answer: 'Weniger Termine' } }
  expect((await office.client.call(feedbackEndpoints.answer, answer)).body.answeredOn).toBe(today)
  expect((await worker.client.call(feedbackEndpoints.list, { query: {} })).status).toBe(403)
})
