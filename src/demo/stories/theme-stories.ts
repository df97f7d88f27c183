import { reconstructionEndpoints, themeEndpoints, type ThemeView } from '../../modules/themes/index.ts'
import { structureEndpoints } from '../../modules/structure/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { CaseWork } from '../case-work.ts'
import type { Player, Stage } from '../stage.ts'

type Move = BodyInput<typeof themeEndpoints.move>
interface Told {
  readonly title: string
  readonly example?: string
  readonly description: string
  /** A region of the district by its place in the list; left out: the whole Kreis. */
  readonly region?: number
  readonly purposes: readonly string[]
  readonly goal: string
  readonly method?: string
  readonly asked?: string
  readonly notYet?: string
  /** Moves with their day; `committee` and `decided` are filled in when the story is played. */
  readonly moves: readonly (Move & {
    readonly day: number
    readonly decided?: true
    readonly committee?: string
  })[]
}

const single = 'Noch sind die Hürden nicht erfasst; drei Beratungsdienste berichten dasselbe.'

const wesel: readonly Told[] = [
  {
    title: 'Chancenaufenthalt (PAG ChAR)',
    example: 'char',
    description:
      'Wer den Chancenaufenthalt hat, muss in kurzer Zeit Identität, Sprache und Lebensunterhalt nachweisen. Kurse, Arbeit und Passbeschaffung greifen nicht ineinander; Nachweise kommen zu spät.',
    purposes: ['verwaltungshandeln', 'rechtskreise'],
    goal: 'Niemand verliert den Chancenaufenthalt, weil eine Stelle auf die andere wartet.',
    method: 'Gemeinsamer Ablauf von Ausländerbehörde, Jobcenter und Case Management',
    asked:
      'Gespräch mit sechs Ratsuchenden in der Sprechstunde: Fristen waren bekannt, der Weg zum Nachweis nicht.',
    moves: [
      { day: -120, move: 'aufbereiten', reason: 'Aus den Fallrekonstruktionen' },
      { day: -100, move: 'vorlegen' },
      {
        day: -90,
        move: 'pag-einsetzen',
        decided: true,
        format: 'Projektarbeitsgruppe',
        priority: 'high',
        committee: 'ChAR',
      },
      {
        day: -30,
        move: 'loesung-vereinbaren',
        solution: 'Ablauf in drei Schritten, vereinbart in der PAG ChAR',
      },
      { day: -10, move: 'umsetzen' },
    ],
  },
  {
    title: '(Unbegleitete) minderjährige Flüchtlinge (PAG umF)',
    example: 'umf',
    description:
      'Mit dem 18. Geburtstag wechselt die Zuständigkeit. Wohnung, Schule und Vormundschaft enden zugleich, ein Übergang ist nirgends beschrieben.',
    purposes: ['rechtskreise', 'abstimmung-kommunen'],
    goal: 'Der Übergang in die Volljährigkeit beginnt sechs Monate vorher.',
    asked: 'Gruppengespräch mit jungen Erwachsenen in einer Wohngruppe',
    moves: [
      { day: -110, move: 'aufbereiten' },
      { day: -100, move: 'vorlegen' },
      {
        day: -90,
        move: 'pag-einsetzen',
        decided: true,
        format: 'Projektarbeitsgruppe',
        priority: 'medium',
        committee: 'umF',
      },
    ],
  },
  {
    title: 'Spracherwerb, Kinderbetreuung und Integration in Arbeit',
    example: 'sprache-kinder-arbeit',
    description:
      'Mütter bekommen einen Kursplatz, aber keinen Betreuungsplatz. Ohne Kurs kein Arbeitsplatz, ohne Arbeit kein Rang auf der Warteliste.',
    purposes: ['regelangebote', 'rechtskreise', 'produktionsnetzwerk'],
    goal: 'Kurs und Betreuung werden zusammen geplant.',
    notYet: 'die Elterngruppe sich erst im nächsten Monat wieder trifft.',
    moves: [{ day: -40, move: 'aufbereiten', reason: 'Auftrag des strategischen Overheads' }],
  },
  {
    title: 'Wohnraumsituation und Vermittlung in Wohnraum',
    example: 'wohnraum',
    description: 'Anerkannte bleiben in Unterkünften, weil der Nachweis für Vermieter Wochen dauert.',
    purposes: ['abstimmung-kommunen'],
    goal: 'Die Zusage für Vermieter liegt in einer Woche vor.',
    asked: 'Befragung in zwei Unterkünften',
    moves: [
      { day: -60, move: 'aufbereiten' },
      { day: -50, move: 'zurueckstellen', reason: 'Die Kommunen warten auf die neue Förderung des Landes.' },
    ],
  },
  {
    title: 'Gesundheit, Behinderung und psychische Belastung',
    example: 'gesundheit',
    description: 'Sprachmittlung für Therapien bezahlt keine Stelle; Behandlungen beginnen nicht.',
    purposes: ['regelangebote'],
    goal: 'Sprachmittlung in der Therapie ist geregelt.',
    asked: 'Rückmeldungen aus der Beratung einer Selbsthilfegruppe',
    moves: [
      { day: -55, move: 'aufbereiten' },
      { day: -35, move: 'an-land-melden', reason: 'Die Kostenübernahme ist Sache des Gesetzgebers.' },
    ],
  },
]

