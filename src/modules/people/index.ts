export { duplicateEndpoints, type DuplicateCandidate } from './contract/duplicates.ts'
export { personEndpoints } from './contract/endpoints.ts'
export {
  LanguageInput,
  NationalityInput,
  PersonChange,
  PersonGender,
  PersonInput,
  PersonView,
  ResidenceView,
  Section87,
} from './contract/person.ts'
export { coarsePicture } from './rules.ts'
