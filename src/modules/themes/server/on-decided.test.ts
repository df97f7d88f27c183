import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { meetingEndpoints, type MeetingView, type MovedMeeting } from '../../committees/index.ts'
import { notificationEndpoints } from '../../staff/index.ts'
import { checkDistrict, loadDistrict } from '../../tenancy/server/index.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'
import { themeInPaper } from './print-theme.ts'

// The path of Wesel: the steering group decides on the format, and the theme goes to the project group.

const house = await openHouse()
afterAll(() => house.close())
const today = berlinDay(Temporal.Now.instant())
let coordinator: TestUser
let administration: TestUser
let stranger: TestUser
let steering: string
let other: string

beforeAll(async () => {
  const file = readFileSync(new URL('../../../../districts/wesel.yaml', import.meta.url), 'utf8')
  const checked = checkDistrict(file)
  if ('problems' in checked) throw new Error('the file is faulty')
  await house.system(house.a, (tx) => loadDistrict(tx, checked.district, { today }))
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'coordinator' }] })
  const { committees } = (await coordinator.client.call(themeEndpoints.options)).body
  steering = committees.find(({ kind }) => kind === 'steeringGroup')!.id
  other = committees.find(({ kind }) => kind !== 'steeringGroup')!.id
})

/** A theme the steering group has before it; `more` says what it already knows. */
async function presented(more: object = { format: 'Projektarbeitsgruppe', priority: 'high' }) {
  const targetGroupView = { state: 'asked' as const, words: 'Gespräch', on: today }
  const created = await coordinator.client.call(themeEndpoints.create, {
    body: { title: 'Sprache und Betreuung', targetGroupView, ...more },
  })
  let theme = created.body
  for (const move of ['aufbereiten', 'vorlegen']) {
    const moved = await coordinator.client.call(themeEndpoints.move, {
      params: { id: theme.id },
      ifMatch: theme.version,
      body: { move },
    })
    expect([move, moved.status]).toEqual([move, 200])
    theme = moved.body
  }
  expect(theme.state.key).toBe('lenkungsgruppe')
  return theme
}
const stateOf = async (theme: ThemeView) =>
  (await coordinator.client.call(themeEndpoints.read, { params: { id: theme.id } })).body

/** A running meeting with the theme as its only item. */
async function meetOn(
  theme: ThemeView,
  committee: string,
  who: TestUser,
  detail: string | null = null,
): Promise<MeetingView> {
  const body = { onDate: today, startTime: '09:00' }
  const planned = await who.client.call(meetingEndpoints.plan, { params: { id: committee }, body })
  const params = { id: planned.body.ids[0]! }
  const items = [{ title: theme.title, detail, subjectKind: 'theme' as const, subjectId: theme.id }]
  const meeting = await who.client.call(meetingEndpoints.addItems, { params, body: { items } })
  return step(meeting.body, who, 'running')
}
async function step(meeting: MeetingView, who: TestUser, to: 'running' | 'held' | 'inApproval' | 'approved') {
  const moved = await who.client.call(meetingEndpoints.move, {
    params: { id: meeting.id },
    ifMatch: meeting.version,
    body: { to },
  })
  expect([to, moved.status]).toEqual([to, 200])
  return moved.body
}
const notesOf = (meeting: MeetingView) => (meeting as MovedMeeting).notes
const told = async (who: TestUser) =>
  (await who.client.call(notificationEndpoints.list, { query: {} })).body.rows.map(({ text }) => text)
const write = (meeting: MeetingView, who: TestUser, body: object) =>
  who.client.call(meetingEndpoints.write, {
    params: { id: meeting.id },
    body: {
      agendaItemId: meeting.items[0]!.id,
      content: 'Eine Projektarbeitsgruppe wird beauftragt.',
      ...body,
    },
  })

interface Heard {
  committee?: string
  who?: TestUser
  more?: object
}
/** What becomes of the theme when this is written and the minutes go to the members and are approved. */
async function after(entry: object, { committee = steering, who = coordinator, more }: Heard = {}) {
  const theme = await presented(more)
  const meeting = await meetOn(theme, committee, who)
  const entered = await write(meeting, who, entry)
  expect([entered.status, entered.problem?.fields]).toEqual([201, undefined])
  expect((await stateOf(theme)).state.key, 'while it may still be struck').toBe('lenkungsgruppe')
  const released = await step(await step(meeting, who, 'held'), who, 'inApproval')
  const seen = await stateOf(theme)
  await step(released, who, 'approved')
  expect((await stateOf(theme)).steps, 'told twice, moved once').toHaveLength(seen.steps.length)
  return seen
}

test('an adopted decision moves the theme, whoever writes the minutes, and says on which decision', async () => {
  for (const who of [coordinator, administration]) {
    const moved = await after({ kind: 'decision', votes: { yes: 9, no: 1, abstained: 0 } }, { who })
    expect(moved.state.key).toBe('pag')
    expect(moved.steps.at(-1)).toMatchObject({
      label: 'Lenkungsgruppe beauftragt eine Projektarbeitsgruppe',
      decidedBy: 'steeringGroup',
      decidedOn: today,
      reason: 'Eine Projektarbeitsgruppe wird beauftragt.',
    })
  }
  const secret = await after({ kind: 'decision', isPublic: false })
  expect(secret.steps.at(-1)).toMatchObject({ to: secret.state.label, reason: null })
})

