import { searchForm } from './search-form.ts'

/** C sounds like K before these letters, at the start of a word and inside it. */
const HARD_C_AT_START = 'AHKLOQRUX'
const HARD_C_INSIDE = 'AHKOQUX'

function codeOf(letter: string, before: string, after: string): string {
  if ('AEIJOUY'.includes(letter)) return '0'
  if (letter === 'B') return '1'
  if (letter === 'P') return after === 'H' ? '3' : '1'
  if ('DT'.includes(letter)) return after !== '' && 'CSZ'.includes(after) ? '8' : '2'
  if ('FVW'.includes(letter)) return '3'
  if ('GKQ'.includes(letter)) return '4'
  if (letter === 'C') return isHardC(before, after) ? '4' : '8'
  if (letter === 'X') return before !== '' && 'CKQ'.includes(before) ? '8' : '48'
  if (letter === 'L') return '5'
  if ('MN'.includes(letter)) return '6'
  if (letter === 'R') return '7'
  if ('SZ'.includes(letter)) return '8'
  return ''
}

function isHardC(before: string, after: string): boolean {
  if (after === '') return false
  if (before === '') return HARD_C_AT_START.includes(after)
  return !'SZ'.includes(before) && HARD_C_INSIDE.includes(after)
}

function wordCode(word: string): string {
  const letters = word.replace(/[^A-Z]/g, '')
  let raw = ''
  for (let i = 0; i < letters.length; i++)
    raw += codeOf(letters[i]!, letters[i - 1] ?? '', letters[i + 1] ?? '')
  const merged = raw.replace(/(\d)\1+/g, '$1')
  return merged.slice(0, 1) + merged.slice(1).replaceAll('0', '')
}

/**
 * Kölner Phonetik (H. J. Postel, 1969) of each word, separated by a space: `Müller-Lüdenscheidt` →
 * `657 52682`. Words are coded apart, so that one half of a double name is found. Words without a Latin letter
 * have no code and are left out.
 */
export const koelnerPhonetik = (text: string): string =>
  searchForm(text)
    .split(' ')
    .map(wordCode)
    .filter((code) => code !== '')
    .join(' ')
