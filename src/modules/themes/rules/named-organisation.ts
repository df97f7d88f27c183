import type { ThemeField } from '../contract/codes.ts'
import { covers, readText, spelledIn, type OrganisationFacts, type Spelled } from './spelled-organisation.ts'

export type OrganisationState = 'named' | 'asked' | 'answered' | 'declined' | 'noAnswer' | 'omitted'
type Heard = Exclude<OrganisationState, 'named' | 'omitted'>

/** What an organisation was asked at a barrier of the theme, and what came of it. */
export interface ViewAtBarrier {
  readonly state: Heard
  /** ISO date. */
  readonly askedOn: string
}

interface Standing {
  readonly state: OrganisationState
  readonly askedOn: string | null
}

const told: readonly Heard[] = ['answered', 'declined']

/**
 * How an organisation stands towards a theme: what was written down here, or what a question at one of its barriers
 * brought, whichever says more. One that the theme leaves out stays out.
 */
export function standingOf(row: Standing, views: readonly ViewAtBarrier[]): Standing {
  if (row.state === 'omitted' || told.includes(row.state as Heard)) return row
  const best = (['answered', 'declined', 'noAnswer', 'asked'] as const)
    .map((state) => views.find((view) => view.state === state))
    .find((view) => view !== undefined)
  if (best === undefined || (row.state !== 'named' && !told.includes(best.state))) return row
  return { state: best.state, askedOn: best.askedOn }
}

interface Named {
  readonly organisationId: string
  readonly state: OrganisationState
}
/** Fields of a theme that a committee reads. */
export type ThemeWords = Readonly<Partial<Record<ThemeField, string | null>>>

/** Where a theme names an organisation it must not name yet. */
export interface Mention extends Spelled {
  readonly organisationId: string
  readonly name: string
  readonly field: ThemeField
  readonly text: string
}

const heard = (state: OrganisationState | undefined) =>
  state !== undefined && state !== 'named' && state !== 'omitted'

/**
 * Where the words of a theme name organisations that were not asked: of its own list, and of the whole district. Words that
 * also name one that was asked, or are part of a longer name, name nobody else.
 */
export function mentionsOfUnheard(
  organisations: readonly Named[],
  facts: readonly OrganisationFacts[],
  words: ThemeWords,
): Mention[] {
  const stateOf = new Map(organisations.map(({ organisationId, state }) => [organisationId, state]))
  const rank = (id: string) => (heard(stateOf.get(id)) ? 0 : stateOf.has(id) ? 1 : 2)
  return (Object.entries(words) as [ThemeField, string | null][]).flatMap(([field, text]) => {
    if (!text) return []
    const read = readText(text)
    const found = facts.flatMap((one) =>
      spelledIn(read, one, !stateOf.has(one.id)).map((stretch) => ({ ...stretch, one, rank: rank(one.id) })),
    )
    const clearer = (other: (typeof found)[number], than: (typeof found)[number]) =>
      covers(other, than) && (!covers(than, other) || other.rank < than.rank)
    return found
      .filter((one) => one.rank > 0 && !found.some((other) => clearer(other, one)))
      .map(({ one, from, to }) => ({
        organisationId: one.id,
        name: one.name,
        field,
        from,
        to,
        text: text.slice(from, to),
      }))
  })
}

/** How many organisations have to be asked before the theme is presented. */
export const unaskedCount = (organisations: readonly Named[], mentions: readonly Mention[]): number =>
  new Set([
    ...organisations.filter(({ state }) => state === 'named').map(({ organisationId }) => organisationId),
    ...mentions.map(({ organisationId }) => organisationId),
  ]).size

interface StepWish {
  readonly state: Exclude<OrganisationState, 'named'>
  /** ISO date. */
  readonly on: string
  readonly answer: string | null
}

/** Why a named organisation cannot take this step, with the field that is wrong, or null. `row`: see `standingOf`. */
export function whyNotOrganisationStep(
  row: Standing,
  { state, on, answer }: StepWish,
  today: string,
): { field: 'state' | 'on' | 'answer'; code: string } | null {
  if (on > today) return { field: 'on', code: 'themeViewInFuture' }
  const open = row.state === 'named' || row.state === 'omitted'
  if (state === 'omitted') {
    if (row.state !== 'named') return { field: 'state', code: 'themeOrganisationAsked' }
    return answer === null ? { field: 'answer', code: 'themeOmissionUnexplained' } : null
  }
  if (state === 'asked') return open ? null : { field: 'state', code: 'themeOrganisationAsked' }
  if (open) return { field: 'state', code: 'themeOrganisationNotAsked' }
  // Who did not answer in time may still answer; an answer stays.
  if (told.includes(row.state as Heard)) return { field: 'state', code: 'themeOrganisationSettled' }
  if (on < row.askedOn!) return { field: 'on', code: 'themeAnswerBeforeQuestion' }
  if (state === 'answered' && answer === null) return { field: 'answer', code: 'themeAnswerMissing' }
  return null
}
