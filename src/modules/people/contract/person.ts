import { z } from 'zod'
import {
  Gender,
  Language,
  LanguageLevel,
  LiteracyLevel,
  NationalityCode,
} from '../../../platform/contract/code-lists/index.ts'
import { BirthDate, PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { OriginalScriptName, PersonName } from '../../../platform/contract/names.ts'
import { text } from '../../../platform/contract/text.ts'

/** "Unbekannt" is an answer of its own, beside "ohne Angabe" (the person does not want to say). */
export const PersonGender = z.union([Gender, z.literal('unknown')]).meta({ id: 'PersonGender' })

export const NationalityInput = z.strictObject({
  code: NationalityCode,
  validFrom: PlainDate.nullable().default(null),
  validTo: PlainDate.nullable().default(null),
})

export const LanguageInput = z.strictObject({
  code: Language,
  level: z.union([LanguageLevel, z.literal('unknown')]).default('unknown'),
  /** What the person can read and write in. */
  script: z.union([LiteracyLevel, z.literal('unknown')]).default('unknown'),
  preferred: z.boolean().default(false),
})

const fields = {
  givenName: PersonName,
  familyName: PersonName,
  birthName: PersonName.nullable(),
  originalScript: OriginalScriptName.nullable(),
  gender: PersonGender,
  birthDate: BirthDate,
  nationalities: z.array(NationalityInput).max(10),
  languages: z.array(LanguageInput).max(20),
  phone: text(50).nullable(),
  email: z.email().max(200).nullable(),
  street: text(200).nullable(),
  postalCode: z
    .string()
    .regex(/^\d{5}$/, { error: 'Die Postleitzahl hat fünf Ziffern.' })
    .nullable(),
  place: text(120).nullable(),
  municipalityId: Id.nullable(),
}

/** A new person: only the name is needed; everything unknown stays unknown. */
export const PersonInput = z
  .strictObject({
    ...fields,
    birthName: fields.birthName.default(null),
    originalScript: fields.originalScript.default(null),
    gender: fields.gender.default('unknown'),
    birthDate: fields.birthDate.default({ precision: 'unknown' }),
    nationalities: fields.nationalities.default([]),
    languages: fields.languages.default([]),
    phone: fields.phone.default(null),
    email: fields.email.default(null),
    street: fields.street.default(null),
    postalCode: fields.postalCode.default(null),
    place: fields.place.default(null),
    municipalityId: fields.municipalityId.default(null),
  })
  .meta({ id: 'PersonInput' })
export type PersonInput = z.infer<typeof PersonInput>

/** Absent keeps, null clears; a list given replaces the list. */
export const PersonChange = z.strictObject(fields).partial().meta({ id: 'PersonChange' })
export type PersonChange = z.infer<typeof PersonChange>

/** What has to stand beside every residence, benefit and departure field (§ 87 AufenthG). */
export const Section87 = z.literal('section87')

export const ResidenceView = z
  .object({
    id: Id,
    code: z.string(),
    label: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    source: z.enum(['seen', 'stated']),
    recordedAt: z.string(),
  })
  .meta({ id: 'ResidenceView' })
export type ResidenceView = z.infer<typeof ResidenceView>

export const PersonView = z
  .object({
    id: Id,
    version: z.int(),
    givenName: z.string(),
    familyName: z.string(),
    birthName: z.string().nullable(),
    originalScript: z.string().nullable(),
    gender: PersonGender,
    birthDate: BirthDate,
    nationalities: z.array(
      z.object({ code: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable() }),
    ),
    languages: z.array(
      z.object({ code: z.string(), level: z.string(), script: z.string(), preferred: z.boolean() }),
    ),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    place: z.string().nullable(),
    municipalityId: z.string().nullable(),
    residence: z.object({
      notice: Section87,
      /** Why nothing may be recorded yet; null when it may. */
      locked: z.enum(['basisMissing', 'readOnly']).nullable(),
      /** The values this employer's staff may choose. */
      choices: z.array(z.object({ code: z.string(), label: z.string(), group: z.string().optional() })),
      rows: z.array(ResidenceView),
    }),
    /** What was decided about this person and others who could have been the same; newest first. */
    duplicateDecisions: z.array(
      z.object({
        decision: z.enum(['same', 'other', 'duplicate']),
        /** `same`: number of the file the person was taken over into. Else: name of the other person. */
        about: z.string(),
        /** Of the other person, where this is the last word about the two: it can be decided anew. */
        otherPersonId: Id.nullable(),
        /** Of the other person: those the actor may see, where both turned out to be one. */
        cases: z.array(z.object({ id: Id, fileNumber: z.string(), closedOn: z.string().nullable() })),
        by: z.string(),
        at: z.string(),
      }),
    ),
    can: z.array(z.enum(['edit', 'recordResidence'])),
  })
  .meta({ id: 'PersonView' })
export type PersonView = z.infer<typeof PersonView>
