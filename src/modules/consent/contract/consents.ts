import { z } from 'zod'
import { Language } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import {
  ConsentDirection,
  ConsentElement,
  ConsentForm,
  ConsentGiverRole,
  ConsentMediator,
  ConsentPurpose,
  ConsentState,
  DataCategory,
  RecipientKind,
  SharingKind,
  SpecialCategory,
} from './codes.ts'
import { WordingFault } from './wording.ts'

const LifeDomainKey = z.string().min(1).max(80)

/** What the person reads and agrees to. In a new draft only person and recipient are needed. */
const contents = {
  personId: Id,
  direction: ConsentDirection,
  recipientKind: RecipientKind,
  organisationId: Id.nullable(),
  unitId: Id.nullable(),
  purposes: z.array(ConsentPurpose).max(12),
  lifeDomains: z.array(LifeDomainKey).max(12),
  dataCategories: z.array(DataCategory).max(20),
  specialCategories: z.array(SpecialCategory).max(3),
  validFrom: PlainDate,
  validTo: PlainDate,
  purpose: optionalText(1000),
  refusalConsequence: optionalText(1000),
  recipientName: optionalText(200),
}

export const NewConsent = z
  .strictObject({
    ...contents,
    direction: ConsentDirection.default('toRecipient'),
    organisationId: Id.nullable().default(null),
    unitId: Id.nullable().default(null),
    purposes: contents.purposes.default([]),
    lifeDomains: contents.lifeDomains.default([]),
    dataCategories: contents.dataCategories.default([]),
    specialCategories: contents.specialCategories.default([]),
    /** Absent: from today, for the district's default length. */
    validFrom: PlainDate.optional(),
    validTo: PlainDate.optional(),
  })
  .meta({ id: 'NewConsent' })
export type NewConsent = z.infer<typeof NewConsent>

/** Only while it is a draft. Absent keeps, null clears. */
export const ConsentChange = z.strictObject(contents).partial().meta({ id: 'ConsentChange' })
export type ConsentChange = z.infer<typeof ConsentChange>

export const ConsentGiver = z
  .object({ role: ConsentGiverRole, personId: Id.nullable(), name: z.string().nullable() })
  .meta({ id: 'ConsentGiver' })
export type ConsentGiver = z.infer<typeof ConsentGiver>

const NewGiver = z.strictObject({
  role: ConsentGiverRole,
  /** A person of the case; else the name. */
  personId: Id.nullable().default(null),
  name: optionalText(200),
})

export const ConsentConfirmation = z
  .strictObject({
    givenOn: PlainDate,
    givenAs: ConsentForm,
    givers: z.array(NewGiver).min(1, 'Wählen Sie, wer die Erklärung abgegeben hat.').max(4),
    /** In which the text was explained. */
    language: Language,
    mediator: ConsentMediator,
    /** Needed for an oral one. */
    witness: optionalText(200),
    proofDocumentId: Id.nullable().default(null),
  })
  .meta({ id: 'ConsentConfirmation' })
export type ConsentConfirmation = z.infer<typeof ConsentConfirmation>

export const ConsentWithdrawal = z
  .strictObject({ withdrawnOn: PlainDate.optional(), withdrawnAs: ConsentForm })
  .meta({ id: 'ConsentWithdrawal' })
export type ConsentWithdrawal = z.infer<typeof ConsentWithdrawal>

export const ConsentProof = z.strictObject({ documentId: Id }).meta({ id: 'ConsentProof' })

