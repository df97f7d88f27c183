import type { AgreementParty } from '../contract/agreement.ts'
import type { Plan } from '../contract/plan.ts'

/** Who an agreement is between: the main person, everyone else with an open goal of their own, the case manager. */
export function partiesOf(plan: Pick<Plan, 'goals' | 'persons' | 'caseManager'>): AgreementParty[] {
  const withGoal = new Set(plan.goals.filter((goal) => goal.state === 'open').map((goal) => goal.personId))
  const clients = plan.persons.filter((person) => person.isMain || withGoal.has(person.id))
  return [
    ...clients.map((person): AgreementParty => ({
      stage: 'named',
      role: 'client',
      personId: person.id,
      name: person.name,
    })),
    { stage: 'named', role: 'caseManager', personId: null, name: plan.caseManager.name || null },
  ]
}
