import { germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import {
  droppedReasonLabels,
  goalStateLabels,
  responsibleLabels,
  stepStateLabels,
  type Plan,
  type PlanGoal,
} from '../../../plan/index.ts'
import { planScreen } from '../../../plan/server/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { dateOr, facts, heading, note, nothing } from './words.ts'

const hidden = 'Der Wortlaut ist für Sie nicht einsehbar.'

export const planSection: CaseFileSection = async (tx, context) => {
  const plan = await planScreen(tx, context.file.id)
  if (plan.goals.length === 0) return [note('Es ist noch kein Ziel vereinbart.')]
  return plan.goals.flatMap((goal, place) => goalBlocks(goal, place + 1, plan, context))
}

function goalBlocks(
  goal: PlanGoal,
  place: number,
  { lifeDomains }: Plan,
  { nameOf }: CaseFileContext,
): SheetBlock[] {
  const domain = (key: string) => lifeDomains.find((one) => one.key === key)?.label ?? key
  const { text: words } = goal
  return [
    heading(`Ziel ${place}`, 2),
    words === null ? note(hidden) : { kind: 'text', text: words.wording },
    ...(words?.clientWording
      ? [{ kind: 'quote' as const, text: words.clientWording, lang: words.clientLanguage ?? 'de' }]
      : []),
    ...facts([
      ['Für wen', nameOf(goal.personId)],
      ['Lebensbereiche', goal.lifeDomains.map(domain).join(', ')],
      ['Woran erkennbar', words?.indicator],
      ['Bis', goal.targetOn === null ? null : germanDate(goal.targetOn)],
      ['Stand', `${goalStateLabels[goal.state]} (seit ${germanDate(goal.stateOn)})`],
      ['Grund', goal.droppedReason === null ? null : droppedReasonLabels[goal.droppedReason]],
      ['Ergebnis', words?.outcomeNote],
    ]),
    ...steps(goal),
  ]
}

function steps({ steps: all }: PlanGoal): SheetBlock[] {
  if (all.length === 0) return []
  return [
    {
      kind: 'table',
      widths: [6, 4, 2, 3],
      header: ['Schritt', 'Wer', 'Bis', 'Stand'],
      rows: all.map((step) => [
        step.text?.wording ?? nothing,
        [responsibleLabels[step.responsible], step.organisation?.name, step.text?.who]
          .filter(Boolean)
          .join(', '),
        dateOr(step.dueOn),
        stepStateLabels[step.state],
      ]),
    },
  ]
}
