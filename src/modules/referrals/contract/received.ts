import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PartnerBasis, ReferralState } from './codes.ts'
import { Labelled, ReferralMove, SharedDocument } from './referrals.ts'

/** Of a referral whose content is closed: that there was one. */
export const ReceivedRow = z
  .object({
    id: Id,
    state: ReferralState,
    sentOn: PlainDate,
    stateOn: PlainDate,
    /** The content may be read now. */
    open: z.boolean(),
    /** Last day on which it may be read; null when it is closed. */
    until: PlainDate.nullable(),
    /** Null when it is closed. */
    concern: z.string().nullable(),
    purpose: z.string().nullable(),
    returnOn: PlainDate.nullable(),
    can: z.array(z.enum(['accept', 'decline', 'start', 'complete', 'breakOff'])),
  })
  .meta({ id: 'ReceivedReferralRow' })
export type ReceivedRow = z.infer<typeof ReceivedRow>

const Identity = z.object({
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  birthDate: PlainDate.nullable(),
  birthYear: z.int().nullable(),
  nationalities: z.array(z.string()),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  languages: z.array(z.string()),
})

export const ReceivedReferral = z
  .object({
    id: Id,
    state: ReferralState,
    sentOn: PlainDate,
    stateOn: PlainDate,
    endedOn: PlainDate.nullable(),
    /** Null: closed. The partner's own file keeps what the partner needs; Lotse shows the fact alone. */
    content: z
      .object({
        until: PlainDate.nullable(),
        identity: Identity.nullable(),
        purpose: z.string(),
        lifeDomains: z.array(Labelled),
        service: z.string().nullable(),
        summary: z.string().nullable(),
        concern: z.string().nullable(),
        desiredResult: z.string().nullable(),
        goals: z.array(z.string()),
        documents: z.array(SharedDocument),
        senderName: z.string().nullable(),
        senderContact: z.string().nullable(),
        steps: z.array(
          z.object({
            id: Id,
            to: ReferralState,
            onDate: PlainDate,
            byUs: z.boolean(),
            reason: z.string().nullable(),
            note: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    version: z.int(),
    can: ReceivedRow.shape.can,
  })
  .meta({ id: 'ReceivedReferral' })
export type ReceivedReferral = z.infer<typeof ReceivedReferral>

/** What the partner sends back, with the basis it confirms having. */
export const PartnerAnswer = z
  .strictObject({
    answer: ReferralMove,
    basis: PartnerBasis,
    basisConfirmed: z.literal(true, {
      error: 'Bitte bestätigen Sie, dass Ihre Stelle diese Auskunft geben darf.',
    }),
  })
  .meta({ id: 'PartnerAnswer' })
export type PartnerAnswer = z.infer<typeof PartnerAnswer>
