import {
  agreementEndpoints,
  effectEndpoints,
  measureEndpoints,
  paperEndpoints,
} from '../../modules/solutions/index.ts'
import { sessionEndpoints } from '../../modules/staff/index.ts'
import { themeEndpoints } from '../../modules/themes/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import { dayInQuarter } from '../quarter-day.ts'
import type { Player, Stage } from '../stage.ts'
import { paperBegan } from './town-stories.ts'

type PaperWish = BodyInput<typeof paperEndpoints.draft>
type PaperMove = BodyInput<typeof paperEndpoints.move>
type Options = Awaited<ReturnType<typeof optionsOf>>

/** Who plays: somebody of coordination, case management and administration, and two partners. */
export interface SolutionCast {
  readonly coordinator: Player
  readonly caseManager: Player
  readonly administration: Player
  readonly youthOffice: Player
  readonly jobcenter: Player
}

/** Papers in every state, an agreement, recommendations with their answers. All of it is fictional. */
export async function playSolutions(stage: Stage, cast: SolutionCast): Promise<void> {
  stage.day(-400)
  const options = await optionsOf(cast.coordinator)
  await papers(stage, cast, options)
  await agreement(stage, cast, options)
  await measures(stage, cast, options)
  stage.day(0)
}

const optionsOf = (player: Player) => player.call(paperEndpoints.options)

/** The office of a partner, as forms offer it. */
async function officeOf(player: Player, options: Options) {
  const { user } = await player.call(sessionEndpoints.read)
  const organisation = options.organisations.find(({ label }) => label === user.organisation)!
  const unit = organisation.units.find(({ label }) => user.unit !== null && label.includes(user.unit))
  return { organisationId: organisation.id, unitId: unit?.id ?? null }
}

async function papers(stage: Stage, cast: SolutionCast, options: Options): Promise<void> {
  const { coordinator, caseManager } = cast
  const kim = { ...(await officeOf(coordinator, options)), contactFunction: 'KIM-Koordination' }
  const jobcenter = await officeOf(cast.jobcenter, options)
  const youthOffice = await officeOf(cast.youthOffice, options)
  const { rows: themes } = await coordinator.call(themeEndpoints.list, { query: { limit: 50 } })
  const ofYoung = themes.find(({ title }) => /minderjährig|Volljährigkeit|Schule/.test(title))
  const change = await agreed(stage, coordinator, -380, {
    ...changeOfDomain,
    parties: [
      kim,
      {
        ...jobcenter,
        contactFunction: 'Teamleitung Markt und Integration',
        contactReach: 'Funktionspostfach KIM',
      },
    ],
    reviewOn: stage.date(10),
  })
  await agreed(stage, coordinator, -120, {
    ...youngPeople,
    themeId: ofYoung?.id ?? null,
    parties: [kim, { ...youthOffice, contactFunction: 'Leitung Allgemeiner Sozialer Dienst' }],
    reviewOn: stage.date(245),
  })

  await effect(stage, coordinator, change)

  stage.day(-40)
  const next = await coordinator.call(paperEndpoints.newVersion, { params: { id: change } })
  let paper = await coordinator.call(paperEndpoints.change, {
    params: { id: next.id },
    ifMatch: next.version,
    body: {
      changeNote: 'Rückmeldung binnen fünf statt zehn Arbeitstagen; neu: Vertretung der Ansprechstelle',
      sections: { handover: changeOfDomain.sections.handover.replace('zehn', 'fünf') },
      reviewOn: stage.date(400),
    },
  })
  stage.day(-35)
  await caseManager.call(paperEndpoints.comment, {
    params: { id: paper.id },
    body: {
      section: 'handover',
      content: 'Fünf Tage reichen nur, wenn der Bogen auch per Funktionspostfach gilt. Bitte aufnehmen.',
    },
  })
  stage.day(-20)
  paper = await move(coordinator, paper, { to: 'inApproval' })
  stage.day(-12)
  await coordinator.call(paperEndpoints.answer, {
    params: { id: paper.id },
    ifMatch: paper.version,
    body: { partyId: paper.parties[0]!.id, approval: 'agreed', saidBy: 'Leitung KIM' },
  })
}

