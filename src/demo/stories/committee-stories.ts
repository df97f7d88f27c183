import {
  committeeEndpoints,
  feedbackEndpoints,
  followUpEndpoints,
  formatRequestEndpoints,
  meetingEndpoints,
  type CommitteeView,
  type MeetingView,
} from '../../modules/committees/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { DemoAccount } from '../accounts.ts'
import type { Player, Stage } from '../stage.ts'
import { isWorkingDay, workingOffset } from '../working-day.ts'

type Entry = BodyInput<typeof meetingEndpoints.write>
type Wish = Omit<Entry, 'agendaItemId'>

/** Fictional holders of seats; a surname stands for the person alone. */
const names = [
  'Henrike Vossbeck', 'Jan-Peter Ohlendiek', 'Ruth Ammerloh', 'Detlef Kirsting', 'Fatma Özdeniz', 'Carsten Wiebold',
  'Ulrike Hagenkötter', 'Pawel Zielonka', 'Birgit Dornseif', 'Matthias Rövekamp', 'Sevgi Aktürk', 'Lars Brinkhoff',
  'Gisela Thieltges', 'Omar Haddad', 'Silke Overkamp', 'Thomas Nierhaus', 'Irina Wolkowa', 'Karl-Heinz Pöppelmann',
  'Annette Schürholz', 'Daniel Terbrüggen', 'Maike Lüdering', 'Rainer Kohstall',
] as const // oxfmt-ignore

interface Office {
  readonly stage: Stage
  readonly administration: Player
  readonly coordinator: Player
  readonly managers: readonly Player[]
  /** Who is only a member; partner and B3 accounts of the district. */
  readonly member: Player
  readonly partner: Player | undefined
  readonly b3: Player | undefined
}

const nameOf = (accounts: readonly DemoAccount[], player: Player): string => {
  const account = accounts.find(({ login }) => login === player.login)!
  return `${account.givenName} ${account.familyName}`
}

/** Past, running and coming meetings, seats by function, decisions, action items, a request and what partners say. */
export async function playCommittees(stage: Stage, accounts: readonly DemoAccount[]): Promise<void> {
  const of = (role: DemoAccount['role']) =>
    accounts.filter((account) => account.role === role).map(({ login }) => stage.player(login))
  const office: Office = {
    stage,
    administration: of('administration')[0]!,
    coordinator: of('coordinator')[0]!,
    managers: of('caseManager'),
    member: of('committeeMember')[0]!,
    partner: of('partner')[0],
    b3: of('immigrationOfficer')[0],
  }
  stage.day(-120)
  const { rows } = await office.administration.call(committeeEndpoints.list)
  const steering = rows.find(({ kind }) => kind === 'steeringGroup')!
  const team =
    rows.find(({ kind }) => kind === 'teamMeeting') ??
    rows.find(({ kind }) => kind === 'staffMeeting') ??
    rows.find(({ kind }) => kind === 'coordinationGroup')!
  await seatSteeringGroup(office, accounts, steering.id)
  await seatTeam(office, accounts, team.id)
  const project = rows.find(({ kind }) => kind === 'projectGroup')?.id
  await steeringMeetings(office, steering.id, project)
  await teamMeetings(office, team.id, steering.id)
  await requestForFormat(office, accounts)
  await voices(office, steering.id)
}

