import {
  interfaceEndpoints,
  programmeActivityEndpoints,
  programmeDocumentEndpoints,
  programmeEndpoints,
  programmeGoalEndpoints,
  programmeMilestoneEndpoints,
  programmeTaskEndpoints,
  programmeVersionEndpoints,
} from '../../modules/programme/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { Player, Stage } from '../stage.ts'

/** The lead takes over what the district file names, and keeps the registers: some things done, some due, some late. */
export async function playProgramme(stage: Stage, lead: Player): Promise<void> {
  stage.day(-420)
  await lead.call(programmeEndpoints.adopt)
  await talks(stage, lead)
  await goals(stage, lead)
  await milestones(stage, lead)
  await documents(stage, lead)
  await activities(stage, lead)
  await tasks(stage, lead)
}

/** Most partners were talked to within the year; one result went nowhere yet, the others are due again, one is planned. */
async function talks(stage: Stage, lead: Player): Promise<void> {
  const query = { limit: 200, sort: 'topic' as const }
  const { rows } = await lead.call(interfaceEndpoints.list, { query })
  for (const [at, partner] of rows.filter((_, index) => index % 5 !== 1).entries()) {
    const heldOn = stage.day(-20 - at * 14)
    const reported = at === 1 ? {} : { reportedTo: 'steeringGroup' as const, reportedOn: heldOn }
    await lead.call(interfaceEndpoints.addTalk, {
      params: { id: partner.id },
      body: { heldOn, result: results[at % results.length], ...reported },
    })
  }
  for (const [at, partner] of rows.filter((_, index) => index % 5 === 1).entries()) {
    const heldOn = stage.day(-190 - at * 4)
    const result = 'Gegenseitig vorgestellt, Durchwahlen ausgetauscht.'
    await lead.call(interfaceEndpoints.addTalk, {
      params: { id: partner.id },
      body: { heldOn, result, reportedTo: 'steeringGroup', reportedOn: heldOn },
    })
  }
  const planned = (await lead.call(interfaceEndpoints.list, { query })).rows.find(
    ({ id }) => id === rows[1]?.id,
  )
  stage.day(-3)
  if (planned)
    await lead.call(interfaceEndpoints.change, {
      params: { id: planned.id },
      ifMatch: planned.version,
      body: { plannedOn: stage.date(9) },
    })
}

const results = [
  'Feste Ansprechperson für Übergaben benannt; Rückmeldung innerhalb von zehn Tagen.',
  'Vordruck für Verweise abgestimmt, Probelauf bis zum Sommer.',
  'Wartezeiten besprochen; das Thema geht in die Lenkungsgruppe.',
]

async function goals(stage: Stage, lead: Player): Promise<void> {
  const { rows } = await lead.call(programmeGoalEndpoints.list, { query: {} })
  const statuses = [
    { rating: 'onTrack' as const, note: 'Zwei Projektgruppen arbeiten, die ersten Papiere liegen vor.' },
    {
      rating: 'atRisk' as const,
      note: 'Zwei Sprechzeiten sind seit dem Sommer ausgefallen.',
      countermeasure: 'Vertretung unter den Standorten geregelt.',
      countermeasureBy: stage.date(20),
    },
    {
      rating: 'offTrack' as const,
      note: 'Die Abstimmung dauert länger als geplant.',
      countermeasure: 'Termin mit beiden Amtsleitungen vereinbaren.',
      countermeasureBy: stage.date(-5),
    },
  ]
  for (const [at, status] of statuses.entries()) {
    const goal = rows[at]
    if (!goal) continue
    const params = { id: goal.id }
    const first = stage.day(-200)
    await lead.call(programmeGoalEndpoints.addStatus, { params, body: { onDate: first, rating: 'onTrack' } })
    const onDate = stage.day(-15)
    await lead.call(programmeGoalEndpoints.addStatus, { params, body: { onDate, ...status } })
  }
}

async function milestones(stage: Stage, lead: Player): Promise<void> {
  stage.day(-40)
  const { rows } = await lead.call(programmeMilestoneEndpoints.list, { query: {} })
  for (const milestone of rows.slice(0, Math.ceil(rows.length / 2)))
    await lead.call(programmeMilestoneEndpoints.change, {
      params: { id: milestone.id },
      ifMatch: milestone.version,
      body: { state: 'reached', stateOn: milestone.dueOn, evidence: 'Protokoll der Lenkungsgruppe' },
    })
  await lead.call(programmeMilestoneEndpoints.create, {
    body: { title: 'Jahresbericht an die Lenkungsgruppe', dueOn: stage.date(24) },
  })
}

