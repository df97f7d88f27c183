import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCommittee, aSeat, type TestCommittee } from '../../../testing/a-committee.ts'
import { emptyPdf, uploadTo } from '../../../testing/a-document.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { committeeEndpoints, meetingEndpoints } from '../contract/endpoints.ts'
import type { MeetingView } from '../contract/meetings.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { decisionEndpoints, followUpEndpoints, memberEndpoints } from '../contract/register-endpoints.ts'
import type { PaperView } from '../contract/shared.ts'

const house = await openHouse()
afterAll(() => house.close())
const today = berlinDay(Temporal.Now.instant())
const later = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString()

let office: TestUser
let worker: TestUser
let member: TestUser
let partner: TestUser
let b3: TestUser
let team: TestCommittee

beforeAll(async () => {
  office = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  worker = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  member = await house.user(house.a, { roles: [{ role: 'committeeMember' }] })
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  b3 = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }], unit: house.a.immigrationUnit })
  team = await aCommittee(house, house.a, { kind: 'teamMeeting', name: 'Team' })
  for (const who of [worker, member, b3]) await aSeat(house, team, who)
})

async function aMeeting(items: object[], onDate = today, committee = team.id): Promise<MeetingView> {
  const body = { onDate, startTime: '09:00' }
  const planned = await office.client.call(meetingEndpoints.plan, { params: { id: committee }, body })
  const added = await office.client.raw('POST', `/api/meetings/${planned.body.ids[0]}/agenda-items`, {
    body: { items },
  })
  return added.body as MeetingView
}
async function moved(
  meeting: MeetingView,
  ...steps: ('invited' | 'running' | 'held' | 'inApproval')[]
): Promise<MeetingView> {
  let view: MeetingView = meeting
  for (const to of steps) {
    const options = { params: { id: view.id }, ifMatch: view.version, body: { to } }
    view = (await office.client.call(meetingEndpoints.move, options)).body
  }
  return view
}
const write = (who: TestUser, meeting: MeetingView, body: object) =>
  who.client.raw('POST', `/api/meetings/${meeting.id}/minute-entries`, {
    body: { agendaItemId: meeting.items[0]!.id, content: 'Liste schicken', kind: 'actionItem', ...body },
  })

test('an action item reaches the account that is named: offered, refused to whom it would stay hidden, settled', async () => {
  const options = { query: { committeeId: team.id } }
  const { owners } = (await worker.client.call(committeeEndpoints.options, options)).body
  expect(owners.map(({ accountId }) => accountId)).toEqual(
    expect.arrayContaining([office.id, worker.id, member.id, b3.id]),
  )
  expect(owners.map(({ accountId }) => accountId)).not.toContain(partner.id)
  const open = await moved(await aMeeting([{ title: 'Kurse', withoutB3: true }]), 'running')
  const named = async (who: TestUser) => (await write(worker, open, { responsibleId: who.id })).problem
  expect((await named(partner))?.fields?.[0]?.code).toBe('responsibleCannotSee')
  // The item belongs to the part without B3.
  expect((await named(b3))?.fields?.[0]?.code).toBe('responsibleCannotSee')
  const said = await write(worker, open, { responsibleId: member.id })
  expect(said.body).toMatchObject({ responsible: 'Kim Muster' })
  await moved(open, 'held', 'inApproval')
  const area = (await member.client.call(memberEndpoints.area, { query: {} })).body
  const [item] = area.actionItems
  expect(item).toMatchObject({ title: 'Liste schicken', can: ['settle'] })

  // Minutes that were read stay true: their item ends, and the next owner has a new one.
  const pass = (body: { responsibleId: string; reason: 'agreed' }) =>
    office.client.call(followUpEndpoints.reassign, {
      params: { id: item!.id },
      ifMatch: item!.version,
      // Not tomorrow: on a Sunday that is another week, of which Mein Tag names the first day only.
      body: { dueOn: today, ...body },
    })
  const hidden = await pass({ responsibleId: b3.id, reason: 'agreed' })
  expect(hidden.problem.fields?.[0]?.code).toBe('responsibleCannotSee')
  const { body: next } = await pass({ responsibleId: worker.id, reason: 'agreed' })
  expect(next).toMatchObject({ responsible: 'Kim Muster', dueOn: today, meetingId: open.id, version: 1 })
  expect(JSON.stringify((await worker.client.raw('GET', '/api/day')).body)).toContain('Liste schicken')
  expect((await member.client.call(memberEndpoints.area, { query: {} })).body.actionItems).toEqual([])
  const { body: read } = await office.client.call(meetingEndpoints.minutes, { params: { id: open.id } })
  expect(read.entries).toMatchObject([{ responsible: 'Kim Muster', dueOn: null }])
  const trail = await house.system(house.a, (tx) =>
    tx.selectFrom('audit_event').select('details').where('action', '=', 'actionItem.reassigned').execute(),
  )
  expect(trail).toEqual([{ details: { reason: 'agreed', owner: true, dueOn: true } }])
  const settle = { params: { id: next.id }, ifMatch: 1, body: { state: 'done' as const } }
  expect((await worker.client.call(followUpEndpoints.settle, settle)).body.state).toBe('done')
})

