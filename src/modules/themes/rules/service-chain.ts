/** A step of a chain of services (R090, R113): what, who, under which law, and how long one waits before it. */
export interface ChainStep {
  readonly label: string
  readonly organisation: string | null
  readonly legalDomain: string | null
  /** Weeks of waiting before the step begins; null: not known. */
  readonly waitingWeeks: number | null
  readonly remarks: readonly string[]
}

export interface Station {
  readonly title: string
  readonly actors: string | null
  readonly legalDomains: readonly string[]
  readonly waitingWeeks: number | null
  readonly marks: readonly ('break' | 'double' | 'waiting')[]
}

/** The actual chain follows from the stations as the person lived them: nothing is entered twice. */
export const actualChain = (
  stations: readonly Station[],
  words: Readonly<Record<string, string>>,
): ChainStep[] =>
  stations.map((station) => ({
    label: station.title,
    organisation: station.actors,
    legalDomain: station.legalDomains.map((key) => words[key] ?? key).join(', ') || null,
    waitingWeeks: station.waitingWeeks,
    remarks: station.marks.map((mark) => words[mark] ?? mark),
  }))

export const weeks = (count: number): string => (count === 1 ? '1 Woche' : `${count} Wochen`)

const waited = (chain: readonly ChainStep[]) => chain.reduce((sum, step) => sum + (step.waitingWeeks ?? 0), 0)
const unknownWaits = (chain: readonly ChainStep[]) =>
  chain.filter((step) => step.waitingWeeks === null).length
const distinct = (chain: readonly ChainStep[], of: (step: ChainStep) => string | null) =>
  new Set(chain.flatMap((step) => of(step)?.trim().toLowerCase() ?? [])).size
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * What differs between how it is and how it should be, as sentences. Empty where either chain is empty: there is nothing
 * to compare then.
 */
export function chainDifferences(actual: readonly ChainStep[], target: readonly ChainStep[]): string[] {
  if (actual.length === 0 || target.length === 0) return []
  const organisations = [actual, target].map((chain) => distinct(chain, (step) => step.organisation))
  const gone = actual.filter((step) => !target.some((other) => same(other.label, step.label)))
  const added = target.filter((step) => !actual.some((other) => same(other.label, step.label)))
  const [before, after] = [waited(actual), waited(target)]
  const open = unknownWaits(actual) + unknownWaits(target)
  const breaks = actual.filter((step) => step.remarks.length > 0).length
  return [
    `Heute ${count(actual.length, 'Schritt', 'Schritte')} bei ${count(organisations[0]!, 'Stelle', 'Stellen')}, künftig ${count(target.length, 'Schritt', 'Schritte')} bei ${count(organisations[1]!, 'Stelle', 'Stellen')}.`,
    waitingSentence(before, after) +
      (open > 0 ? ` Bei ${count(open, 'Schritt', 'Schritten')} ist die Wartezeit nicht bekannt.` : ''),
    ...(breaks > 0
      ? [`Heute mit Bruch, doppelter Arbeit oder Wartezeit: ${count(breaks, 'Schritt', 'Schritte')}.`]
      : []),
    ...(gone.length > 0 ? [`Entfällt: ${gone.map((step) => step.label).join('; ')}.`] : []),
    ...(added.length > 0 ? [`Kommt hinzu: ${added.map((step) => step.label).join('; ')}.`] : []),
  ]
}

/** What a chain comes to: steps, offices, weeks of waiting, and steps with a break, double work or a wait. */
export const chainFigures = (chain: readonly ChainStep[]) => ({
  steps: chain.length,
  organisations: distinct(chain, (step) => step.organisation),
  waitingWeeks: waited(chain),
  breaks: chain.filter((step) => step.remarks.length > 0).length,
})

function waitingSentence(before: number, after: number): string {
  if (before === after) return `Die Wartezeit bleibt gleich: ${weeks(before)}.`
  return before > after
    ? `Die Wartezeit sinkt von ${weeks(before)} auf ${weeks(after)}.`
    : `Die Wartezeit steigt von ${weeks(before)} auf ${weeks(after)}.`
}
