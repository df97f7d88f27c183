/** Names of natural persons: what may be entered (DIN 91379) and the keys they are found by. */
export { koelnerPhonetik } from './names/koelner-phonetik.ts'
export { OriginalScriptName } from './names/original-script-name.ts'
export { normalizeName, PersonName, PERSON_NAME_MAX } from './names/person-name.ts'
export { searchForm } from './names/search-form.ts'
export { searchKey, type SearchKey } from './names/search-key.ts'