test('a commission goes to a committee, or a project group is founded for it in one step', async () => {
  const group = await aCommittee(house, house.a, { kind: 'projectGroup', name: 'Projektgruppe' })
  const open = await moved(await aMeeting([{ title: 'Aufträge' }]), 'running')
  const give = (body: object) =>
    write(office, open, { kind: 'commission', content: 'Ablauf vorschlagen', ...body })
  expect((await give({ toCommitteeId: newId() })).problem.fields?.[0]?.code).toBe('committeeUnknown')
  expect((await give({ toCommitteeId: group.id })).body).toMatchObject({ responsible: 'Projektgruppe' })
  await give({ responsible: 'Noch zu gründende Gruppe' })
  const list = async (query: object) =>
    (await office.client.call(followUpEndpoints.commissions, { query })).body
  const [received] = (await list({ committeeId: group.id })).rows
  expect(received).toMatchObject({ to: 'Projektgruppe', can: ['move'] })
  const next = await aMeeting([{ title: 'Erster Punkt' }], today, group.id)
  const offers = await office.client.call(meetingEndpoints.offers, { params: { id: next.id } })
  expect(offers.body.rows).toMatchObject([{ source: 'commissionOpen', subjectId: received!.id }])

  const page = await list({ committeeId: team.id, limit: 1 })
  expect((await list({ committeeId: team.id, limit: 1, after: page.next })).rows).toHaveLength(1)
  const { rows } = await list({ committeeId: team.id })
  const waiting = rows.find(({ toCommitteeId }) => toCommitteeId === null)!
  expect(waiting.can).toEqual(['move', 'found'])
  const found = (body: object) =>
    office.client.raw('POST', '/api/committees', {
      body: {
        name: 'Projektgruppe Übergang',
        kind: 'projectGroup',
        outcome: 'new',
        reason: 'Projektauftrag',
        examined: [{ committeeId: team.id, fits: false, reason: 'Andere Aufgabe' }],
        managingOffice: 'Koordination KIM',
        functions: [
          { label: 'Leitung KI', role: 'chair' },
          { label: 'Koordination', role: 'moderation' },
        ],
        commissionId: waiting.id,
        ...body,
      },
    })
  expect((await found({ commissionId: newId() })).problem.fields?.[0]?.code).toBe('commissionUnknown')
  const made = await found({})
  const params = { id: (made.body as { id: string }).id }
  const view = (await office.client.call(committeeEndpoints.read, { params })).body
  expect(view).toMatchObject({ managingOffice: 'Koordination KIM', scope: 'own' })
  expect(view.functions.map(({ role }) => role)).toEqual(['chair', 'moderation'])
  expect((await list({ committeeId: params.id })).rows).toMatchObject([{ id: waiting.id, can: ['move'] }])
  expect((await found({})).problem.fields?.[0]?.code).toBe('commissionHasCommittee')
  // A town's own format is recorded with its town, and nobody asks which existing one could do it.
  const town = { scope: 'town', examined: [], commissionId: null, participation: 'Gast' }
  expect((await found({ ...town, municipalityId: newId() })).problem.fields?.[0]?.code).toBe('townUnknown')
  expect((await found(town)).status).toBe(201)
})

