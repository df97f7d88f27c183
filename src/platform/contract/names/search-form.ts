import { LETTERS_BY_SEARCH_FORM } from './din-91379.generated.ts'

/** Letter or sequence (NFC) → search form. */
const FORMS = new Map(
  Object.entries(LETTERS_BY_SEARCH_FORM).flatMap(([form, letters]) =>
    letters.split(' ').map((letter) => [letter, form] as const),
  ),
)

const longestFirst = [...FORMS.keys()]
  .filter((letter) => letter.length > 1)
  .sort((a, b) => b.length - a.length)

/** One letter of DIN 91379, sequences of letter and marks before the bare letter. */
const LETTER = `(?:${longestFirst.join('|')}|[${[...FORMS.keys()].filter((letter) => letter.length === 1).join('')}])`

/** Source of a regular expression that matches exactly one letter of DIN 91379 in NFC text. */
export const DIN_LETTER: string = LETTER

/** A letter, or else any single character. */
const UNIT = new RegExp(`${LETTER}|.`, 'gsu')

const SEPARATOR = /[\s\p{Pd},;:/_·]/u
const KEPT = /[\p{L}\p{N}]/u
/** Modifier letters such as ʾ and ʿ are letters to Unicode, yet signs in a name: nobody types them to search. */
const SIGN = /[\p{Lm}\p{M}]/u

/** What is no letter of the standard (query text may hold anything): without its marks, then mapped again. */
function foreignForm(character: string): string {
  let form = ''
  for (const part of character.normalize('NFD')) {
    const known = FORMS.get(part)
    if (known !== undefined) form += known
    else if (SEPARATOR.test(part)) form += ' '
    else if (KEPT.test(part) && !SIGN.test(part)) form += part.toUpperCase().normalize('NFC')
  }
  return form
}

/**
 * Search form of DIN 91379 (`Müller` → `MUELLER`, `Nguyễn` → `NGUYEN`): equal for every way to write the same
 * letters. Hyphen, comma and the like become one space, apostrophes and points fall away (our choice: the
 * standard maps letters only). Total: letters outside the standard lose their marks and stay.
 */
export const searchForm = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNIT, (unit) => FORMS.get(unit) ?? foreignForm(unit))
    .replace(/ +/g, ' ')
    .trim()
