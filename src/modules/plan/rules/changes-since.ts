import type { AgreementSnapshot, PlanChange, SnapshotGoal, SnapshotStep } from '../contract/agreement.ts'
import type { Plan } from '../contract/plan.ts'
import { snapshotOf, type Agreeable } from './snapshot-of.ts'

/**
 * What differs between the plan and what was signed. Reaching a goal and doing a step is no change of the plan: that
 * is what was agreed. Order does not count either.
 */
export function changesSince(signed: AgreementSnapshot, plan: Agreeable): PlanChange[] {
  const before = new Map(signed.goals.map((goal) => [goal.id, goal]))
  const after = new Map(plan.goals.map((goal) => [goal.id, goal]))
  const present = snapshotOf(plan).goals
  const added = present.filter((goal) => !before.has(goal.id)).map((goal) => ofGoal('goalAdded', goal))
  const dropped = signed.goals
    .filter((goal) => !after.has(goal.id) || after.get(goal.id)!.state === 'dropped')
    .map((goal) => ofGoal('goalDropped', goal))
  const kept = present.flatMap((goal) => {
    const old = before.get(goal.id)
    return old ? changesOfGoal(old, goal, after.get(goal.id)!.steps) : []
  })
  return [...added, ...kept, ...dropped]
}

function changesOfGoal(
  old: SnapshotGoal,
  goal: SnapshotGoal,
  steps: Plan['goals'][number]['steps'],
): PlanChange[] {
  const before = new Map(old.steps.map((step) => [step.id, step]))
  const stateNow = new Map(steps.map((step) => [step.id, step.state]))
  const own = sameGoal(old, goal) ? [] : [ofGoal('goalChanged', goal)]
  const present = goal.steps.flatMap((step) => {
    const known = before.get(step.id)
    if (!known) return [ofStep('stepAdded', goal, step)]
    return sameStep(known, step) ? [] : [ofStep('stepChanged', goal, step)]
  })
  const dropped = old.steps
    .filter((step) => (stateNow.get(step.id) ?? 'dropped') === 'dropped')
    .map((step) => ofStep('stepDropped', goal, step))
  return [...own, ...present, ...dropped]
}

const ofGoal = (kind: PlanChange['kind'], goal: SnapshotGoal): PlanChange => ({
  kind,
  goalId: goal.id,
  stepId: null,
  wording: goal.wording,
})

const ofStep = (kind: PlanChange['kind'], goal: SnapshotGoal, step: SnapshotStep): PlanChange => ({
  kind,
  goalId: goal.id,
  stepId: step.id,
  wording: step.wording,
})

/** Labels of life domains are not compared: renaming a catalogue entry changes no agreement. */
function sameGoal(a: SnapshotGoal, b: SnapshotGoal): boolean {
  const keys = (goal: SnapshotGoal) => goal.lifeDomains.map((domain) => domain.key).toSorted()
  return (
    a.wording === b.wording &&
    a.clientWording === b.clientWording &&
    a.indicator === b.indicator &&
    a.personId === b.personId &&
    a.targetOn === b.targetOn &&
    keys(a).join() === keys(b).join()
  )
}

function sameStep(a: SnapshotStep, b: SnapshotStep): boolean {
  return (
    a.wording === b.wording &&
    a.clientWording === b.clientWording &&
    a.responsible === b.responsible &&
    a.who === b.who &&
    a.dueOn === b.dueOn
  )
}
