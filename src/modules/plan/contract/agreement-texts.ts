import { z } from 'zod'

const Words = z.string().min(1).max(600)

/** The fixed texts of an agreement in one language: `texts/<language>.json`. Every key in every language. */
export const AgreementTexts = z
  .strictObject({
    language: z.string(),
    /** Language code for voice and hyphenation: `de` for Leichte Sprache. */
    lang: z.string().regex(/^[a-z]{2,3}$/),
    direction: z.enum(['ltr', 'rtl']),
    /** Whether a native speaker has checked the translation. */
    checked: z.boolean(),
    words: z.strictObject({
      title: Words,
      fileNumber: Words,
      version: Words,
      draft: Words,
      between: Words,
      client: Words,
      guardian: Words,
      caseManager: Words,
      mediator: Words,
      other: Words,
      authority: Words,
      partner: Words,
      volunteer: Words,
      voluntaryHeading: Words,
      voluntary: Words,
      noSanction: Words,
      free: Words,
      endAnyTime: Words,
      copy: Words,
      goalsHeading: Words,
      goal: Words,
      forWhom: Words,
      wholeFamily: Words,
      indicator: Words,
      until: Words,
      contributionsHeading: Words,
      clientContributes: Words,
      caseManagerContributes: Words,
      othersContribute: Words,
      noStep: Words,
      seeGerman: Words,
      readInLanguage: Words,
      signaturesHeading: Words,
      placeAndDate: Words,
      signature: Words,
      signedOn: Words,
    }),
  })
  .meta({ id: 'AgreementTexts' })
export type AgreementTexts = z.infer<typeof AgreementTexts>
export type AgreementWords = AgreementTexts['words']