test.each([
  ['rejected', { kind: 'decision', outcome: 'rejected' }],
  ['rejected by the votes', { kind: 'decision', votes: { yes: 4, no: 4, abstained: 2 } }],
  ['postponed', { kind: 'decision', outcome: 'postponed' }],
  ['noted', { kind: 'acknowledgement' }],
  ['recommended by who decides', { kind: 'recommendation' }],
  ['agreed, not ratified', { kind: 'agreement', parties: ['Stadt', 'Kreis'] }],
])('what is only %s moves nothing', async (_, entry) => {
  expect((await after(entry)).state.key).toBe('lenkungsgruppe')
})

test('nor does another committee, a missing format, a struck line or an item put off', async () => {
  expect((await after({ kind: 'decision' }, { committee: other })).state.key).toBe('lenkungsgruppe')
  expect((await after({ kind: 'decision' }, { more: { priority: 'high' } })).state.key).toBe('lenkungsgruppe')

  const theme = await presented()
  const meeting = await meetOn(theme, steering, coordinator)
  const struck = (await write(meeting, coordinator, { kind: 'decision' })).body
  await coordinator.client.call(meetingEndpoints.changeEntry, {
    params: { id: struck.id },
    ifMatch: struck.version,
    body: { struck: true },
  })
  expect((await write(meeting, coordinator, { kind: 'decision' })).status).toBe(201)
  const item = meeting.items[0]!
  const put = await coordinator.client.call(meetingEndpoints.changeItem, {
    params: { id: item.id },
    ifMatch: item.version,
    body: { state: 'postponed' },
  })
  expect(put.status).toBe(200)
  await step(await step(put.body, coordinator, 'held'), coordinator, 'inApproval')
  expect((await stateOf(theme)).state.key).toBe('lenkungsgruppe')
})

test('what a decision lacks is said to who releases it and to the owner, and can be given afterwards', async () => {
  const theme = await presented({})
  const meeting = await meetOn(theme, steering, administration)
  expect((await write(meeting, administration, { kind: 'decision' })).status).toBe(201)
  const released = await step(await step(meeting, administration, 'held'), administration, 'inApproval')
  const text = 'Der Beschluss hat das Thema nicht bewegt: es fehlen das Arbeitsformat und die Priorität.'
  const note = { kind: 'notMoved', title: theme.title, subjectKind: 'theme', subjectId: theme.id, text }
  expect(notesOf(released)).toEqual([note])
  expect(await told(coordinator)).toContain(
    'Ein Beschluss hat ein Thema, das Sie verantworten, nicht bewegt.',
  )
  const waiting = await stateOf(theme)
  expect(waiting.unmoved).toMatchObject([
    { text, move: 'pag-einsetzen', missing: ['format', 'priority'], decidedOn: today },
  ])
  expect(notesOf(await step(released, administration, 'approved'))).toEqual([note])
  expect((await told(coordinator)).filter((one) => one.includes('nicht bewegt'))).toHaveLength(1)

  const change = { format: 'Projektarbeitsgruppe', priority: 'high' as const }
  const options = { params: { id: theme.id }, ifMatch: waiting.version, body: change }
  const completed = (await coordinator.client.call(themeEndpoints.change, options)).body
  expect(completed.unmoved).toMatchObject([{ missing: [], text: expect.stringContaining('Offen ist noch') }])
  const body = { move: 'pag-einsetzen', decidedOn: today }
  const by = { params: { id: theme.id }, ifMatch: completed.version, body }
  const moved = (await coordinator.client.call(themeEndpoints.move, by)).body
  expect(moved).toMatchObject({ unmoved: [], state: { key: 'pag' } })
  const { decision_id } = await house.system(house.a, (tx) =>
    tx
      .selectFrom('theme_step')
      .select('decision_id')
      .where('theme_id', '=', theme.id)
      .where('move', '=', 'pag-einsetzen')
      .executeTakeFirstOrThrow(),
  )
  expect(decision_id, 'the step made by hand names the decision').toBe(waiting.unmoved[0]!.decisionId)
})

test('minutes taken back: the theme says that its ground is not sure, and that it is gone when the line is struck', async () => {
  const theme = await presented()
  const meeting = await meetOn(theme, steering, administration)
  const line = (await write(meeting, administration, { kind: 'decision' })).body
  const released = await step(await step(meeting, administration, 'held'), administration, 'inApproval')
  expect(notesOf(released)).toMatchObject([
    { kind: 'moved', text: expect.stringContaining('geht das Thema weiter') },
  ])
  const basis = async () => (await stateOf(theme)).steps.at(-1)!.basis
  expect(await basis()).toBeNull()
  const back = await step(released, administration, 'held')
  expect(notesOf(back)).toMatchObject([{ kind: 'basisGone', subjectId: theme.id }])
  expect(await told(coordinator)).toContain(
    'Die Niederschrift, die ein Thema von Ihnen bewegt hat, wird korrigiert.',
  )
  expect(await basis()).toBe('takenBack')
  const struck = { params: { id: line.id }, ifMatch: line.version, body: { struck: true } }
  expect((await administration.client.call(meetingEndpoints.changeEntry, struck)).status).toBe(200)
  expect(notesOf(await step(back, administration, 'inApproval'))).toEqual([])
  expect(await stateOf(theme)).toMatchObject({ state: { key: 'pag' }, unmoved: [] })
  expect(await basis()).toBe('revoked')
})

