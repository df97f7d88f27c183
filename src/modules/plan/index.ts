export * from './contract/codes.ts'
export { agreementEndpoints, type AgreementSummary, type AgreementView } from './contract/agreement.ts'
export { planEndpoints, type Plan, type PlanGoal, type PlanStep } from './contract/plan.ts'
