import type { LegalDomain } from '../../structure/index.ts'

interface TargetStep {
  readonly label: string
  readonly organisation: string | null
  readonly legalDomain: LegalDomain | null
  readonly waitingWeeks: null
}

/** The procedure of an interface paper in its order: how somebody comes in, is handed over, comes back. */
const procedure = ['entry', 'handover', 'return'] as const

interface Paper {
  readonly sections: Readonly<Partial<Record<(typeof procedure)[number], string>>>
  readonly parties: readonly { readonly label: string }[]
  readonly legalDomains: readonly LegalDomain[]
}

interface Agreement {
  readonly contents: string | null
  readonly obligations: string | null
  readonly parties: readonly { readonly label: string }[]
}

const most = 200

/** Sentences and lines of a text, each short enough for a step; a longer one ends with an ellipsis. */
const sentences = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.;!?])\s+(?=\p{Lu})/u)
    .map((one) => one.replace(/^[\s\-–•*\d.)]+/u, '').trim())
    .filter((one) => one !== '')
    .map((one) => (one.length <= most ? one : `${one.slice(0, most - 1)}…`))

const who = (parties: readonly { readonly label: string }[], text: string): string | null => {
  const named = parties.filter(({ label }) => text.toLowerCase().includes(label.toLowerCase()))
  return (
    (named.length > 0 ? named : parties)
      .map(({ label }) => label)
      .join(', ')
      .slice(0, 300) || null
  )
}

/** Steps of the target chain as an interface paper says them; a single legal domain stands at each. */
export const chainOfPaper = ({ sections, parties, legalDomains }: Paper): TargetStep[] =>
  procedure.flatMap((key) =>
    sentences(sections[key] ?? '').map((label) => ({
      label,
      organisation: who(parties, label),
      legalDomain: legalDomains.length === 1 ? legalDomains[0]! : null,
      waitingWeeks: null,
    })),
  )

/** Steps of the target chain as a cooperation agreement says them: what it regulates, then who owes what. */
export const chainOfAgreement = ({ contents, obligations, parties }: Agreement): TargetStep[] =>
  sentences([contents, obligations].filter(Boolean).join('\n')).map((label) => ({
    label,
    organisation: who(parties, label),
    legalDomain: null,
    waitingWeeks: null,
  }))
