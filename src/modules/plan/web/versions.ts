import { formatDate } from '../../../platform/web/dates.ts'
import type { Option } from '../../../platform/web/ui/option.ts'
import { agreementStateLabels } from '../contract/codes.ts'
import type { Plan } from '../contract/plan.ts'

/** The plan as it would be agreed on now: no version yet. */
export const PREVIEW = 'plan'

/** What can be looked at: the plan as it is, then the versions, newest first. */
export const versionOptions = (plan: Pick<Plan, 'agreements'>): Option[] => [
  { value: PREVIEW, label: 'Vorschau: Plan von heute' },
  ...plan.agreements.map(({ id, number, madeOn, state }) => ({
    value: id,
    label: `Fassung ${number} vom ${formatDate(madeOn)}, ${agreementStateLabels[state]}`,
  })),
]

/** What needs attention first: a draft to sign, the valid version while the plan is unchanged, else a new version. */
export function firstShown(plan: Pick<Plan, 'agreements' | 'changes'>): string {
  const draft = plan.agreements.find((agreement) => agreement.state === 'draft')
  const signed = plan.agreements.find((agreement) => agreement.state === 'signed')
  const unchanged = plan.changes === null || plan.changes.changes.length === 0
  return draft?.id ?? (signed && unchanged ? signed.id : PREVIEW)
}
