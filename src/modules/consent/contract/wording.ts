import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { SharingKind } from './codes.ts'

/** The parts of a text in the order they are printed. All but the first are required elements. */
export const WordingSection = z
  .enum([
    'introduction',
    'recipient',
    'purpose',
    'dataKinds',
    'specialCategories',
    'period',
    'voluntary',
    'refusal',
    'withdrawal',
    'withdrawalWays',
    'controller',
    'protectionOfficer',
  ])
  .meta({ id: 'ConsentWordingSection' })
export type WordingSection = z.infer<typeof WordingSection>

const Section = z.string().trim().max(2000, 'Bitte kürzen Sie auf höchstens 2000 Zeichen.').default('')
const sections = Object.fromEntries(WordingSection.options.map((key) => [key, Section])) as Record<
  WordingSection,
  typeof Section
>

/** A whole text. An empty section is allowed while it is written, not when it is put to use. */
export const WordingSections = z.strictObject(sections).meta({ id: 'ConsentWordingSections' })
export type WordingSections = z.output<typeof WordingSections>

/** Languages a text can be written in; those with a default of the program first. */
export const WordingLanguage = z
  .enum(['de', 'en', 'ar', 'tr', 'uk', 'bg', 'fa', 'fr', 'kmr', 'pl', 'ro', 'ru', 'ti'])
  .meta({ id: 'ConsentWordingLanguage' })
export type WordingLanguage = z.infer<typeof WordingLanguage>

/** What a text lacks: a section, its placeholder, or a way to reach the office. */
export const WordingFault = z
  .object({ section: WordingSection, code: z.enum(['empty', 'placeholderMissing', 'contactMissing']) })
  .meta({ id: 'ConsentWordingFault' })
export type WordingFault = z.infer<typeof WordingFault>

export const WordingState = z.enum(['draft', 'active', 'retired']).meta({ id: 'ConsentWordingState' })

const Instant = z.string()

export const WordingVersion = z
  .object({
    id: Id,
    kind: SharingKind,
    language: WordingLanguage,
    number: z.int(),
    state: WordingState,
    /** Null: not legally checked. */
    legallyCheckedBy: z.string().nullable(),
    createdAt: Instant,
    createdBy: z.string(),
    activatedAt: Instant.nullable(),
    activatedBy: z.string().nullable(),
    retiredAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'ConsentWordingVersion' })
export type WordingVersion = z.infer<typeof WordingVersion>

export const WordingView = WordingVersion.extend({
  sections: WordingSections,
  missing: z.array(WordingFault),
  can: z.array(z.enum(['activate'])),
}).meta({ id: 'ConsentWording' })
export type WordingView = z.infer<typeof WordingView>

/** The program's own text of an object in a language: in use until the tenant puts its own to use. */
export const WordingDefault = z
  .object({
    kind: SharingKind,
    language: WordingLanguage,
    /** Whether a native speaker has checked it. Legally it is unchecked in any case. */
    nativeChecked: z.boolean(),
    sections: WordingSections,
    missing: z.array(WordingFault),
  })
  .meta({ id: 'ConsentWordingDefault' })
export type WordingDefault = z.infer<typeof WordingDefault>

export const WordingList = z
  .object({
    /** Newest first; texts without their words. */
    versions: z.array(WordingVersion),
    defaults: z.array(WordingDefault),
    can: z.array(z.enum(['write'])),
  })
  .meta({ id: 'ConsentWordingList' })
export type WordingList = z.infer<typeof WordingList>

export const wordingEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/consent-wordings',
    right: 'consentWording.read',
    summary: "All versions of the tenant's texts for consent and release, and the program's defaults.",
    response: WordingList,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/consent-wordings/:id',
    right: 'consentWording.read',
    summary: 'One version of a text, also one that is no longer in use.',
    params: IdParams,
    response: WordingView,
  }),
  save: endpoint({
    method: 'POST',
    path: '/api/consent-wordings',
    right: 'consentWording.write',
    summary: 'Saves a text as a new version; nothing changes for clients until it is put to use.',
    body: z.strictObject({ kind: SharingKind, language: WordingLanguage, sections: WordingSections }),
    response: WordingView,
    status: 201,
  }),
  activate: endpoint({
    method: 'POST',
    path: '/api/consent-wordings/:id/activation',
    right: 'consentWording.write',
    summary: 'Puts a version to use; refused while a required element is missing. The one before it retires.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ legallyCheckedBy: optionalText(200) }),
    response: WordingView,
  }),
}
