import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { DataCategory, RecipientKind, SharingKind, SpecialCategory } from '../../consent/index.ts'
import { handoutKindLabels } from './handouts.ts'

export const WithdrawalState = z.enum(['drafted', 'sent', 'needless']).meta({ id: 'WithdrawalLetterState' })

const receivedKinds = {
  referral: 'Verweis',
  ...handoutKindLabels,
  disclosure: 'Übermittlung ohne Einwilligung auf gesetzlicher Grundlage',
} as const
/** How it came to the recipient, in the words of the list and of the letter. */
export const receivedKindLabels: Readonly<Record<string, string>> = receivedKinds

/** What one recipient got of us about the person: by referral, otherwise while the text held, and without consent. */
export const Received = z.object({
  kind: z.enum(Object.keys(receivedKinds) as [keyof typeof receivedKinds]),
  id: Id,
  onDate: PlainDate,
  /** Of a handout; null where the reader may not read words. */
  title: z.string().nullable(),
  dataCategories: z.array(DataCategory),
  specialCategories: z.array(SpecialCategory),
  /** Goals of the plan that went with it. */
  goals: z.int(),
  /** Documents that went with it, by name; null where the reader may not read documents. */
  documents: z.array(z.string()).nullable(),
})

export const WithdrawalView = z
  .object({
    id: Id,
    kind: SharingKind,
    person: z.string().nullable(),
    recipientKind: RecipientKind,
    /** Null where it is free text the reader may not see. */
    recipient: z.string().nullable(),
    withdrawnOn: PlainDate,
    received: z.array(Received),
    state: WithdrawalState,
    stateOn: PlainDate.nullable(),
    version: z.int(),
    can: z.array(z.enum(['print', 'settle'])),
  })
  .meta({ id: 'Withdrawal' })
export type WithdrawalView = z.infer<typeof WithdrawalView>

export const withdrawalEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:id/withdrawals',
    right: 'referral.read',
    summary: 'Withdrawn consents of a case: what each recipient got, and the letter to it.',
    params: IdParams,
    response: z.object({ rows: z.array(WithdrawalView) }).meta({ id: 'WithdrawalList' }),
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/withdrawals/:id/letter',
    right: 'referral.write',
    summary: 'The letter that tells a recipient of a withdrawal, as accessible PDF.',
    params: IdParams,
    download: 'application/pdf',
  }),
  settle: endpoint({
    method: 'POST',
    path: '/api/withdrawals/:id/settlement',
    right: 'referral.write',
    summary: 'Marks the letter as sent, or as needless because nothing had been passed on.',
    params: IdParams,
    body: z.strictObject({ state: WithdrawalState.exclude(['drafted']) }),
    response: WithdrawalView,
    ifMatch: true,
  }),
}