const warendorf: readonly Told[] = [
  {
    title: 'Anmeldung an der weiterführenden Schule',
    description:
      'Zugezogene Kinder warten zwischen Schulamt und Schule, weil niemand für die ersten zwei Wochen zuständig ist.',
    region: 0,
    purposes: ['abstimmung-kommunen', 'rechtskreise'],
    goal: 'Zwischen Zuzug und erstem Schultag liegen höchstens zehn Tage.',
    asked: 'Gespräch mit vier Familien im Elterncafé',
    moves: [
      { day: -80, move: 'aufbereiten' },
      { day: -70, move: 'an-projektgruppe', singleReason: single, committee: 'Projektgruppen' },
      { day: -40, move: 'papier', solution: 'Schnittstellenpapier Schulamt, Schulen, Case Management' },
      { day: -20, move: 'umsetzen' },
      {
        day: -5,
        move: 'wirkung-pruefen',
        effect: 'helped',
        reason: 'Die Schulen melden keine Wartefälle mehr.',
      },
    ],
  },
  {
    title: 'Anerkennung von Abschlüssen dauert zu lange',
    description:
      'Unterlagen werden bei drei Stellen nacheinander geprüft. Wer wartet, arbeitet unter der Qualifikation.',
    purposes: ['verwaltungshandeln', 'produktionsnetzwerk'],
    goal: 'Eine Stelle sammelt, alle prüfen gleichzeitig.',
    asked: 'Interviews anderer Beratungsdienste',
    moves: [
      { day: -50, move: 'aufbereiten' },
      { day: -30, move: 'an-lenkungsgruppe', singleReason: single },
    ],
  },
  {
    title: 'Kursplätze mit Kinderbetreuung im Nordkreis',
    description: 'Es gibt Kurse und es gibt Betreuung, aber nicht zur selben Zeit am selben Ort.',
    region: 1,
    purposes: ['regelangebote'],
    goal: 'Jeder zweite Kurs bietet Betreuung.',
    notYet: 'der Kurs erst im Januar beginnt.',
    moves: [],
  },
]

const coesfeld: readonly Told[] = [
  {
    title: 'Übergang vom Sprachkurs in den Beruf',
    description: 'Nach dem Kurs liegt das Zeugnis vor, aber keine Stelle spricht die Menschen an.',
    region: 0,
    purposes: ['rechtskreise', 'produktionsnetzwerk'],
    goal: 'Vier Wochen vor Kursende steht der nächste Schritt fest.',
    asked: 'Gespräch im Sprachkurs mit neun Teilnehmenden',
    moves: [
      { day: -90, move: 'an-fachkonferenz', committee: 'Fachkonferenz' },
      { day: -70, move: 'an-arbeitsgruppe', decided: true, committee: 'Migration' },
      {
        day: -40,
        move: 'an-steuerungsgruppe',
        decided: true,
        solution: 'Vorschlag: Sprechstunde des Jobcenters im Kurs',
      },
      { day: -20, move: 'mittragen', decided: true },
    ],
  },
  {
    title: 'Sprachmittlung bei Arztbesuchen',
    description: 'Kinder übersetzen für ihre Eltern, weil kein Dienst kurzfristig kommt.',
    purposes: ['regelangebote'],
    goal: 'Kein Kind übersetzt beim Arzt.',
    asked: 'Rückmeldungen der Flüchtlingsinitiativen',
    moves: [{ day: -25, move: 'kreisweit-an-arbeitsgruppe', committee: 'Flüchtlingsbetreuung' }],
  },
  {
    title: 'Termine der Behörden und Arbeitszeiten',
    description: 'Schichtarbeitende verlieren Lohn, weil Termine nur vormittags liegen.',
    region: 1,
    purposes: ['verwaltungshandeln'],
    goal: 'Jede Behörde bietet einen Termin nach 16 Uhr.',
    moves: [],
  },
]

