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
