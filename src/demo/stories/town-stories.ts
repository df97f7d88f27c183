import { gateEndpoints, impulseEndpoints, problemEndpoints } from '../../modules/barriers/index.ts'
import { caseEndpoints } from '../../modules/cases/index.ts'
import { contactEndpoints } from '../../modules/contacts/index.ts'
import { sessionEndpoints } from '../../modules/staff/index.ts'
import { structureEndpoints } from '../../modules/structure/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import { dayInQuarter } from '../quarter-day.ts'
import type { Player, Stage } from '../stage.ts'
import { townPersons } from './people-of-towns.ts'

type Told = BodyInput<typeof problemEndpoints.record> & {
  readonly title: string
  readonly description: string
}

/**
 * Towns and how many cases are open in each. Five share a town: its barriers may be shown by town. None: by region or
 * for the whole Kreis. Nothing is told to the gate, it counts.
 */
const towns: Readonly<Record<string, readonly (readonly [town: string, cases: number])[]>> = {
  coesfeld: [
    ['Lüdinghausen', 5],
    ['Senden', 5],
    ['Coesfeld', 5],
    ['Billerbeck', 0],
    ['Dülmen', 0],
  ],
  warendorf: [
    ['Beckum', 5],
    ['Telgte', 5],
    ['Oelde', 5],
    ['Sassenberg', 0],
    ['Ahlen', 0],
  ],
  wesel: [
    ['Rheinberg', 5],
    ['Neukirchen-Vluyn', 5],
    ['Hamminkeln', 5],
    ['Hünxe', 0],
    ['Alpen', 0],
  ],
}

/** What the paper on the change of legal domain is about; the days lost differ. */
const changeOfDomain: readonly Told[] = [
  {
    title: 'Wechsel ins SGB II: keine feste Ansprechstelle',
    description:
      'Nach der Zusage des Titels ist offen, wer den Antrag annimmt. Die Unterlagen wandern zwischen zwei Stellen.',
    daysLost: 28,
  },
  {
    title: 'Antrag bleibt beim Wechsel der Leistung liegen',
    description: 'Die alte Zahlung endet, bevor die neue bewilligt ist. Mehrere Wochen ohne Geld.',
    daysLost: 42,
  },
  {
    title: 'Krankenversicherung endet vor der Bewilligung',
    description: 'Mit der alten Leistung endet der Schutz; Behandlungen werden verschoben.',
    daysLost: 35,
  },
  {
    title: 'Nachweise werden beim Wechsel ein zweites Mal verlangt',
    description: 'Was der einen Stelle vorliegt, gibt sie nicht weiter. Jeder Nachweis wird neu beschafft.',
    daysLost: 14,
  },
  {
    title: 'Mitteilung über den Titel kommt zu spät an',
    description: 'Die neue Stelle erfährt vom Titel erst, wenn die alte schon eingestellt hat.',
    daysLost: 21,
  },
  {
    title: 'Miete im Übergang von niemandem gezahlt',
    description: 'Beide Stellen halten die andere für zuständig; die Vermietung mahnt.',
    daysLost: 60,
  },
].map((told) => ({
  ...told,
  kind: 'interface' as const,
  lifeDomain: 'livelihood',
  legalDomains: ['asylum' as const, 'jobseekers' as const],
}))

const others: readonly Told[] = [
  {
    kind: 'gap',
    title: 'Abendkurs für Schichtarbeitende fehlt',
    description: 'Kurse liegen am Vormittag. Wer arbeitet, lernt nicht weiter.',
    lifeDomain: 'language',
    legalDomains: ['languageCourses'],
    unmet: 'noPlace',
    daysLost: 90,
  },
  {
    kind: 'deficit',
    title: 'Nach 18 Uhr fährt kein Bus zum Kursort',
    description: 'Der Weg dauert mit Umstieg länger als der Kurs.',
    lifeDomain: 'mobility',
    legalDomains: ['languageCourses'],
    unmet: 'distance',
    daysLost: 30,
  },
  {
    kind: 'obstacle',
    title: 'Wohnberechtigungsschein nur mit Termin in drei Monaten',
    description: 'Angebote für Wohnungen verfallen, bevor der Schein da ist.',
    lifeDomain: 'housing',
    legalDomains: ['housing'],
    unmet: 'waiting',
    daysLost: 75,
  },
  {
    kind: 'doubleStructure',
    title: 'Zwei Stellen beraten zum Kindergeld verschieden',
    description: 'Anträge werden zurückgezogen und neu gestellt.',
    lifeDomain: 'family',
    legalDomains: ['family'],
    daysLost: 25,
  },
]

/** Quarters before the running one: barriers of the change of legal domain, and others. The paper came three back. */
const quarters: readonly (readonly [back: number, changes: number, rest: number])[] = [
  [7, 8, 1],
  [6, 7, 1],
  [5, 8, 1],
  [4, 7, 2],
  [3, 3, 2],
  [2, 5, 3],
  [1, 5, 2],
  [0, 0, 2],
]

/** Where barriers are met in turn, by the place in the list of towns: not everywhere equally often. */
const shares = [0, 1, 0, 2, 0, 3, 1, 0, 2, 1, 0, 4] as const

