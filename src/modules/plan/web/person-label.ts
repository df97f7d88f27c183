import type { PlanPerson } from '../contract/plan.ts'

/** Name where it may be seen, else the place in the case: oversight knows that there is a person, not who. */
export const personLabel = (person: PlanPerson | undefined): string =>
  person?.name ?? (person?.isMain ? 'Hauptperson' : 'Person des Falls')