const move = (player: Player, paper: { id: string; version: number }, body: PaperMove) =>
  player.call(paperEndpoints.move, { params: { id: paper.id }, ifMatch: paper.version, body })

async function agreed(stage: Stage, by: Player, day: number, wish: PaperWish): Promise<string> {
  stage.day(day - 20)
  let paper = await move(by, await by.call(paperEndpoints.draft, { body: wish }), { to: 'inApproval' })
  for (const party of paper.parties) {
    stage.day(day - 10)
    paper = await by.call(paperEndpoints.answer, {
      params: { id: paper.id },
      ifMatch: paper.version,
      body: { partyId: party.id, approval: 'agreed', saidBy: 'Leitung' },
    })
  }
  const from = stage.day(day)
  return (await move(by, paper, { to: 'valid', from })).id
}

const changeOfDomain = {
  title: 'Wechsel vom AsylbLG ins SGB II',
  legalDomains: ['asylum', 'jobseekers'],
  sections: {
    occasion: 'Beim Wechsel blieben Anträge liegen, weil nicht klar war, wer wann informiert wird.',
    cooperation:
      'Beide Stellen nennen eine feste Ansprechstelle mit Vertretung und prüfen gemeinsam offene Übergänge.',
    entry:
      'Das Case Management meldet den bevorstehenden Wechsel mit dem gemeinsamen Bogen, sobald der Titel zugesagt ist.',
    handover:
      'Der Bogen und die Unterlagen gehen an die Ansprechstelle. Sie meldet sich binnen zehn Arbeitstagen zurück.',
    return: 'Kommt der Antrag nicht zustande, geht der Vorgang mit Begründung an das Case Management zurück.',
    caseDiscussion:
      'Schwierige Übergänge werden monatlich besprochen, ohne Namen, wenn keine Einwilligung vorliegt.',
    dataProtection:
      'Übermittelt wird nur, was die Einwilligung nennt; ohne Einwilligung nur der Hinweis auf das Angebot.',
  },
} satisfies PaperWish

const youngPeople = {
  title: 'Volljährig werden: Übergang aus der Jugendhilfe',
  legalDomains: ['youthWelfare', 'residence'],
  sections: {
    occasion: 'Junge Menschen verloren mit 18 Jahren Wohnplatz und Ansprechperson zugleich.',
    cooperation:
      'Das Jugendamt lädt das Case Management ein Jahr vor der Volljährigkeit zur Hilfeplanung ein.',
    entry:
      'Das Jugendamt meldet mit Einwilligung, wer im nächsten Jahr volljährig wird und kein anderes Case Management hat.',
    handover:
      'Ein gemeinsames Gespräch mit der jungen Person; beide Stellen schreiben auf, wer bis wann was tut.',
    return:
      'Ist Hilfe für junge Volljährige bewilligt, bleibt das Jugendamt zuständig; das Case Management zieht sich zurück.',
    dataProtection:
      'Beide Stellen arbeiten mit der Einwilligung der jungen Person und der gesetzlichen Vertretung.',
  },
} satisfies PaperWish

/** One that no concept expects of everybody: with a town on § 104c, or with civil society. */
async function agreement(stage: Stage, cast: SolutionCast, options: Options): Promise<void> {
  stage.day(-70)
  const preferred = ['begleitung104c', 'zivilgesellschaft', 'miteinander']
  const type = preferred.find((key) => options.agreementTypes.some((one) => one.key === key))
  if (type === undefined) return
  const [kreis] = options.organisations
  const wanted = type === 'begleitung104c' ? /^Gemeinde/ : /Wohlfahrt|Caritas|AWO|Innosozial/
  const other = options.organisations.find(({ label }) => wanted.test(label))!
  await cast.administration.call(agreementEndpoints.create, {
    body: {
      type,
      title:
        type === 'begleitung104c'
          ? 'Begleitung nach § 104c AufenthG (Beispiel)'
          : 'Zusammenarbeit mit Ehrenamt und Wohlfahrt (Beispiel)',
      state: 'dispatched',
      contents: 'Wer wen begleitet, wie Anfragen ankommen, was beide voneinander erfahren.',
      reviewOn: stage.date(20),
      parties: [
        { organisationId: kreis!.id, signsAs: 'Leitung des Fachdienstes' },
        { organisationId: other.id, signsAs: 'Leitung' },
      ],
      remark: 'Beispiel der Demonstration; kein Vertrag des Kreises.',
    },
  })
}

