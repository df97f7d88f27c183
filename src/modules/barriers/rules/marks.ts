import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { GateMark } from '../contract/marks.ts'
import { nameMatch, nameParts } from './own-words.ts'
import { textPatterns } from './text-patterns.ts'

/** What the file knows and must not tell. */
export interface FileFacts {
  /** Given, family and birth names, each as stored. */
  readonly names: readonly string[]
  /** Names in their own script. */
  readonly scripts: readonly string[]
  readonly birthDates: readonly PlainDate[]
  /** File number, telephone numbers, e-mail addresses, streets. */
  readonly strings: readonly string[]
}

export const noFile: FileFacts = { names: [], scripts: [], birthDates: [], strings: [] }

type Found = Omit<GateMark, 'field'>

/**
 * Stretches of a text that may tell who it is about, in the order of the text, none overlapping. It finds what the file
 * knows and what looks like a name, number or date; a name without any sign of one it cannot find
 * (docs/datenschutz-schleuse.md).
 */
export function marksOf(text: string, file: FileFacts): Found[] {
  const found = [...ownStrings(text, file), ...ownNames(text, file), ...patterned(text)]
  const kept: Found[] = []
  const order = [...found].sort(
    (a, b) =>
      Number(a.severity === 'check') - Number(b.severity === 'check') || a.from - b.from || b.to - a.to,
  )
  for (const one of order) {
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function patterned(text: string): Found[] {
  return textPatterns.flatMap(({ kind, severity, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      text: match[0],
      kind,
      severity,
    })),
  )
}

function ownNames(text: string, file: FileFacts): Found[] {
  const parts = nameParts(file.names)
  if (parts.length === 0) return []
  const words = [...text.matchAll(/[\p{L}\p{M}'’ʼ`]+/gu)]
  // The same words come again and again.
  const known = new Map<string, ReturnType<typeof nameMatch>>()
  const matchOf = (word: string) => {
    if (!known.has(word)) known.set(word, nameMatch(word, parts))
    return known.get(word)!
  }
  return words.flatMap((match, at) => {
    const next = words[at + 1]
    const single = markOf(match[0], match.index, matchOf(match[0]))
    if (single || !next || !/^[\s-]$/u.test(text.slice(match.index + match[0].length, next.index))) {
      return single ? [single] : []
    }
    // „Al Hassan“ where the file says „Alhassan“.
    const pair = match[0] + next[0]
    const both = matchOf(pair) === 'same' ? 'same' : null
    const mark = markOf(text.slice(match.index, next.index + next[0].length), match.index, both)
    return mark ? [mark] : []
  })
}

/** A word in small letters that is a name as well may be just that word: a person decides. */
function markOf(word: string, from: number, match: 'same' | 'like' | null): Found | null {
  if (match === null) return null
  const capital = /^\P{Ll}/u.test(word)
  if (match === 'like' && !capital) return null
  const stop = match === 'same' && capital
  return {
    from,
    to: from + word.length,
    text: word,
    kind: stop ? 'ownName' : 'likeOwnName',
    severity: stop ? 'stop' : 'check',
  }
}

function ownStrings(text: string, file: FileFacts): Found[] {
  const exact = [...file.strings, ...file.scripts].filter((one) => one.trim().length >= 3)
  const found = exact.flatMap((own) => occurrences(text, own, 'number'))
  const days = file.birthDates.flatMap((day) =>
    [birthForms(day)].flat().flatMap((form) => occurrences(text, form, 'birth')),
  )
  return [...found, ...days]
}

function birthForms(day: PlainDate): string[] {
  const [year, month, date] = day.split('-') as [string, string, string]
  const [m, d] = [String(Number(month)), String(Number(date))]
  return [
    day,
    `${date}.${month}.${year}`,
    `${d}.${m}.${year}`,
    `${date}.${month}.${year.slice(2)}`,
    `${date}${month}${year}`,
  ]
}

/** Also with other spaces, hyphens and slashes between: „0281 / 123-45“ is „028112345“. */
function occurrences(text: string, own: string, kind: 'number' | 'birth'): Found[] {
  const letters = [...own].filter((letter) => !/[\s/()-]/u.test(letter))
  if (letters.length < 3) return []
  const source = letters
    .map((letter) => letter.replace(/[.*+?^${}|[\]\\]/gu, String.raw`\$&`))
    .join(String.raw`[\s\/()-]{0,3}`)
  return [...text.matchAll(new RegExp(source, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
    kind,
    severity: 'stop',
  }))
}

/** Marks of all fields of a text that is to leave. */
export const marksOfFields = (
  fields: Readonly<Record<string, string | null | undefined>>,
  file: FileFacts,
): GateMark[] =>
  Object.entries(fields).flatMap(([field, text]) =>
    text ? marksOf(text, file).map((mark) => ({ field, ...mark })) : [],
  )

/**
 * What still stands in the way: everything that stops, and what nobody has confirmed. `accepted` are the marked
 * stretches a person has read and confirmed, word for word.
 */
export const openMarks = (marks: readonly GateMark[], accepted: readonly string[]): GateMark[] =>
  marks.filter((mark) => mark.severity === 'stop' || !accepted.includes(mark.text))
