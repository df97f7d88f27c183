import { z } from 'zod'

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

/** One wrong field as it travels in problem details and as a form shows it. `path` in dot notation. */
export interface FieldError {
  path: string
  code: string
  message: string
}

const EMPTY = 'Bitte füllen Sie dieses Feld aus.'
const CHOOSE = 'Bitte wählen Sie einen der vorgesehenen Werte.'

/**
 * Says in plain administrative German what is wrong and what to do. Used on both sides, so that a person reads
 * the same sentence whether the browser or the server noticed. Texts written into a schema win over these.
 */
export const german: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input)
    case 'invalid_value':
      return isEmpty(issue.input) ? 'Bitte wählen Sie einen Wert.' : CHOOSE
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum, issue.inclusive !== false, issue.exact === true)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return wrongFormat(issue.format, issue.input)
    case 'not_multiple_of':
      return `Bitte geben Sie ein Vielfaches von ${number(issue.divisor)} ein.`
    case 'unrecognized_keys':
      return `Unbekanntes Feld: ${issue.keys.join(', ')}.`
    case 'invalid_union':
      return isEmpty(issue.input) ? EMPTY : CHOOSE
    default:
      return 'Diese Angabe ist ungültig.'
  }
}

/** Switches zod to German for the whole process or page; called once by each front door. */
export function speakGerman(): void {
  z.config({ localeError: german })
}

/** All wrong fields of a zod error at once, one entry per field (its first message), unknown keys by their own name. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  const found = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const path = issue.path.map(String)
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
    for (const one of paths) {
      const key = one.join('.')
      const code = issue.code === 'custom' ? (issue.params?.['code'] ?? 'custom') : issue.code
      if (!found.has(key)) found.set(key, { path: key, code: String(code), message: issue.message })
    }
  }
  return [...found.values()]
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === ''
}

function wrongType(expected: string, input: unknown): string {
  if (isEmpty(input)) return EMPTY
  switch (expected) {
    case 'number':
    case 'nan':
      return 'Bitte geben Sie eine Zahl ein.'
    case 'int':
      return 'Bitte geben Sie eine ganze Zahl ein.'
    case 'string':
      return 'Bitte geben Sie einen Text ein.'
    case 'array':
    case 'set':
      return 'Hier wird eine Liste erwartet.'
    case 'boolean':
      return 'Bitte wählen Sie Ja oder Nein.'
    default:
      return 'Diese Angabe ist ungültig.'
  }
}

function tooSmall(origin: string, minimum: number | bigint, inclusive: boolean, exact: boolean): string {
  if (origin === 'string') {
    if (exact) return `Bitte geben Sie genau ${count(minimum, 'Zeichen', 'Zeichen')} ein.`
    return Number(minimum) <= 1 ? EMPTY : `Bitte geben Sie mindestens ${minimum} Zeichen ein.`
  }
  if (origin === 'array' || origin === 'set' || origin === 'map') {
    return `Bitte wählen Sie mindestens ${count(minimum, 'einen Eintrag', 'Einträge')}.`
  }
  if (origin === 'file') return 'Die Datei ist leer oder zu klein.'
  return inclusive
    ? `Bitte geben Sie mindestens ${number(minimum)} ein.`
    : `Bitte geben Sie mehr als ${number(minimum)} ein.`
}

function tooBig(issue: Extract<RawIssue, { code: 'too_big' }>): string {
  const { origin, maximum } = issue
  if (origin === 'string') {
    const length = typeof issue.input === 'string' ? ` Es sind ${issue.input.length}.` : ''
    return `Bitte höchstens ${maximum} Zeichen.${length}`
  }
  if (origin === 'array' || origin === 'set' || origin === 'map') {
    return `Bitte höchstens ${count(maximum, 'einen Eintrag', 'Einträge')}.`
  }
  if (origin === 'file')
    return `Die Datei ist zu groß. Erlaubt sind ${number(Number(maximum) / 1_000_000)} MB.`
  return issue.inclusive === false
    ? `Bitte geben Sie weniger als ${number(maximum)} ein.`
    : `Bitte geben Sie höchstens ${number(maximum)} ein.`
}

function wrongFormat(format: string, input: unknown): string {
  if (isEmpty(input)) return EMPTY
  switch (format) {
    case 'email':
      return 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.'
    case 'url':
      return 'Bitte geben Sie eine Internetadresse ein, zum Beispiel https://www.beispiel.de.'
    case 'date':
      return 'Bitte geben Sie ein Datum ein, zum Beispiel 21.11.2026.'
    case 'time':
      return 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 09:30.'
    case 'datetime':
      return 'Bitte geben Sie Datum und Uhrzeit ein.'
    case 'uuid':
      return 'Dieser Verweis ist ungültig.'
    default:
      return 'Diese Angabe hat nicht die erwartete Form.'
  }
}

function number(value: number | bigint): string {
  return new Intl.NumberFormat('de-DE').format(value)
}

function count(value: number | bigint, one: string, many: string): string {
  return Number(value) === 1 ? one : `${number(value)} ${many}`
}
