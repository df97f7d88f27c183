import type { ReferralView } from '../contract/referrals.ts'

type Facts = Pick<
  ReferralView,
  'purpose' | 'dataCategories' | 'lifeDomains' | 'recipient' | 'text' | 'goals' | 'documents'
>

/** Fields without which sending makes no sense, with the code of what to say about each. Empty: it is complete. */
export function missingFields({
  purpose,
  dataCategories,
  lifeDomains,
  recipient,
  text,
  goals,
  documents,
}: Facts): (readonly [path: string, code: string])[] {
  const missing: (readonly [string, string, boolean])[] = [
    ['unitId', 'referralUnitMissing', recipient.hasUnits && recipient.unitId === null],
    ['purpose', 'referralPurposeMissing', purpose === null],
    ['lifeDomains', 'referralLifeDomainsMissing', lifeDomains.length === 0],
    ['dataCategories', 'referralDataMissing', dataCategories.length === 0],
    ['dataCategories', 'referralGoalsNeedPlan', (goals?.length ?? 0) > 0 && !dataCategories.includes('plan')],
    [
      'dataCategories',
      'referralDocumentsNeedCategory',
      (documents?.length ?? 0) > 0 && !dataCategories.includes('documents'),
    ],
    ['concern', 'referralConcernMissing', !text?.concern],
  ]
  return missing.filter(([, , isMissing]) => isMissing).map(([path, code]) => [path, code])
}

/** Why it may not go out: what it rests on does not hold today. */
export const whyNotCovered = (coverage: ReferralView['coverage']): 'referralNotCovered' | null =>
  coverage.length > 0 && coverage.every((one) => one.missing.length === 0) ? null : 'referralNotCovered'
