import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { DisclosureGround, DisclosureRecipient, DisclosureState } from '../contract/disclosure-codes.ts'
import type { DisclosureExecution, NewDisclosure } from '../contract/disclosures.ts'
import { whyNotRecipient } from './states.ts'

type Field = readonly [path: string, code: string]

/** To whom each ground lets one tell: § 4 KKG and § 8a SGB VIII know the youth office (and the family court) alone. */
const recipients: Readonly<Record<DisclosureGround, readonly DisclosureRecipient[]>> = {
  childProtectionKkg: ['organisation', 'youthOffice'],
  childProtectionSgb8: ['organisation', 'youthOffice', 'familyCourt'],
  necessity: ['organisation', 'youthOffice', 'familyCourt', 'police', 'rescue', 'health'],
}

const immigration = /ausl(ä|ae)nder(be|am)|zuwanderungsbeh|einb(ü|ue)rgerungsbeh|\babh\b|\bebh\b|\bbamf\b/i

/** Whether free text names the immigration authority (or the federal office). */
export const namesImmigration = (words: string | null | undefined): boolean => immigration.test(words ?? '')

export interface RecipientFacts {
  /** Kinds of the named unit, or of all units where none is named. */
  readonly unitKinds: readonly string[]
  /** The organisation has units, so one has to be named. */
  readonly hasUnits: boolean
}

/** What is wrong with a wish to disclose without consent; empty: the second person may be asked. */
export function wrongFields(
  wish: Pick<NewDisclosure, 'ground' | 'recipientKind' | 'organisationId' | 'unitId' | 'recipientName'>,
  { unitKinds, hasUnits }: RecipientFacts,
): Field[] {
  const listed = wish.recipientKind === 'organisation'
  const never = (listed && whyNotRecipient(unitKinds) !== null) || namesImmigration(wish.recipientName)
  const wrong: (readonly [string, string, boolean])[] = [
    ['organisationId', 'disclosureOrganisationMissing', listed && wish.organisationId === null],
    ['organisationId', 'disclosureOrganisationUnexpected', !listed && wish.organisationId !== null],
    ['unitId', 'referralUnitMissing', listed && hasUnits && wish.unitId === null && !never],
    [
      'recipientKind',
      'disclosureRecipientNotOfGround',
      !recipients[wish.ground].includes(wish.recipientKind),
    ],
    [listed ? 'organisationId' : 'recipientName', 'disclosureNeverToImmigration', never],
  ]
  return wrong.filter(([, , isWrong]) => isWrong).map(([path, code]) => [path, code])
}

/** Nothing is asked in a closed case, and never without somebody to ask. */
export const whyNotAskable = (facts: {
  closed: boolean
  seconds: number
}): 'caseClosed' | 'noSecondPerson' | null => {
  if (facts.closed) return 'caseClosed'
  return facts.seconds === 0 ? 'noSecondPerson' : null
}

/** Only the second person answers, once. */
export const whyNotAnswerable = (state: DisclosureState): 'disclosureAlreadyAnswered' | null =>
  state === 'asked' ? null : 'disclosureAlreadyAnswered'

/** Never before the second person has agreed; the person is informed with a day, or there is a reason why not. */
export function whyNotCarriedOut(
  state: DisclosureState,
  wish: DisclosureExecution & { readonly carriedOutOn: PlainDate },
  days: { readonly answeredOn: PlainDate | null; readonly today: PlainDate },
): string | null {
  if (state === 'asked') return 'disclosureNotAnswered'
  if (state !== 'agreed' || days.answeredOn === null) return 'disclosureNotAgreed'
  if (wish.carriedOutOn > days.today) return 'answerInFuture'
  if (wish.carriedOutOn < days.answeredOn) return 'disclosureBeforeAnswer'
  if (wish.clientInformed === 'not')
    return wish.notInformedReason === null ? 'notInformedReasonMissing' : null
  if (wish.notInformedReason !== null) return 'notInformedReasonUnexpected'
  return wish.clientInformedOn === null ? 'clientInformedOnMissing' : null
}

/** What was told cannot be dropped. */
export const whyNotDroppable = (state: DisclosureState): 'disclosureSettled' | null =>
  state === 'asked' || state === 'agreed' ? null : 'disclosureSettled'
