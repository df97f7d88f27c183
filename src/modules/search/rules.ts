import { koelnerPhonetik, searchForm } from '../../platform/contract/names.ts'

/** What a typed text asks for; every part may be missing. */
export interface SearchWish {
  /** DIN search form of each word, at most six. */
  readonly words: readonly string[]
  /** Kölner Phonetik of each word, '' where it has none. */
  readonly codes: readonly string[]
  /** The text as typed when it has letters beyond Latin: looked for in the name in its own script. */
  readonly script: string | null
  /** Digits as typed when nothing but a telephone number stands there. */
  readonly phone: string | null
  /** Upper case, when it could be part of a file number. */
  readonly fileNumber: string | null
}

const MOST_WORDS = 6
const PHONE = /^\+?[\d\s()/.-]{4,30}$/

/** Reads a typed text: names in any order, a year of birth, a file number, a telephone number. */
export function readSearch(text: string): SearchWish {
  const words = searchForm(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  const beyondLatin = /[^\P{L}\p{Script=Latin}]/u.test(text)
  const digits = text.replaceAll(/\D/g, '')
  return {
    words,
    codes: words.map((word) => koelnerPhonetik(word)),
    script: beyondLatin ? text : null,
    phone: PHONE.test(text) && digits.length >= 4 ? text : null,
    fileNumber: digits.length > 0 || /^[A-Za-z]{3}-/.test(text) ? text.toUpperCase() : null,
  }
}

/** A stretch of text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string
  readonly hit: boolean
}

/** The words of a name, marked where they begin like a searched word or sound like it. */
export function markName(name: string, searched: string): Stretch[] {
  const { words, codes } = readSearch(searched)
  return name.split(/([\s,()-]+)/u).map((part) => {
    const form = searchForm(part)
    const hit =
      form !== '' &&
      (words.some((word) => fold(form).startsWith(fold(word))) ||
        codes.some((code) => code.length > 1 && code === koelnerPhonetik(form)))
    return { text: part, hit }
  })
}

/** As app.fold_name does it. */
const fold = (form: string) => form.replaceAll('AE', 'A').replaceAll('OE', 'O').replaceAll('UE', 'U')

/** Around a hit in the database's headline: characters of private use, which no typed text may be taken for. */
export const START = '\ue000'
export const STOP = '\ue001'
const AROUND = 90

/** The typed words as pieces to look for inside other words; short ones are too common. */
export function piecesOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
  const long = words.filter((word) => word.length >= 3)
  return (long.length > 0 ? long : words).slice(0, MOST_WORDS)
}

/** Where the hits of a note stand: the database's headline, or when only pieces of words were found, their surroundings. */
export function excerpt(headline: string, content: string, pieces: readonly string[]): Stretch[] {
  if (headline.includes(START)) {
    return headline.split(START).flatMap((part, index) => {
      if (index === 0) return stretches(part, '')
      const [hit = '', ...rest] = part.split(STOP)
      return stretches(hit, rest.join(''), true)
    })
  }
  const low = content.toLowerCase()
  const at = Math.max(
    0,
    Math.min(...pieces.map((piece) => low.indexOf(piece)).filter((place) => place >= 0), content.length),
  )
  const from = Math.max(0, at - AROUND)
  const to = Math.min(content.length, at + AROUND)
  const cut = content.slice(from, to)
  return [
    ...stretches(from > 0 ? '… ' : '', ''),
    ...markPieces(cut, pieces),
    ...stretches(to < content.length ? ' …' : '', ''),
  ]
}

const stretches = (first: string, then: string, hit = false): Stretch[] =>
  [
    { text: first, hit },
    { text: then, hit: false },
  ].filter(({ text }) => text !== '')

function markPieces(text: string, pieces: readonly string[]): Stretch[] {
  const escaped = pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'giu'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}