/** The concept is looked through and rewritten; a handbook is begun. */
async function documents(stage: Stage, lead: Player): Promise<void> {
  stage.day(-60)
  const { rows } = await lead.call(programmeDocumentEndpoints.list, { query: {} })
  const row = rows.find(({ contents, valid }) => contents !== null && valid !== null)!
  const view = await lead.call(programmeDocumentEndpoints.read, { params: { id: row.id } })
  const valid = view.versions[0]!
  const checked = await lead.call(programmeVersionEndpoints.check, {
    params: { id: valid.id },
    ifMatch: valid.version,
    body: {
      contents: valid.contents.map(({ key }, at) => ({
        key,
        outcome: at === 1 ? ('missing' as const) : ('present' as const),
        place: at === 1 ? 'wird in der nächsten Fassung ergänzt' : `Kapitel ${at + 3}`,
      })),
    },
  })
  const reviewed = checked.versions[0]!
  const body = { reviewOn: stage.date(30) }
  await lead.call(programmeVersionEndpoints.change, {
    params: { id: reviewed.id },
    ifMatch: reviewed.version,
    body,
  })
  const next = await lead.call(programmeDocumentEndpoints.addVersion, {
    params: { id: row.id },
    body: { changes: 'Zusammenarbeit mit anderen Ansätzen des Case Managements ergänzt.' },
  })
  stage.day(-45)
  const draft = next.versions[0]!
  const params = { id: draft.id }
  const sent = await lead.call(programmeVersionEndpoints.submit, { params, ifMatch: draft.version })
  await lead.call(programmeVersionEndpoints.decide, {
    params,
    ifMatch: sent.versions[0]!.version,
    body: { outcome: 'notNeeded', decidedOn: stage.day(-38), remark: 'Nur die erste Fassung.' },
  })
  stage.day(-12)
  await lead.call(programmeDocumentEndpoints.create, {
    body: {
      kind: 'manual',
      title: 'Handbuch Übergaben zwischen den Standorten',
      approvalPath: ['steeringGroup'],
      reviewMonths: 24,
    },
  })
}

async function activities(stage: Stage, lead: Player): Promise<void> {
  const create = (body: BodyInput<typeof programmeActivityEndpoints.create>) =>
    lead.call(programmeActivityEndpoints.create, { body })
  const enter = (day: number, body: BodyInput<typeof programmeActivityEndpoints.create>) =>
    create({ ...body, onDate: stage.day(day) })
  await enter(-90, {
    kind: 'stateFormat',
    title: 'Austauschtreffen der Koordination beim Land',
    state: 'done',
    buildingBlocks: ['B1'],
    result: 'Landesweites Controlling vorgestellt, Fragen an die Fachberatung gegeben.',
  })
  await enter(-50, {
    kind: 'campaign',
    title: 'Einbürgerung: Woche der offenen Beratung',
    state: 'done',
    buildingBlocks: ['B1', 'B3'],
    audiences: ['targetGroup', 'public'],
    languages: 'Deutsch, leichte Sprache, Arabisch, Ukrainisch',
    agreedOn: stage.date(-180),
    agreedReference: 'Lenkungsgruppe, TOP 4',
    funderNote: true,
    result: 'Rund 60 Gespräche an fünf Tagen.',
  })
  await enter(-30, {
    kind: 'cooperation',
    title: 'Dialog der Bausteine 1, 2 und 3',
    state: 'done',
    buildingBlocks: ['B1', 'B2', 'B3'],
    result: 'Fragen zum Nachweis des Lebensunterhalts geklärt.',
    nextOn: stage.date(40),
  })
  stage.day(-6)
  await create({
    kind: 'infoEvent',
    title: 'Informationsabend für Ehrenamtliche',
    onDate: stage.date(12),
    audiences: ['volunteers', 'fullTime'],
  })
}

async function tasks(stage: Stage, lead: Player): Promise<void> {
  stage.day(-1)
  const { lists } = await lead.call(programmeTaskEndpoints.list, { query: {} })
  const list = lists[0]
  for (const [at, task] of (list?.tasks ?? []).slice(0, 4).entries())
    await lead.call(programmeTaskEndpoints.mark, {
      ifMatch: task.version,
      body: {
        list: list!.key,
        task: task.key,
        period: list!.period,
        regionId: list!.regionId,
        state: at === 3 ? 'running' : 'done',
      },
    })
  stage.day(0)
}