test('what the votes contradict is refused', async () => {
  const meeting = await meetOn(await presented(), steering, coordinator)
  const votes = { yes: 1, no: 2, abstained: 0 }
  const codeOf = async (entry: object) => (await write(meeting, coordinator, entry)).problem.fields?.[0]?.code
  expect(await codeOf({ kind: 'decision', votes, outcome: 'adopted' })).toBe('votesAgainst')
  expect(await codeOf({ kind: 'acknowledgement', outcome: 'rejected' })).toBe('outcomeUnexpected')
})

test('who prepares the meeting reads on the agenda what the theme proposes, without more of the theme', async () => {
  const meeting = await meetOn(await presented(), steering, administration)
  expect(meeting.items[0]!.proposal).toEqual({
    format: 'Projektarbeitsgruppe',
    priority: 'high',
    dueOn: null,
  })
  expect((await administration.client.raw('GET', '/api/themes')).status).toBe(403)
})

test('the paper of an item carries the theme with its evidence, and nobody by name who was not asked', async () => {
  const theme = await presented({ goal: 'Kurs und Betreuung werden zusammen geplant.' })
  const blocksFor = async (who: TestUser, ...words: string[]) =>
    JSON.stringify(
      await who.tx((tx) => themeInPaper(tx, { kind: 'theme', id: theme.id, words }, Temporal.Now.instant())),
    )
  const whole = await blocksFor(coordinator, theme.title)
  expect(whole).toContain('Zum Thema „Sprache und Betreuung“')
  expect(whole).toContain('Kurs und Betreuung werden zusammen geplant.')
  expect(whole).toContain('Hinter diesem Thema steht noch keine Hürde.')
  // The administration reads no barriers and prints the same.
  expect(await blocksFor(administration, theme.title)).toBe(whole)
  const elsewhere = { kind: 'measure', id: theme.id, words: [] }
  expect(await coordinator.tx((tx) => themeInPaper(tx, elsewhere, Temporal.Now.instant()))).toBeNull()
  expect(await blocksFor(stranger, theme.title)).toBe('null')

  const print = async (detail: string) => {
    const meeting = await meetOn(theme, other, coordinator, detail)
    return coordinator.client.call(meetingEndpoints.itemPdf, { params: { id: meeting.items[0]!.id } })
  }
  const printed = await print('Das Jobcenter wartet.')
  expect([printed.status, printed.bytes.includes('pdfuaid:part')]).toEqual([200, true])
  const refused = await print('Das JC Wesel wartet.')
  expect([refused.status, refused.problem.code, refused.problem.fields?.[0]?.message]).toEqual([
    409,
    'themeNamesUnasked',
    'Punkt der Tagesordnung: „JC Wesel“ nennt Jobcenter Kreis Wesel.',
  ])
})

test('a short name in the text keeps a theme from being presented until the office is asked', async () => {
  const targetGroupView = { state: 'asked' as const, words: 'Gespräch', on: today }
  const { body: begun } = await coordinator.client.call(themeEndpoints.create, {
    body: {
      title: 'Kurse',
      description: 'Das JC Wesel antwortet spät. Das JC Wesel prüft.',
      targetGroupView,
    },
  })
  const params = { id: begun.id }
  const move = (version: number, key: string) =>
    coordinator.client.call(themeEndpoints.move, { params, ifMatch: version, body: { move: key } })
  const { body: prepared } = await move(begun.version, 'aufbereiten')
  const foundIn = [{ field: 'description', text: 'JC Wesel' }]
  expect(prepared.spelled).toMatchObject([{ name: 'Jobcenter Kreis Wesel', foundIn }])
  expect((await move(prepared.version, 'vorlegen')).problem.fields).toMatchObject([
    { path: 'organisationsAsked' },
  ])
  const paper = await coordinator.client.call(themeEndpoints.paper, { params })
  expect([paper.status, paper.problem.fields?.[0]?.path]).toEqual([409, 'description'])
  const organisationId = prepared.spelled[0]!.id
  const named = await coordinator.client.call(themeEndpoints.nameOrganisation, {
    params,
    body: { organisationId },
  })
  expect(named.body).toMatchObject({ spelled: [], organisations: [{ organisationId, foundIn }] })
  const asked = await coordinator.client.call(themeEndpoints.askOrganisation, {
    params: { id: begun.id, organisationId },
    ifMatch: 1,
    body: { state: 'asked', on: today },
  })
  expect(asked.body.organisations).toMatchObject([{ foundIn: [] }])
  expect((await move(asked.body.version, 'vorlegen')).status).toBe(200)
})