/** One holder for each function, a succession after an election, the member's account, a substitute, a front office. */
async function seatSteeringGroup(
  { stage, administration, member, partner }: Office,
  accounts: readonly DemoAccount[],
  id: string,
): Promise<void> {
  const params = { id }
  const group = await administration.call(committeeEndpoints.read, { params })
  const seats = group.functions.filter(({ role }) => role !== 'guest')
  const mine = seats.findIndex(({ role, organisation }) => role === 'member' && organisation !== null)
  let view: CommitteeView = group
  for (const [index, seat] of seats.entries()) {
    const own = index === mine
    view = await administration.call(committeeEndpoints.addSeat, {
      params,
      body: {
        functionId: seat.id,
        heldBy: own ? nameOf(accounts, member) : names[index % names.length]!,
        fromOn: stage.date(-900),
        ...(own ? { accountId: member.userId } : {}),
        b3: /Ausländer|Einbürgerung/.test(seat.label),
      },
    })
  }
  const chair = view.seats.find(({ functionId }) => functionId === seats[0]!.id)!
  await administration.call(committeeEndpoints.addSeat, {
    params,
    body: {
      functionId: seats[0]!.id,
      heldBy: 'Wiebke Hellenkamp',
      fromOn: stage.date(-200),
      followsId: chair.id,
      followReason: seats[0]!.succession === 'election' ? 'election' : 'officeChange',
    },
  })
  const held = view.seats.find(({ hasAccount }) => hasAccount)!
  await administration.call(committeeEndpoints.addSeat, {
    params,
    body: {
      functionId: held.functionId,
      kind: 'substitute',
      forMemberId: held.id,
      heldBy: 'Hartmut Stegemann',
      fromOn: stage.date(-900),
    },
  })
  if (partner) {
    await administration.call(committeeEndpoints.addSeat, {
      params,
      body: {
        kind: 'adviser',
        heldBy: nameOf(accounts, partner),
        accountId: partner.userId,
        fromOn: stage.date(-400),
      },
    })
  }
  const { version } = await administration.call(committeeEndpoints.read, { params })
  await administration.call(committeeEndpoints.change, {
    params,
    ifMatch: version,
    body: { quorumPercent: 50, invitationDays: 14 },
  })
}

async function seatTeam(office: Office, accounts: readonly DemoAccount[], id: string): Promise<void> {
  const { administration, managers, coordinator, b3, stage } = office
  const group = await administration.call(committeeEndpoints.read, { params: { id } })
  const seat = (words: RegExp) => group.functions.find(({ label }) => words.test(label))?.id ?? null
  const people = [
    ...managers.map((player) => ({ player, functionId: seat(/Case Manag/), b3: false })),
    { player: coordinator, functionId: seat(/Koordinator|Overhead|KI/), b3: false },
    { player: administration, functionId: seat(/Verwaltung/), b3: false },
    ...(b3 ? [{ player: b3, functionId: seat(/Ausländer/), b3: true }] : []),
  ]
  for (const { player, functionId, b3: authority } of people) {
    await administration.call(committeeEndpoints.addSeat, {
      params: { id },
      body: {
        functionId,
        heldBy: nameOf(accounts, player),
        accountId: player.userId,
        fromOn: stage.date(-400),
        b3: authority,
      },
    })
  }
}

/** Plans a meeting and fills its agenda; the clock stands on the day of the invitation. */
async function planned(
  { stage, administration }: Office,
  committee: string,
  {
    on,
    items,
    title,
  }: { on: number; items: BodyInput<typeof meetingEndpoints.addItems>['items']; title?: string },
): Promise<MeetingView> {
  stage.day(Math.min(on - 14, 0))
  const { ids } = await administration.call(meetingEndpoints.plan, {
    params: { id: committee },
    body: {
      title: title ?? null,
      onDate: stage.date(on),
      startTime: '14:00',
      endTime: '16:30',
      place: 'Kreishaus, Sitzungssaal',
    },
  })
  return administration.call(meetingEndpoints.addItems, {
    params: { id: ids[0]! },
    body: { template: true, items: items ?? [] },
  })
}

async function moved(
  player: Player,
  meeting: MeetingView,
  ...steps: BodyInput<typeof meetingEndpoints.move>['to'][]
): Promise<MeetingView> {
  let view = meeting
  for (const to of steps)
    view = await player.call(meetingEndpoints.move, {
      params: { id: view.id },
      ifMatch: view.version,
      body: { to },
    })
  return view
}

const write = (player: Player, meeting: MeetingView, item: RegExp, wish: Wish) =>
  player.call(meetingEndpoints.write, {
    params: { id: meeting.id },
    body: { agendaItemId: meeting.items.find(({ title }) => item.test(title))!.id, ...wish },
  })

async function present(player: Player, meeting: MeetingView): Promise<MeetingView> {
  let view = meeting
  for (const [index, one] of meeting.participants.entries())
    view = await player.call(meetingEndpoints.attend, {
      params: { id: one.id },
      ifMatch: one.version,
      body: { attendance: index % 5 === 4 ? 'excused' : 'present' },
    })
  return view
}

