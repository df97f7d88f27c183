export * from './contract/codes.ts'
export * from './contract/assessment.ts'
export { assessmentEndpoints, RatingInput } from './contract/endpoints.ts'
export { summarise, type SummaryFacts } from './rules/summarise.ts'
