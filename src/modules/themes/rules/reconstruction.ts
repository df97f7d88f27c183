/** The twelve steps of the method (practice §2.5, after Reis). The last three happen at the theme. */
export const methodSteps = [
  'Fall wählen',
  'Stationen in ihrer Reihenfolge, aus Sicht der Person',
  'Beteiligte und Rechtskreise je Station',
  'Brüche, Wartezeiten, doppelte Arbeit',
  'Was geholfen hat',
  'Vermutung: Was hat die Struktur damit zu tun?',
  'Vergleich mit weiteren Fällen',
  'Thema formulieren',
  'Ablauf heute und künftig',
  'Beschluss',
  'Umsetzung',
  'Wirkung prüfen',
] as const

type State = 'offered' | 'running' | 'done' | 'declined'

export const whyNotTake = (state: State): 'reconstructionNotOffered' | null =>
  state === 'offered' ? null : 'reconstructionNotOffered'
export const whyNotWork = (state: State): 'reconstructionNotRunning' | null =>
  state === 'running' ? null : 'reconstructionNotRunning'
export const whyNotReopen = (state: State): 'reconstructionNotEnded' | null =>
  state === 'done' ? null : 'reconstructionNotEnded'

export const actionsIn = (state: State): ('take' | 'decline' | 'change' | 'end' | 'reopen')[] =>
  state === 'offered'
    ? ['take', 'decline']
    : state === 'running'
      ? ['change', 'end']
      : state === 'done'
        ? ['reopen']
        : []

const months =
  'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sep|sept|okt|nov|dez'
/** 21.11.2026, 21.11., 2026-11-21, 11/2026, 21. November, März 2024. A year alone may stand: laws have years. */
const date = new RegExp(
  String.raw`(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?(?!\d)|\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}/\d{4}(?!\d)|\d{1,2}\.\s?(?:${months})(?![a-zäöüß])|(?<![a-zäöüß])(?:${months})\.?\s\d{4}`,
  'i',
)

/** Whether a text names a day or a month of the calendar: a reconstruction tells time from its beginning. */
export const namesDate = (text: string | null): boolean => text !== null && date.test(text)

interface StationWords {
  readonly title: string
  readonly happened: string | null
  readonly actors: string | null
  readonly helped: string | null
}

/** Paths of the fields of stations that name a date. */
export const datedFields = (stations: readonly StationWords[]): string[] =>
  stations.flatMap((station, at) =>
    (['title', 'happened', 'actors', 'helped'] as const)
      .filter((field) => namesDate(station[field]))
      .map((field) => `stations.${at}.${field}`),
  )
