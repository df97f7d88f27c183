import { gateEndpoints, impulseEndpoints, problemEndpoints } from '../../modules/barriers/index.ts'
import { structureEndpoints } from '../../modules/structure/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { CaseWork } from '../case-work.ts'
import type { Player, Stage } from '../stage.ts'

type Problem = BodyInput<typeof problemEndpoints.record>
type Impulse = BodyInput<typeof impulseEndpoints.preview>

/** Whose cases they come from, and who works with them. */
interface Works {
  readonly first: CaseWork
  readonly second: CaseWork
  readonly third: CaseWork
  readonly coordinator: Player
  readonly partner: Player
}

const childcare = (title: string, description: string): Problem & { title: string } => ({
  kind: 'gap',
  title,
  description,
  lifeDomain: 'language',
  legalDomains: ['languageCourses', 'youthWelfare'],
  unmet: 'noPlace',
  level: 3,
  daysLost: 120,
  clientView: 'Ich will lernen, aber ich kann das Kind nirgends lassen.',
})

/**
 * Problems of every constellation. The same obstacle told by two case managers (in Wesel one of the themes its concept
 * names: language, childcare and work), one solved in the case, one with partners, an impulse of a partner.
 */
export async function playBarriers(stage: Stage, works: Works): Promise<void> {
  const { first, second, third, coordinator, partner } = works
  stage.day(-30)
  await record(first, {
    kind: 'obstacle',
    title: 'Formular nur auf Deutsch',
    lifeDomain: 'livelihood',
    level: 1,
  })
  await record(second, {
    kind: 'interface',
    title: 'Zwei Stellen verlangen denselben Nachweis',
    lifeDomain: 'migration',
    legalDomains: ['youthWelfare', 'residence'],
    level: 2,
    daysLost: 21,
  })

  stage.day(-21)
  await report(
    first,
    childcare(
      'Kein Sprachkurs mit Kinderbetreuung',
      'Der Kursträger nimmt nur auf, wer die Betreuung selbst regelt. Einen Platz in der Betreuung gibt es nur mit Kursbestätigung.',
    ),
  )
  stage.day(-12)
  await report(
    third,
    childcare(
      'Sprachkurs scheitert an fehlender Betreuung',
      'Der Sprachkurs beginnt morgens, ein Betreuungsplatz ist frühestens im Sommer frei. Der Kursträger bestätigt erst nach Nachweis der Betreuung.',
    ),
  )
  await report(second, {
    kind: 'obstacle',
    title: 'Wohnungsgeberbestätigung wird nicht ausgestellt',
    description:
      'Ohne sie keine Anmeldung, ohne Anmeldung keine Leistung. Der Vermieter sieht keinen Anlass.',
    lifeDomain: 'housing',
    legalDomains: ['registration', 'housing'],
    level: 4,
    daysLost: 45,
  })
  await give(partner, {
    source: 'partner',
    kind: 'interface',
    title: 'Bescheide kommen vor der Beratung',
    description: 'Leistungsbescheide in einfacher Sprache fehlen; Nachfragen laufen an mehreren Stellen auf.',
    lifeDomain: 'livelihood',
    legalDomains: ['jobseekers'],
  })

  stage.day(-8)
  await prepareTogether(first, coordinator)

  stage.day(-5)
  const { rows } = await coordinator.call(structureEndpoints.list, { query: { kind: 'gap' } })
  const asked = rows.find(({ title }) => title.startsWith('Kein Sprachkurs'))
  if (!asked) return
  const params = { id: asked.id }
  await coordinator.call(structureEndpoints.move, { params, ifMatch: 1, body: { to: 'reviewing' } })
  await coordinator.call(structureEndpoints.ask, {
    params,
    body: { question: 'Gilt das für alle Kursstufen oder nur für den Alphabetisierungskurs?' },
  })
}

/** The coordinator is called in, and both write down how the case hangs together (R082). */
async function prepareTogether(work: CaseWork, coordinator: Player): Promise<void> {
  const params = {
    id: await record(work, {
      kind: 'interface',
      title: 'Jede Stelle wartet auf die andere',
      lifeDomain: 'livelihood',
      legalDomains: ['jobseekers', 'residence'],
      level: 3,
      daysLost: 60,
    }),
  }
  await work.player.call(problemEndpoints.call, { params, ifMatch: 1, body: {} })
  const told = {
    situation: 'Die Leistung hängt am Titel, der Titel am Nachweis des Unterhalts.',
    interplay: 'Beide Stellen halten ihre Prüfung an, bis die andere entschieden hat.',
  }
  await work.player.call(problemEndpoints.prepare, { params, ifMatch: 0, body: told })
  const question = 'Welche Stelle entscheidet zuerst, und worauf stützt sie sich?'
  await coordinator.call(problemEndpoints.prepare, { params, ifMatch: 1, body: { ...told, question } })
}

/** Stays in the case. */
async function record({ player, id }: CaseWork, body: Problem): Promise<string> {
  return (await player.call(problemEndpoints.record, { params: { id }, body })).id
}

/** Through the gate, as the preview shows it. */
async function report(work: CaseWork, problem: Problem & { title: string }): Promise<void> {
  const params = { id: await record(work, problem) }
  const { title, description, clientView } = problem
  const body = { title, description, clientView }
  const { fingerprint } = await work.player.call(gateEndpoints.preview, { params, body })
  await work.player.call(gateEndpoints.report, { params, body: { ...body, fingerprint } })
}

async function give(player: Player, impulse: Impulse): Promise<void> {
  const { fingerprint } = await player.call(impulseEndpoints.preview, { body: impulse })
  await player.call(impulseEndpoints.give, { body: { ...impulse, fingerprint } })
}
