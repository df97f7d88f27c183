import type { LegalDomain } from '../../structure/index.ts'

/** A step as a paper or an agreement says it, for a person to put right before it is taken. */
export interface ProposedStep {
  /** What the paper calls this part; null: an agreement has none. */
  readonly part: string | null
  /** The part in its own words, whole. */
  readonly original: string
  readonly label: string
  readonly organisation: string | null
  readonly legalDomain: LegalDomain | null
}

/** The parts of an interface paper that are a procedure, in its order, with a word that begins their steps. */
const procedure = {
  entry: 'Zugang',
  handover: 'Übergabe',
  caseDiscussion: 'Fallbesprechung',
  return: 'Rückkehr',
}
type Part = keyof typeof procedure
const order = ['entry', 'handover', 'caseDiscussion', 'return'] as const satisfies readonly Part[]

interface Party {
  readonly label: string
}
interface Paper {
  readonly sections: Readonly<Partial<Record<Part, string | null>>>
  readonly parties: readonly Party[]
  readonly legalDomains: readonly LegalDomain[]
}
interface Agreement {
  readonly contents: string | null
  readonly obligations: string | null
  readonly parties: readonly Party[]
}

/** The length of a step in a reconstruction. */
const most = 200

const cut = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
const lines = (text: string): string[] =>
  text
    .split(/\n+/u)
    .map((line) => line.replace(/^[\s\-–•*\d.)]+/u, '').trim())
    .filter((line) => line !== '')
const sentences = (text: string): string[] =>
  lines(text).flatMap((line) => line.split(/(?<=[.;!?])\s+(?=\p{Lu})/u))

/** Words every office of a kind begins with: a paper calls „Jobcenter Kreis Wesel“ the Jobcenter. */
const kinds =
  /(?:Jobcenter|Agentur für Arbeit|Jugendamt|Ausländerbehörde|Einbürgerungsbehörde|Sozialamt|Gesundheitsamt|Schulamt|Case Management|Caritas)/iu

/** Parties the text speaks of, by their whole name or by what they are; null: it names none. */
function named(parties: readonly Party[], text: string): string | null {
  const said = text.toLowerCase()
  const spoken = parties.filter(({ label }) => {
    const kind = kinds.exec(label)?.[0]
    return said.includes(label.toLowerCase()) || (kind !== undefined && said.includes(kind.toLowerCase()))
  })
  return cut(spoken.map(({ label }) => label).join(', '), 300) || null
}

/**
 * Steps of the target chain as an interface paper says them: a step for each part of its procedure, or for each line where
 * the part is a list; a single legal domain stands at each.
 */
export const chainOfPaper = ({ sections, parties, legalDomains }: Paper): ProposedStep[] =>
  order.flatMap((part) =>
    lines(sections[part] ?? '').map((line) => ({
      part: procedure[part],
      original: line,
      label: cut(`${procedure[part]}: ${line}`, most),
      organisation: named(parties, line),
      legalDomain: legalDomains.length === 1 ? legalDomains[0]! : null,
    })),
  )

/** Steps of the target chain as a cooperation agreement says them: what it regulates, then who owes what. */
export const chainOfAgreement = ({ contents, obligations, parties }: Agreement): ProposedStep[] =>
  sentences([contents, obligations].filter(Boolean).join('\n')).map((sentence) => ({
    part: null,
    original: sentence,
    label: cut(sentence, most),
    organisation: named(parties, sentence),
    legalDomain: null,
  }))
