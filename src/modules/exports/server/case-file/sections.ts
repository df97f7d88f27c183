import type { CaseFilePart } from '../../contract/case-file-parts.ts'
import { accessesSection } from './accesses-section.ts'
import { agreementsSection } from './agreements-section.ts'
import { assessmentsSection } from './assessments-section.ts'
import { basesSection } from './bases-section.ts'
import type { CaseFileSection } from './case-file-context.ts'
import { consentsSection } from './consents-section.ts'
import { contactsSection } from './contacts-section.ts'
import { documentsSection } from './documents-section.ts'
import { factsSection } from './facts-section.ts'
import { householdSection } from './household-section.ts'
import { planSection } from './plan-section.ts'
import { referralsSection } from './referrals-section.ts'
import { stepsSection } from './steps-section.ts'
import { tasksSection } from './tasks-section.ts'

export const sections: Readonly<Record<CaseFilePart, CaseFileSection>> = {
  facts: factsSection,
  household: householdSection,
  bases: basesSection,
  consents: consentsSection,
  assessments: assessmentsSection,
  plan: planSection,
  agreements: agreementsSection,
  referrals: referralsSection,
  contacts: contactsSection,
  tasks: tasksSection,
  documents: documentsSection,
  steps: stepsSection,
  accesses: accessesSection,
}
