import { z } from 'zod'

/** A closed list of the program: codes with the German words people read. */
const list = <const L extends Record<string, string>>(id: string, labels: L) => ({
  schema: z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ id }),
  labels: labels as Readonly<Record<keyof L & string, string>>,
})

/** `none` says that there was no mediator; not recorded is null. */
const mediator = list('LanguageMediator', {
  none: 'ohne Sprachmittlung',
  volunteer: 'Sprachmittlungspool',
  professional: 'professionell gedolmetscht',
  family: 'Familie oder andere',
})
export const LanguageMediator = mediator.schema
export type LanguageMediator = z.infer<typeof LanguageMediator>
export const mediatorLabels = mediator.labels

/** Single case or structure (60/40, R027). */
const share = list('EffortShare', { individual: 'Einzelfall', systemic: 'Systemebene' })
export const EffortShare = share.schema
export type EffortShare = z.infer<typeof EffortShare>
export const shareLabels = share.labels

const withdrawal = list('WithdrawalReason', {
  wrongCase: 'falscher Fall',
  duplicate: 'doppelt erfasst',
  didNotHappen: 'hat nicht stattgefunden',
  wrongEntry: 'sonst falsch erfasst',
})
export const WithdrawalReason = withdrawal.schema
export type WithdrawalReason = z.infer<typeof WithdrawalReason>
export const withdrawalLabels = withdrawal.labels
