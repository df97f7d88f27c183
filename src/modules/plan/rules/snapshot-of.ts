import type { AgreementSnapshot, SnapshotGoal, SnapshotStep } from '../contract/agreement.ts'
import type { Plan, PlanGoal, PlanStep } from '../contract/plan.ts'

/** What of a plan an agreement is made from. */
export type Agreeable = Pick<Plan, 'goals' | 'fileNumber' | 'lifeDomains' | 'printed'> & {
  readonly caseManager: Pick<Plan['caseManager'], 'organisation'>
}

/**
 * The plan as an agreement keeps it: open goals in their order, steps that are still to be done. Labels are copied,
 * because catalogues change and an agreement does not. Goals whose wording is hidden are left out.
 */
export function snapshotOf(plan: Agreeable): AgreementSnapshot {
  const labels = new Map(plan.lifeDomains.map((domain) => [domain.key, domain.label]))
  return {
    format: 1,
    district: plan.printed.district,
    kiName: plan.printed.kiName,
    fundersNote: plan.printed.fundersNote,
    fileNumber: plan.fileNumber,
    organisation: plan.caseManager.organisation,
    goals: plan.goals
      .filter((goal) => goal.state === 'open')
      .flatMap((goal) => snapshotGoal(goal, labels) ?? []),
  }
}

function snapshotGoal(goal: PlanGoal, labels: ReadonlyMap<string, string>): SnapshotGoal | undefined {
  if (goal.text === null) return undefined
  const { wording, clientWording, clientLanguage, indicator } = goal.text
  return {
    id: goal.id,
    wording,
    clientWording,
    clientLanguage,
    indicator,
    lifeDomains: goal.lifeDomains.map((key) => ({ key, label: labels.get(key) ?? key })),
    personId: goal.personId,
    targetOn: goal.targetOn,
    steps: goal.steps
      .filter((step) => step.state === 'open' || step.state === 'waiting')
      .flatMap((step) => snapshotStep(step) ?? []),
  }
}

function snapshotStep(step: PlanStep): SnapshotStep | undefined {
  if (step.text === null) return undefined
  const { wording, clientWording, who } = step.text
  return {
    id: step.id,
    wording,
    clientWording,
    responsible: step.responsible,
    who: whoOf(who, step.organisation?.name ?? null),
    dueOn: step.dueOn,
  }
}

/** „Frau Beispiel, Jobcenter Musterstadt“: the person where one is named, then the organisation. */
function whoOf(who: string | null, organisation: string | null): string | null {
  return [who, organisation].filter((part) => part !== null && part !== '').join(', ') || null
}