test('a paper for the part without B3 stays closed to B3, also after the invitation', async () => {
  const meeting = await aMeeting([{ title: 'Offen' }, { title: 'Intern', withoutB3: true }])
  const [open, inner] = meeting.items
  const upload = async (query: string, path = `/api/committees/${team.id}/papers`) =>
    (await uploadTo(office.client, `${path}${query}`, { bytes: emptyPdf, name: 'Papier.pdf' })) as {
      status: number
      body: PaperView
      problem: { fields?: { code: string }[] }
    }
  const ofItem = (await upload(`?agendaItemId=${inner!.id}`)).body
  const ofMeeting = (await upload(`?meetingId=${meeting.id}`)).body
  const ofOpen = (await upload(`?agendaItemId=${open!.id}`)).body
  expect([ofItem.withoutB3, ofMeeting.withoutB3, ofOpen.withoutB3]).toEqual([true, true, false])
  expect(ofItem).toMatchObject({ meetingId: meeting.id, item: 'Intern' })
  const refused = await upload(`?agendaItemId=${inner!.id}&withoutB3=false`)
  expect(refused.problem.fields?.[0]?.code).toBe('paperOfPartWithoutB3')
  const change = (paper: PaperView, withoutB3: boolean) =>
    office.client.call(paperEndpoints.change, {
      params: { id: paper.id },
      ifMatch: paper.version,
      body: { withoutB3 },
    })
  expect((await change(ofItem, false)).problem.fields?.[0]?.code).toBe('paperOfPartWithoutB3')
  await moved(meeting, 'invited')
  const reads = async (who: TestUser, paper: PaperView) =>
    (await who.client.call(paperEndpoints.file, { params: { id: paper.id } })).status
  const all = [ofItem, ofMeeting, ofOpen]
  expect(await Promise.all(all.map((paper) => reads(member, paper)))).toEqual([200, 200, 200])
  expect(await Promise.all(all.map((paper) => reads(b3, paper)))).toEqual([404, 404, 200])
  const seen = (await b3.client.call(meetingEndpoints.read, { params: { id: meeting.id } })).body.papers
  expect(seen.map(({ id }) => id)).toEqual([ofOpen.id])
  // The item moves into the closed part, and its paper with it.
  const item = (await office.client.call(meetingEndpoints.read, { params: { id: meeting.id } })).body
    .items[0]!
  const close = { params: { id: item.id }, ifMatch: item.version, body: { withoutB3: true } }
  await office.client.call(meetingEndpoints.changeItem, close)
  expect(await reads(b3, ofOpen)).toBe(404)
})

test('a decision of another body has its source document, and what replaces it', async () => {
  const record = async (title: string) => {
    const body = { body: 'Kreistag', title, dateText: '2021' }
    return (await office.client.call(decisionEndpoints.record, { body })).body
  }
  const [old, next] = [await record('Einführung'), await record('Weiterführung')]
  const path = `/api/decisions/${old.id}/papers`
  const file = { bytes: emptyPdf, name: 'Vorlage.pdf' }
  expect((await uploadTo(worker.client, path, file)).status).toBe(403)
  const made = (await uploadTo(office.client, path, file)) as { body: PaperView }
  expect(made.body).toMatchObject({ committeeId: null, releasedOn: null })
  const papers = async () => {
    const { rows } = (await worker.client.call(decisionEndpoints.list, { query: { political: 'true' } })).body
    return rows.find(({ id }) => id === old.id)!.papers.map(({ title }) => title)
  }
  expect(await papers()).toEqual([])
  const release = { params: { id: made.body.id }, ifMatch: 1, body: { released: true as const } }
  await office.client.call(paperEndpoints.change, release)
  expect(await papers()).toEqual(['Vorlage'])
  expect((await worker.client.call(paperEndpoints.file, { params: { id: made.body.id } })).status).toBe(200)
  expect((await member.client.call(paperEndpoints.file, { params: { id: made.body.id } })).status).toBe(404)
  const replace = (replacedById: string) =>
    office.client.call(decisionEndpoints.change, {
      params: { id: old.id },
      ifMatch: old.version,
      body: { state: 'replaced', replacedById },
    })
  expect((await replace(old.id)).problem.fields?.[0]?.code).toBe('replacedByUnknown')
  expect((await replace(next.id)).body).toMatchObject({
    state: 'replaced',
    replacedBy: { id: next.id, title: 'Weiterführung' },
  })
})

test('what was postponed is offered with its subject until a later agenda takes it up', async () => {
  const group = await aCommittee(house, house.a, { kind: 'exchange', name: 'Austausch' })
  const subject = { subjectKind: 'theme', subjectId: newId(), subjectTitle: 'Kita-Plätze' }
  const first = await moved(
    await aMeeting(
      [{ title: 'Kita-Plätze', kind: 'theme', ...subject }, { title: 'Räume' }],
      today,
      group.id,
    ),
    'running',
  )
  for (const item of first.items) {
    const options = { params: { id: item.id }, ifMatch: item.version, body: { state: 'postponed' as const } }
    await office.client.call(meetingEndpoints.changeItem, options)
  }
  const offersAt = async (onDate: string, items: object[]) => {
    const { id } = await aMeeting(items, onDate, group.id)
    return (await office.client.call(meetingEndpoints.offers, { params: { id } })).body.rows
  }
  const offered = await offersAt(later(7), [{ title: 'Räume' }])
  expect(offered).toMatchObject([{ source: 'postponed', title: 'Kita-Plätze', ...subject }])
  // The rooms were taken up the week before, the theme was not.
  expect(await offersAt(later(14), [{ title: 'Anderes' }])).toMatchObject([{ title: 'Kita-Plätze' }])
  await aMeeting([{ title: 'Noch einmal die Plätze', kind: 'theme', ...subject }], later(21), group.id)
  expect(await offersAt(later(28), [{ title: 'Anderes' }])).toEqual([])
})
