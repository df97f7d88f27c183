import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { DocumentKind, MediaType } from '../../documents/index.ts'
import { ConsentPurpose, DataCategory, SharingKind, SpecialCategory } from '../../consent/index.ts'
import {
  AnswerVia,
  BrokenOffReason,
  DeclinedReason,
  PartnerBasis,
  ReferralClientView,
  ReferralGap,
  ReferralResult,
  ReferralState,
  WithdrawnReason,
} from './codes.ts'

export const Labelled = z.object({ key: z.string(), label: z.string() })

/** A document that goes with a referral, as the sender named it. */
export const SharedDocument = z
  .object({ id: Id, title: z.string(), mediaType: MediaType, size: z.int() })
  .meta({ id: 'SharedDocument' })
export type SharedDocument = z.infer<typeof SharedDocument>

/** What is shared, with whom and why. A draft needs only person and recipient. */
const contents = {
  personId: Id,
  organisationId: Id,
  unitId: Id.nullable(),
  purpose: ConsentPurpose.nullable(),
  lifeDomains: z.array(z.string().min(1).max(80)).max(12),
  dataCategories: z.array(DataCategory).max(20),
  specialCategories: z.array(SpecialCategory).max(3),
  /** The service at the recipient, in words. */
  service: optionalText(200),
  summary: optionalText(2000),
  concern: optionalText(1000),
  desiredResult: optionalText(1000),
  /** Goals of the plan that go with it. */
  goalIds: z.array(Id).max(20),
  /** Documents of the case that go with it. */
  documentIds: z.array(Id).max(10),
}

export const NewReferral = z
  .strictObject({
    ...contents,
    unitId: contents.unitId.default(null),
    purpose: contents.purpose.default(null),
    lifeDomains: contents.lifeDomains.default([]),
    dataCategories: contents.dataCategories.default([]),
    specialCategories: contents.specialCategories.default([]),
    goalIds: contents.goalIds.default([]),
    documentIds: contents.documentIds.default([]),
  })
  .meta({ id: 'NewReferral' })
export type NewReferral = z.infer<typeof NewReferral>

/** Only while it is a draft. Absent keeps, null clears. */
export const ReferralChange = z.strictObject(contents).partial().meta({ id: 'ReferralChange' })
export type ReferralChange = z.infer<typeof ReferralChange>

export const ReferralWithdrawal = z
  .strictObject({ reason: WithdrawnReason, note: optionalText(1000) })
  .meta({ id: 'ReferralWithdrawal' })
export type ReferralWithdrawal = z.infer<typeof ReferralWithdrawal>

const note = optionalText(2000)
/** The next state with what belongs to it. */
export const ReferralMove = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('accepted'), note }),
    z.strictObject({ to: z.literal('running'), note }),
    z.strictObject({ to: z.literal('declined'), reason: DeclinedReason, note }),
    z.strictObject({ to: z.literal('completed'), result: ReferralResult, note }),
    z.strictObject({ to: z.literal('brokenOff'), reason: BrokenOffReason, note }),
  ])
  .meta({ id: 'ReferralMove' })
export type ReferralMove = z.infer<typeof ReferralMove>

/** An answer that came otherwise than in Lotse, written down by the case manager. */
export const RecordedAnswer = z
  .strictObject({ answer: ReferralMove, via: AnswerVia.exclude(['app']), onDate: PlainDate.optional() })
  .meta({ id: 'RecordedReferralAnswer' })
export type RecordedAnswer = z.infer<typeof RecordedAnswer>

export const ClientViewInput = z
  .strictObject({ clientView: ReferralClientView, note: optionalText(1000) })
  .meta({ id: 'RecordedClientView' })
export type ClientViewInput = z.infer<typeof ClientViewInput>

