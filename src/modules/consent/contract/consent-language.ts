import { z } from 'zod'
import { ConsentDirection, ConsentPurpose, DataCategory, SpecialCategory, SharingKind } from './codes.ts'
import { WordingSection, WordingSections } from './wording.ts'

const Words = z.string().min(1).max(600)
const wordsFor = <K extends string>(keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, Words])) as Record<K, typeof Words>)

/** Everything printed about consents in one language: `texts/<language>.json`. Every key in every language. */
export const ConsentLanguage = z.strictObject({
  language: z.string(),
  /** Language code for voice and hyphenation. */
  lang: z.string().regex(/^[a-z]{2,3}$/),
  direction: z.enum(['ltr', 'rtl']),
  /** Whether a native speaker has checked the translation. */
  checked: z.boolean(),
  titles: wordsFor(SharingKind.options),
  words: wordsFor([
    'fileNumber',
    'person',
    'version',
    'draft',
    'none',
    'until',
    'seeGerman',
    'signaturesHeading',
    'placeAndDate',
    'self',
    'legalRepresentative',
    'receiptTitle',
    'given',
    'withdrawn',
    'withdrawnEffect',
    'givenEffect',
    'ended',
    'contents',
  ]),
  headings: wordsFor(WordingSection.options),
  /** The program's default texts; legally unchecked. */
  wording: z.strictObject({ consent: WordingSections, secrecyRelease: WordingSections }),
  codes: z.strictObject({
    direction: wordsFor(ConsentDirection.options),
    purpose: wordsFor(ConsentPurpose.options),
    dataCategory: wordsFor(DataCategory.options),
    specialCategory: wordsFor(SpecialCategory.options),
  }),
})
export type ConsentLanguage = z.infer<typeof ConsentLanguage>
