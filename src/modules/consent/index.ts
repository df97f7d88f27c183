export * from './contract/codes.ts'
export {
  ConsentConfirmation,
  ConsentView,
  type ConsentList,
  type ConsentOptions,
  type ConsentSummary,
} from './contract/consents.ts'
export { consentEndpoints, secrecyReleaseEndpoints } from './contract/endpoints.ts'
export { wordingEndpoints, WordingSection } from './contract/wording.ts'
export { stateOf, type StateFacts } from './rules/state.ts'
