import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

/** `none` says that there was no mediator; not recorded is null. */
const mediator = closedList('LanguageMediator', {
  none: 'ohne Sprachmittlung',
  volunteer: 'Sprachmittlungspool',
  professional: 'professionell gedolmetscht',
  family: 'Familie oder andere',
})
export const LanguageMediator = mediator.schema
export type LanguageMediator = z.infer<typeof LanguageMediator>
export const mediatorLabels = mediator.labels

/** Single case or structure (60/40, R027). */
const share = closedList('EffortShare', { individual: 'Einzelfall', systemic: 'Systemebene' })
export const EffortShare = share.schema
export type EffortShare = z.infer<typeof EffortShare>
export const shareLabels = share.labels

const withdrawal = closedList('WithdrawalReason', {
  wrongCase: 'falscher Fall',
  duplicate: 'doppelt erfasst',
  didNotHappen: 'hat nicht stattgefunden',
  wrongEntry: 'sonst falsch erfasst',
})
export const WithdrawalReason = withdrawal.schema
export type WithdrawalReason = z.infer<typeof WithdrawalReason>
export const withdrawalLabels = withdrawal.labels