async function steeringMeetings(office: Office, id: string, project: string | undefined): Promise<void> {
  const { administration, coordinator, stage, member } = office
  const heldOn = workingOffset(stage.date(0), -95, -1)
  const past = await planned(office, id, {
    on: heldOn,
    items: [
      { title: 'Bericht aus der Fallarbeit', purpose: 'information', presenter: 'Koordination KIM' },
      { title: 'Projektgruppe Übergang Schule und Beruf', purpose: 'decision' },
      { title: 'Übergabe zwischen Jobcenter und Case Management', purpose: 'decision', isPublic: false },
    ],
  })
  const invited = await moved(administration, past, 'invited')
  stage.day(heldOn)
  const running = await present(administration, await moved(administration, invited, 'running'))
  await write(administration, running, /Begrüßung/, { content: 'Die Vorsitzende begrüßt die Anwesenden.' })
  await write(coordinator, running, /Bericht/, {
    kind: 'acknowledgement',
    content: 'Der Bericht aus der Fallarbeit wird zur Kenntnis genommen.',
  })
  await write(administration, running, /Projektgruppe/, {
    kind: 'decision',
    content: 'Es wird eine Projektgruppe „Übergang Schule und Beruf“ eingerichtet.',
    votes: { yes: 14, no: 0, abstained: 1 },
  })
  await write(administration, running, /Projektgruppe/, {
    kind: 'commission',
    content: 'Vorschlag für den Ablauf am Übergang, mit Zuständigkeiten',
    ...(project ? { toCommitteeId: project } : { responsible: 'Projektgruppe Übergang Schule und Beruf' }),
    dueOn: stage.date(30),
  })
  await write(administration, running, /Übergabe/, {
    kind: 'agreement',
    content: 'Jede Übergabe wird binnen fünf Arbeitstagen bestätigt.',
    parties: ['Jobcenter', 'Case Management des Kreises'],
  })
  await write(coordinator, running, /Übergabe/, {
    kind: 'actionItem',
    content: 'Ansprechpersonen für Übergaben benennen',
    responsible: 'Gremienmitglied',
    responsibleId: member.userId,
    dueOn: stage.date(-20),
  })
  await moved(administration, running, 'held', 'inApproval', 'approved')
  const next = await planned(office, id, {
    on: workingOffset(stage.date(0), 18, -1),
    items: [
      { title: 'Ergebnis der Projektgruppe', purpose: 'decision', presenter: 'Koordination KIM' },
      { title: 'Stellen im Case Management', purpose: 'advice', isPublic: false },
    ],
  })
  stage.day(0)
  await moved(administration, next, 'invited')
}

/** What Lotse offers the team: monitoring, and one of the barriers nobody has looked at yet. */
async function withOffers({ coordinator }: Office, meeting: MeetingView): Promise<MeetingView> {
  const { rows } = await coordinator.call(meetingEndpoints.offers, { params: { id: meeting.id } })
  const barriers = rows.filter(({ source }) => source === 'barrierNew').slice(0, 1)
  const taken = [...rows.filter(({ source }) => source === 'monitoring'), ...barriers]
  const items = taken.map(({ title, detail, source, subjectKind, subjectId, subjectTitle, ...flags }) => ({
    title,
    detail,
    kind: 'source' as const,
    purpose: 'advice' as const,
    source,
    withoutB3: flags.withoutB3,
    isPublic: flags.isPublic,
    subjectKind: subjectKind as 'barrier',
    subjectId,
    subjectTitle,
  }))
  return coordinator.call(meetingEndpoints.addItems, { params: { id: meeting.id }, body: { items } })
}

/** What the team spoke of three weeks and one week ago. */
const teamTalks = [
  {
    weeks: 3,
    steps: ['held', 'inApproval', 'approved'],
    topic: 'Sprachkurse im Kreis',
    said: 'Wartezeiten bei der Anmeldung zum Sprachkurs häufen sich in zwei Städten.',
    recommended: 'Sprachkurse im Kreis gemeinsam planen',
    task: 'Liste der Sprachkurse mit Wartezeiten zusammenstellen',
    addressed: true,
    by: 0,
    due: 0,
  },
  {
    weeks: 1,
    steps: ['held', 'inApproval'],
    topic: 'Betreuung während der Kurse',
    said: 'Kurse am Vormittag bleiben leer, weil Betreuungsplätze fehlen.',
    recommended: 'Kurszeiten mit den Trägern der Kindertagesbetreuung abstimmen',
    task: 'Bei den Kursträgern nach freien Plätzen am Nachmittag fragen',
    addressed: false,
    by: 1,
    due: 14,
  },
] as const

