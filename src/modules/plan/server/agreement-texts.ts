import { readFileSync } from 'node:fs'
import { AgreementTexts } from '../contract/agreement-texts.ts'
import { TextLanguage } from '../contract/codes.ts'

type Language = 'de' | TextLanguage

const load = (language: Language): AgreementTexts =>
  AgreementTexts.parse(
    JSON.parse(readFileSync(new URL(`../texts/${language}.json`, import.meta.url), 'utf8')),
  )

/** Read once when the server starts: a missing or half translated file stops it there and not at the counter. */
const texts = new Map<Language, AgreementTexts>(
  (['de', ...TextLanguage.options] as const).map((language) => [language, load(language)]),
)

/** The fixed texts of an agreement in one language. */
export const agreementTexts = (language: Language): AgreementTexts => texts.get(language)!
