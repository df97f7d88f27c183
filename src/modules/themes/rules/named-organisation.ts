type State = 'named' | 'asked' | 'answered' | 'noAnswer'

interface StepWish {
  readonly state: Exclude<State, 'named'>
  /** ISO date. */
  readonly on: string
  readonly answer: string | null
}

/** Why a named organisation cannot take this step, with the field that is wrong, or null. */
export function whyNotOrganisationStep(
  row: { readonly state: State; readonly askedOn: string | null },
  { state, on, answer }: StepWish,
  today: string,
): { field: 'state' | 'on' | 'answer'; code: string } | null {
  if (on > today) return { field: 'on', code: 'themeViewInFuture' }
  if (state === 'asked')
    return row.state === 'named' ? null : { field: 'state', code: 'themeOrganisationAsked' }
  if (row.state === 'named') return { field: 'state', code: 'themeOrganisationNotAsked' }
  // Who did not answer in time may still answer; an answer stays.
  if (row.state === 'answered') return { field: 'state', code: 'themeOrganisationSettled' }
  if (on < row.askedOn!) return { field: 'on', code: 'themeAnswerBeforeQuestion' }
  if (state === 'answered' && answer === null) return { field: 'answer', code: 'themeAnswerMissing' }
  return null
}