export const ReferralStep = z
  .object({
    id: Id,
    kind: z.enum(['state', 'reminded', 'returned', 'clientView']),
    from: ReferralState.nullable(),
    to: ReferralState.nullable(),
    onDate: PlainDate,
    at: z.string(),
    /** Null where the reader may not know the name. */
    by: z.string().nullable(),
    byPartner: z.boolean(),
    via: AnswerVia.nullable(),
    reason: z.string().nullable(),
    result: z.string().nullable(),
    basis: PartnerBasis.nullable(),
    /** Null: nothing was said, or the reader may not read it. */
    note: z.string().nullable(),
  })
  .meta({ id: 'ReferralStep' })
export type ReferralStep = z.infer<typeof ReferralStep>

/** Whether one of the two objects covers the referral today; `missing` says exactly what it does not name. */
export const Coverage = z
  .object({
    kind: SharingKind,
    /** Null: no text of this recipient at all. */
    consentId: Id.nullable(),
    /** Last day; null while it is not covered. */
    until: PlainDate.nullable(),
    missing: z.array(z.object({ gap: ReferralGap, what: z.array(z.string()) })),
  })
  .meta({ id: 'ReferralCoverage' })
export type Coverage = z.infer<typeof Coverage>

export const ReferralView = z
  .object({
    id: Id,
    caseId: Id,
    state: ReferralState,
    stateOn: PlainDate,
    person: z.object({ id: Id, name: z.string().nullable() }),
    recipient: z.object({
      organisationId: Id,
      unitId: Id.nullable(),
      label: z.string(),
      hasUnits: z.boolean(),
      /** Somebody there reads referrals in Lotse; else it is printed and sent. */
      readsInLotse: z.boolean(),
    }),
    purpose: ConsentPurpose.nullable(),
    lifeDomains: z.array(Labelled),
    dataCategories: z.array(DataCategory),
    specialCategories: z.array(SpecialCategory),
    /** Null where the reader may not read words. */
    text: z
      .object({
        service: z.string().nullable(),
        summary: z.string().nullable(),
        concern: z.string().nullable(),
        desiredResult: z.string().nullable(),
      })
      .nullable(),
    /** Null where the reader may not read plan texts. */
    goals: z.array(z.object({ id: Id, wording: z.string() })).nullable(),
    /** Null where the reader may not read documents. */
    documents: z.array(SharedDocument).nullable(),
    /** Of consent, and of release from secrecy where the file is marked § 203. Empty once it has ended. */
    coverage: z.array(Coverage),
    sentOn: PlainDate.nullable(),
    returnOn: PlainDate.nullable(),
    returnedOn: PlainDate.nullable(),
    reason: z.string().nullable(),
    result: z.string().nullable(),
    endedOn: PlainDate.nullable(),
    clientView: ReferralClientView.nullable(),
    steps: z.array(ReferralStep),
    version: z.int(),
    can: z.array(z.enum(['change', 'send', 'discard', 'withdraw', 'recordAnswer', 'recordClientView'])),
  })
  .meta({ id: 'Referral' })
export type ReferralView = z.infer<typeof ReferralView>

export const ReferralList = z
  .object({ rows: z.array(ReferralView), can: z.array(z.enum(['write'])) })
  .meta({ id: 'ReferralList' })
export type ReferralList = z.infer<typeof ReferralList>

export const ReferralOptions = z
  .object({
    persons: z.array(z.object({ id: Id, name: z.string().nullable() })),
    organisations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        readsInLotse: z.boolean(),
        units: z.array(z.object({ id: Id, label: z.string(), readsInLotse: z.boolean() })),
      }),
    ),
    lifeDomains: z.array(Labelled),
    goals: z.array(z.object({ id: Id, wording: z.string() })),
    /** What may go along: no proofs of consents; marked documents only where the file is marked too. */
    documents: z.array(z.object({ id: Id, title: z.string(), kind: DocumentKind })),
    /** After so many days without an answer the partner is reminded, after so many it comes back. */
    reminderDays: z.int(),
    returnDays: z.int(),
  })
  .meta({ id: 'ReferralOptions' })
export type ReferralOptions = z.infer<typeof ReferralOptions>