export const ConsentView = z
  .object({
    id: Id,
    kind: SharingKind,
    caseId: Id,
    state: ConsentState,
    /** Valid, and its end is near (setting consentWarningDays). */
    runsOut: z.boolean(),
    person: z.object({
      id: Id,
      /** Null where the reader may not see names. */
      name: z.string().nullable(),
      /** Null: age not known. */
      minor: z.boolean().nullable(),
    }),
    direction: ConsentDirection,
    recipient: z.object({
      kind: RecipientKind,
      organisationId: Id.nullable(),
      unitId: Id.nullable(),
      /** As people read it; null where it is free text the reader may not see. */
      label: z.string().nullable(),
      hasUnits: z.boolean(),
    }),
    purposes: z.array(ConsentPurpose),
    lifeDomains: z.array(z.object({ key: z.string(), label: z.string() })),
    dataCategories: z.array(DataCategory),
    specialCategories: z.array(SpecialCategory),
    validFrom: PlainDate,
    /** Last day. */
    validTo: PlainDate,
    defaultPeriod: z.boolean(),
    textVersion: z.string(),
    language: z.string().nullable(),
    mediator: ConsentMediator.nullable(),
    givenOn: PlainDate.nullable(),
    givenAs: ConsentForm.nullable(),
    givenRoles: z.array(ConsentGiverRole),
    /** Empty where the reader may not see names. */
    givers: z.array(ConsentGiver),
    proofDocumentId: Id.nullable(),
    withdrawnOn: PlainDate.nullable(),
    withdrawnAs: ConsentForm.nullable(),
    endedOn: PlainDate.nullable(),
    /** Null where the reader may not read words. */
    text: z
      .object({
        purpose: z.string().nullable(),
        refusalConsequence: z.string().nullable(),
        recipientName: z.string().nullable(),
        witness: z.string().nullable(),
      })
      .nullable(),
    /** What the text does not name yet; only told to who may read and change it. */
    missing: z.array(ConsentElement),
    version: z.int(),
    can: z.array(z.enum(['change', 'confirm', 'discard', 'withdraw', 'attachProof'])),
  })
  .meta({ id: 'Consent' })
export type ConsentView = z.infer<typeof ConsentView>

/** Somebody who reads the file because the client named the KIM team. */
export const TeamReader = z
  .object({ name: z.string(), organisation: z.string().nullable() })
  .meta({ id: 'TeamReader' })
export type TeamReader = z.infer<typeof TeamReader>

export const ConsentList = z
  .object({
    rows: z.array(ConsentView),
    /** Who reads the file now because of the consent for the KIM team: what its withdrawal closes. */
    teamReaders: z.array(TeamReader),
    /** Adults who have not agreed to the KIM team yet; while there are any, a consent for the team opens nothing. */
    teamWaitsFor: z.array(z.object({ id: Id, name: z.string().nullable() })),
    can: z.array(z.enum(['write'])),
  })
  .meta({ id: 'ConsentList' })
export type ConsentList = z.infer<typeof ConsentList>

export const WithdrawnView = z
  .object({
    consent: ConsentView,
    /** Who read the file until now and does not any more. */
    closedFor: z.array(TeamReader),
  })
  .meta({ id: 'ConsentWithdrawn' })

/** "3 von 4 gültig": per person, recipient and object the newest counts. */
export const ConsentSummary = z
  .object({ valid: z.int(), total: z.int(), runsOut: z.int(), drafts: z.int() })
  .meta({ id: 'ConsentSummary' })
export type ConsentSummary = z.infer<typeof ConsentSummary>

/** Everything the form needs beside the closed lists. */
export const ConsentOptions = z
  .object({
    persons: z.array(z.object({ id: Id, name: z.string().nullable(), minor: z.boolean().nullable() })),
    organisations: z.array(
      z.object({ id: Id, name: z.string(), units: z.array(z.object({ id: Id, label: z.string() })) }),
    ),
    lifeDomains: z.array(z.object({ key: z.string(), label: z.string() })),
    language: z.string().nullable(),
    months: z.int(),
    /** The length is the program's, not the district's. */
    monthsAreDefault: z.boolean(),
    validFrom: PlainDate,
    validTo: PlainDate,
    oralAllowed: z.boolean(),
    /** The German texts in use today, and what they lack; `checked`: legally. */
    texts: z.record(
      SharingKind,
      z.object({ label: z.string(), checked: z.boolean(), missing: z.array(WordingFault) }),
    ),
  })
  .meta({ id: 'ConsentOptions' })
export type ConsentOptions = z.infer<typeof ConsentOptions>