const stories: Readonly<Record<string, readonly Told[]>> = { wesel, warendorf, coesfeld }

/** Themes of the district in different states, and one full reconstruction with both chains. */
export async function playThemes(stage: Stage, coordinator: Player, district: string): Promise<void> {
  const told = stories[district] ?? []
  const options = await coordinator.call(themeEndpoints.options)
  const themes: ThemeView[] = []
  for (const story of told) themes.push(await playTheme(stage, coordinator, story, options))
  const target = themes.find(({ title }) => /Kinderbetreuung|Sprachkurs/.test(title))
  if (target) await takeBarriers(stage, coordinator, target.id)
  if (target) await playReconstruction(stage, coordinator, target.id)
}

/** What case managers reported about courses and childcare becomes evidence. */
async function takeBarriers(stage: Stage, by: Player, id: string): Promise<void> {
  stage.day(0)
  const { rows } = await by.call(structureEndpoints.list, { query: { state: 'open' } })
  const barrierIds = rows.filter(({ title }) => /Sprachkurs/.test(title)).map((row) => row.id)
  if (barrierIds.length === 0) return
  const body = { title: 'Sprachkurs mit Kinderbetreuung', barrierIds }
  const group = await by.call(structureEndpoints.newGroup, { body })
  await by.call(themeEndpoints.addBarriers, { params: { id }, body: { groupId: group.id } })
}

type Options = Awaited<ReturnType<typeof loadOptions>>
const loadOptions = (player: Player) => player.call(themeEndpoints.options)

async function playTheme(stage: Stage, by: Player, story: Told, options: Options): Promise<ThemeView> {
  const first = (story.moves[0]?.day ?? -20) - 10
  stage.day(first)
  const view = story.asked
    ? { state: 'asked' as const, words: story.asked, on: stage.date(first) }
    : story.notYet && { state: 'notYet' as const, words: story.notYet }
  let theme = await by.call(themeEndpoints.create, {
    body: {
      title: story.title,
      description: story.description,
      regionId: story.region === undefined ? null : (options.regions[story.region]?.id ?? null),
      exampleKey: story.example ?? null,
      purposes: [...story.purposes],
      goal: story.goal,
      ...(story.method && { method: story.method }),
      ...(view && { targetGroupView: view }),
    },
  })
  for (const { day, decided, committee, ...move } of story.moves) {
    stage.day(day)
    const committeeId = options.committees.find(({ name }) => committee && name.includes(committee))?.id
    theme = await by.call(themeEndpoints.move, {
      params: { id: theme.id },
      ifMatch: theme.version,
      body: {
        ...move,
        ...(decided && { decidedOn: stage.date(day) }),
        ...(committeeId && { committeeId }),
        ...(move.move === 'zurueckstellen' && { resubmitOn: stage.date(30) }),
      },
    })
  }
  return theme
}

const station = (
  title: string,
  month: number,
  waitingWeeks: number,
  more: {
    actors: string
    happened?: string
    legalDomains?: ('languageCourses' | 'jobseekers' | 'youthWelfare')[]
    marks?: ('break' | 'double' | 'waiting')[]
    helped?: string
  },
) => ({ title, month, waitingWeeks, ...more })