async function measures(stage: Stage, cast: SolutionCast, options: Options): Promise<void> {
  const { coordinator, caseManager } = cast
  const named = (pattern: RegExp) => options.committees.find(({ label }) => pattern.test(label))?.id ?? null
  const team = named(/Team|Dienstbesprechung/i)
  const group = named(/Arbeitsgruppe|Projekt|PAG|\bAG\b/i) ?? options.committees[0]?.id ?? null
  const { rows: themes } = await coordinator.call(themeEndpoints.list, { query: { limit: 50 } })
  const answered = themes.find(({ title }) => /Arbeit|Wohn|Anerkennung/.test(title)) ?? themes[0]
  const about = answered && { kind: 'theme' as const, id: answered.id, title: answered.title }
  const recommend = async (day: number, title: string, description: string, subject?: typeof about) => {
    stage.day(day)
    const body = {
      title,
      description,
      committeeId: group,
      fromCommitteeId: team,
      ...(subject && { subject }),
    }
    return caseManager.call(measureEndpoints.create, { body })
  }
  const step = async (
    measure: { id: string; version: number },
    day: number,
    body: BodyInput<typeof measureEndpoints.move>,
  ) => {
    stage.day(day)
    return coordinator.call(measureEndpoints.move, {
      params: { id: measure.id },
      ifMatch: measure.version,
      body,
    })
  }
  const joint = await recommend(
    -60,
    'Gemeinsame Sprechstunde mit dem Jobcenter',
    'Viele Fragen ließen sich an einem Tisch klären, wenn einmal im Monat beide da wären.',
    about,
  )
  const taken = await step(joint, -50, {
    to: 'planned',
    dueOn: stage.date(-5),
    note: 'Probelauf an einem Standort; die Arbeitsgruppe klärt den Raum.',
  })
  await step(taken, -30, { to: 'running' })
  await step(
    await recommend(
      -45,
      'Eigenes Formular für Übergänge',
      'Ein Bogen für alle Stellen statt vier verschiedener.',
    ),
    -28,
    { to: 'declined', note: 'Der Bogen steht schon im Schnittstellenpapier; bitte diesen nutzen.' },
  )
  const leaflet = await step(
    await recommend(-110, 'Merkblatt in leichter Sprache', 'Was beim Wechsel der Leistung zu tun ist.'),
    -100,
    { to: 'planned', dueOn: stage.date(-40) },
  )
  await step(leaflet, -42, { to: 'done', evidence: 'Merkblatt liegt an allen Standorten aus.' })
  await recommend(
    -6,
    'Termine der Kurse vorab an die Beratungsstellen',
    'Plätze verfallen, weil Beginn und Niveau zu spät bekannt sind.',
  )
}

/** What the paper was built for, and how it is seen. */
async function effect(stage: Stage, by: Player, paper: string): Promise<void> {
  stage.day(-100)
  const solution = await by.call(effectEndpoints.create, {
    body: {
      title: 'Schneller Wechsel ins SGB II',
      kind: 'interfacePaper',
      objectId: paper,
      decidedOn: stage.date(-390),
      decidedBy: 'Lenkungsgruppe',
      implementedOn: stage.date(dayInQuarter(stage.date(0), paperBegan)),
      barrierKinds: ['interface'],
      legalDomains: ['jobseekers'],
    },
  })
  await by.call(effectEndpoints.addVoice, {
    params: { id: solution.id },
    body: {
      side: 'partner',
      obtained: 'meeting',
      content: 'Die feste Ansprechstelle hilft; die Frist ist im Sommer schwer zu halten.',
    },
  })
  await by.call(effectEndpoints.addVoice, {
    params: { id: solution.id },
    body: {
      side: 'client',
      obtained: 'interview',
      content: '„Ich wusste, bei wem mein Antrag liegt.“',
    },
  })
}
