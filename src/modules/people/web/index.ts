export { BirthFields } from './birth-fields.tsx'
export { DuplicateHints } from './duplicate-hints.tsx'
export { PersonEditor } from './person-editor.tsx'
export { PersonFields } from './person-fields.tsx'
export {
  BirthForm,
  emptyPerson,
  emptyShortPerson,
  inputOfPerson,
  PersonForm,
  personLabels,
  shortPersonOf,
  ShortPersonForm,
  type PersonFormValues,
  type ShortPersonFormValues,
} from './person-form-values.ts'
export { Section87Notice } from './section-87-notice.tsx'