/** A case manager offers an own case; nobody has taken it yet. The words are made up, not those of the case. */
export async function playOffer(stage: Stage, { id, player }: CaseWork): Promise<void> {
  stage.day(-3)
  await player.call(reconstructionEndpoints.offer, {
    params: { id },
    body: {
      consent: true,
      title: 'Alleinerziehende pendelt zwischen drei Stellen für einen Bescheid',
      situation: 'Eine alleinerziehende Mutter beantragt Leistungen für sich und ihr Kind.',
      stations: [
        station('Antrag auf Leistungen', 1, 6, {
          actors: 'Jobcenter',
          legalDomains: ['jobseekers'],
          marks: ['waiting'],
          happened: '„Ich wusste nicht, welche Papiere noch fehlen.“',
        }),
        station('Nachweis von einer anderen Stelle', 3, 5, {
          actors: 'Jugendamt',
          legalDomains: ['youthWelfare'],
          marks: ['double'],
          happened: '„Dort wollte man zuerst den Bescheid sehen.“',
          helped: 'Ein Anruf von Stelle zu Stelle.',
        }),
      ],
    },
  })
  stage.day(0)
}

/** A constructed case with stations, comparison, both chains, ending in the theme. */
async function playReconstruction(stage: Stage, by: Player, themeId: string): Promise<void> {
  stage.day(-18)
  const begun = await by.call(reconstructionEndpoints.create, {
    body: {
      title: 'Mutter mit zwei kleinen Kindern sucht einen Sprachkurs',
      situation: 'Eine Frau mit zwei Kindern unter drei Jahren möchte Deutsch lernen und danach arbeiten.',
    },
  })
  const worked = await by.call(reconstructionEndpoints.change, {
    params: { id: begun.id },
    ifMatch: begun.version,
    body: {
      stations: [
        station('Berechtigung für den Integrationskurs', 1, 4, {
          actors: 'Ausländerbehörde',
          legalDomains: ['languageCourses'],
          happened: '„Ich habe mich gefreut: Jetzt geht es los.“',
        }),
        station('Anmeldung beim Kursträger', 3, 8, {
          actors: 'Volkshochschule',
          legalDomains: ['languageCourses'],
          marks: ['waiting'],
          happened: '„Ein Platz war da, aber nur vormittags ohne Betreuung.“',
        }),
        station('Suche nach einem Betreuungsplatz', 5, 24, {
          actors: 'Jugendamt, drei Kitas',
          legalDomains: ['youthWelfare'],
          marks: ['waiting', 'double'],
          happened: '„Überall habe ich dieselben Papiere noch einmal abgegeben.“',
        }),
        station('Kursplatz verfallen, neuer Antrag', 11, 6, {
          actors: 'Kursträger, Ausländerbehörde',
          legalDomains: ['languageCourses'],
          marks: ['break', 'double'],
        }),
        station('Kurs mit Kinderbetreuung', 14, 4, {
          actors: 'Wohlfahrtsverband',
          legalDomains: ['languageCourses'],
          helped: 'Eine Case Managerin fragte beide Stellen zugleich.',
        }),
      ],
      hypothesis:
        'Kursplatz und Betreuungsplatz werden nacheinander vergeben; jede Stelle wartet auf die andere.',
      comparisons: [
        {
          label: 'Fall B: Mutter mit einem Kind',
          alike: 'same',
          note: 'Auch hier verfiel die Berechtigung.',
        },
        { label: 'Fall C: Vater in Elternzeit', alike: 'partly' },
        { label: 'Fall D: Frau ohne Kinder', alike: 'different', note: 'Kurs nach sechs Wochen.' },
      ],
      targetChain: [
        { label: 'Berechtigung für den Integrationskurs', organisation: 'Ausländerbehörde', waitingWeeks: 2 },
        {
          label: 'Gemeinsame Anfrage für Kurs und Betreuung',
          organisation: 'Case Management, Kursträger, Jugendamt',
          waitingWeeks: 2,
          legalDomain: 'languageCourses',
        },
        {
          label: 'Kurs mit Kinderbetreuung',
          organisation: 'Kursträger',
          waitingWeeks: 6,
          legalDomain: 'languageCourses',
        },
      ],
      participants: 'Case Management, Koordination, Jugendamt, Kursträger, Migrationsberatung',
      heldOn: stage.date(-18),
      stepsDone: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    },
  })
  await by.call(reconstructionEndpoints.end, {
    params: { id: begun.id },
    ifMatch: worked.version,
    body: { result: 'theme', words: 'Drei von vier Fällen scheitern an derselben Stelle.', themeId },
  })
  stage.day(0)
}
