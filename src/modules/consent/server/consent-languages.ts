import { readFileSync } from 'node:fs'
import { ConsentLanguage } from '../contract/consent-language.ts'
import type { WordingLanguage } from '../contract/wording.ts'

/** Languages the program itself has texts for. */
const shipped = ['de', 'en', 'ar', 'tr', 'uk'] as const satisfies readonly WordingLanguage[]

const load = (language: WordingLanguage): ConsentLanguage =>
  ConsentLanguage.parse(
    JSON.parse(readFileSync(new URL(`../texts/${language}.json`, import.meta.url), 'utf8')),
  )

/** Read once when the server starts: a missing or half translated file stops it there and not at the counter. */
const languages = new Map<string, ConsentLanguage>(shipped.map((language) => [language, load(language)]))

export const german: ConsentLanguage = languages.get('de')!

/** What the program can print in a language; undefined where it has no texts. */
export const consentLanguage = (language: string): ConsentLanguage | undefined => languages.get(language)

export const shippedLanguages: readonly WordingLanguage[] = shipped