/** The quarter in which the paper on the change of legal domain began to work everywhere. */
export const paperBegan = 3

/** Two years of a case manager in several towns, and what she and a partner tell about them. */
export async function playTowns(
  stage: Stage,
  { manager, partner, coordinator }: { manager: Player; partner: Player; coordinator: Player },
  district: string,
): Promise<void> {
  const places = await placesOf(manager, district)
  const today = stage.date(0)
  const cases = await openCases(stage, manager, places, dayInQuarter(today, 8))
  let turn = 0
  for (const [back, changes, rest] of quarters) {
    const offset = back === 0 ? 0 : dayInQuarter(today, back)
    const onDate = stage.day(offset)
    const met = cases.filter((_, index) => (index + back) % 2 === 0)
    for (const { id } of met) await manager.call(contactEndpoints.create, contactWith(id, onDate))
    const told = [
      ...Array.from(
        { length: changes },
        (_, index) => changeOfDomain[(back + index) % changeOfDomain.length]!,
      ),
      ...Array.from({ length: rest }, (_, index) => others[(back + index) % others.length]!),
    ]
    for (const one of told) {
      const at = turn++ % shares.length
      const problem = { ...one, municipalityId: places[shares[at]!]!.id }
      const own = cases.filter(({ place }) => place === shares[at])
      // Some from a case; the rest from the team's meeting and from the partner.
      if (at % 4 === 0 && own.length > 0) await report(manager, own[turn % own.length]!.id, problem)
      else if (at % 2 === 0) await give(partner, 'partner', problem)
      else await give(manager, 'teamMeeting', problem)
    }
  }
  await answer(stage, coordinator)
}

type Place = { readonly id: string; readonly cases: number }

async function placesOf(manager: Player, district: string): Promise<Place[]> {
  const { municipalities } = await manager.call(impulseEndpoints.options)
  return towns[district]!.map(([town, cases]) => {
    const found = municipalities.find(({ label }) => label === town)
    if (!found) throw new Error(`demo: no municipality ${town}`)
    return { id: found.id, cases }
  })
}

/** The place of each case, town by town. */
const placesOfCases = (places: readonly Place[]): number[] =>
  places.flatMap(({ cases }, place) => Array.from({ length: cases }, () => place))

async function openCases(
  stage: Stage,
  manager: Player,
  places: readonly Place[],
  day: number,
): Promise<{ id: string; place: number }[]> {
  const openedOn = stage.day(day)
  const { sites } = await manager.call(sessionEndpoints.read)
  const opened: { id: string; place: number }[] = []
  for (const [index, place] of placesOfCases(places).entries()) {
    const person = townPersons[index]!
    const language = person.person.languages![0]!.code
    const { id } = await manager.call(caseEndpoints.open, {
      body: {
        openedOn,
        siteId: sites[index % sites.length]?.id,
        municipalityId: places[place]!.id,
        intensity: 'accompaniment',
        language,
        entryRoute: 'self',
        servedElsewhere: 'no',
        persons: [person],
        information: { on: openedOn, language: 'de', basis: manager.basis },
        concern: 'Begleitung beim Wechsel der Leistung und auf der Suche nach Kurs und Wohnung.',
      },
    })
    await manager.call(caseEndpoints.changePhase, {
      params: { id },
      body: { to: 'implementation', on: openedOn },
    })
    opened.push({ id, place })
  }
  return opened
}

const contactWith = (id: string, onDate: string) => ({
  params: { id },
  body: {
    onDate,
    kind: 'consultationHours' as const,
    language: 'de' as const,
    minutes: 30,
    topics: ['livelihood'],
    note: 'Post durchgesehen, nächste Schritte besprochen.',
  },
})

/** Through the gate, as the preview shows it. */
async function report(manager: Player, caseId: string, problem: Told): Promise<void> {
  const recorded = await manager.call(problemEndpoints.record, {
    params: { id: caseId },
    body: { ...problem, level: 3 },
  })
  const params = { id: recorded.id }
  const body = { title: problem.title, description: problem.description }
  const { fingerprint } = await manager.call(gateEndpoints.preview, { params, body })
  await manager.call(gateEndpoints.report, { params, body: { ...body, fingerprint } })
}

async function give(player: Player, source: 'teamMeeting' | 'partner', told: Told): Promise<void> {
  const impulse = { ...told, source }
  const { fingerprint } = await player.call(impulseEndpoints.preview, { body: impulse })
  await player.call(impulseEndpoints.give, { body: { ...impulse, fingerprint } })
}

/** Some are answered, one is being looked at: the board has more than one column. */
async function answer(stage: Stage, coordinator: Player): Promise<void> {
  stage.day(-3)
  const { rows } = await coordinator.call(structureEndpoints.list, { query: { kind: 'deficit' } })
  for (const [index, { id }] of rows.slice(0, 3).entries()) {
    await coordinator.call(structureEndpoints.move, {
      params: { id },
      ifMatch: 1,
      body:
        index === 0
          ? { to: 'reviewing' }
          : {
              to: 'answered',
              answer: 'Der Nahverkehrsplan wird neu verhandelt; der Hinweis liegt dort vor.',
            },
    })
  }
}