/** The weekly meeting: one approved, one whose minutes lie open, the coming ones of the series. */
async function teamMeetings(office: Office, id: string, steering: string): Promise<void> {
  const { administration, managers, coordinator, stage } = office
  // Always on the same day of the week, today where offices work; before a holiday where that falls on one.
  const first = workingOffset(stage.date(0), 0, 1)
  for (const { weeks, steps, topic, said, recommended, task, ...held } of teamTalks) {
    const week = workingOffset(stage.date(0), first - 7 * weeks, -1)
    const plan = await planned(office, id, { on: week, items: [{ title: topic, purpose: 'advice' }] })
    stage.day(week)
    const running = await moved(administration, await withOffers(office, plan), 'invited', 'running')
    const about = new RegExp(topic)
    await write(coordinator, running, about, { content: said })
    await write(managers[0]!, running, about, {
      kind: 'recommendation',
      content: recommended,
      ...(held.addressed ? { toCommitteeId: steering } : {}),
    })
    await write(managers[1]!, running, about, {
      kind: 'actionItem',
      content: task,
      responsible: 'Case Management',
      responsibleId: managers[held.by]!.userId,
      dueOn: stage.date(workingOffset(stage.date(0), held.due, -1)),
    })
    await moved(administration, running, ...steps)
  }
  stage.day(-1)
  const { ids } = await administration.call(meetingEndpoints.plan, {
    params: { id },
    body: {
      onDate: stage.date(first),
      startTime: '09:00',
      endTime: '10:30',
      place: 'Kreishaus, Raum 214',
      series: { everyUnit: 'week', everyCount: 1, lastOn: stage.date(first + 28) },
    },
  })
  for (const [week, meetingId] of ids.entries()) {
    const at = first + week * 7
    if (isWorkingDay(stage.date(at))) continue
    const onDate = stage.date(workingOffset(stage.date(0), at, -1))
    await administration.call(meetingEndpoints.change, {
      params: { id: meetingId },
      ifMatch: 1,
      body: { onDate },
    })
  }
  stage.day(0)
}

async function requestForFormat(office: Office, accounts: readonly DemoAccount[]): Promise<void> {
  const town = accounts.find(({ role }) => role === 'townCoordinator')
  const by = town ? office.stage.player(town.login) : office.coordinator
  office.stage.day(-40)
  const request = await by.call(formatRequestEndpoints.propose, {
    body: {
      title: 'Runder Tisch Wohnen',
      need: 'Auszüge aus Unterkünften scheitern in mehreren Fällen an denselben Absprachen.',
      proposedBy: 'Kommunale Koordination',
    },
  })
  office.stage.day(-25)
  await office.administration.call(formatRequestEndpoints.move, {
    params: { id: request.id },
    ifMatch: request.version,
    body: { to: 'checked' },
  })
}

async function voices({ administration, stage }: Office, steering: string): Promise<void> {
  stage.day(-30)
  const heard = [
    ['positive', 'Bürgermeisterkonferenz', 'Das gemeinsame Vorgehen entlastet die Rathäuser.'],
    ['worry', 'Freie Wohlfahrtspflege', 'Der Aufwand für Abstimmungen wächst, Stellen fehlen.'],
    ['request', 'Sprachkursträger', 'Bitte um feste Ansprechpersonen je Stadt.'],
  ] as const
  for (const [tone, stakeholder, content] of heard)
    await administration.call(feedbackEndpoints.record, {
      body: { onDate: stage.date(-30), stakeholder, tone, content, committeeId: steering },
    })
  const { rows } = await administration.call(followUpEndpoints.commissions)
  const [first] = rows
  if (first)
    await administration.call(followUpEndpoints.moveCommission, {
      params: { id: first.id },
      ifMatch: first.version,
      body: { to: 'accepted' },
    })
  stage.day(0)
}
