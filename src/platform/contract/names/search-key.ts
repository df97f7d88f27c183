import { koelnerPhonetik } from './koelner-phonetik.ts'
import { searchForm } from './search-form.ts'

export interface SearchKey {
  /** DIN search form: for trigrams, prefixes and equality. */
  readonly form: string
  /** Kölner Phonetik per word: for names written as they sound. */
  readonly phonetic: string
}

/** The key a person's names are found by; give family and given names as parts, the same order everywhere. */
export function searchKey(...parts: readonly string[]): SearchKey {
  const text = parts.join(' ')
  return { form: searchForm(text), phonetic: koelnerPhonetik(text) }
}
