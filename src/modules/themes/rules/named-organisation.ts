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
  readonly name: string
  readonly state: OrganisationState
}

const mentions = (text: string, name: string) => text.toLowerCase().includes(name.toLowerCase())

/** Organisations the theme may not name towards a committee: not asked yet, or left out and named all the same. */
export const unheard = <O extends Named>(
  organisations: readonly O[],
  words: readonly (string | null)[],
): O[] =>
  organisations.filter(
    ({ state, name }) =>
      state === 'named' ||
      (state === 'omitted' && words.some((text) => text !== null && mentions(text, name))),
  )

/** Names of organisations in the words of the theme that must not stand there yet. */
export const namedTooEarly = (organisations: readonly Named[], words: readonly (string | null)[]): string[] =>
  organisations
    .filter(
      ({ state, name }) =>
        (state === 'named' || state === 'omitted') &&
        words.some((text) => text !== null && mentions(text, name)),
    )
    .map(({ name }) => name)

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
