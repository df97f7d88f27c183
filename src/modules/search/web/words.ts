import type { CaseHit, PersonHit } from '../contract/search.ts'

/** Persons of clients in lists: family name, given name, birth year. */
export const personName = ({ familyName, givenName, birthYear }: PersonHit['name']): string =>
  `${familyName}, ${givenName}${birthYear === null ? '' : ` (${birthYear})`}`

/** Without a visible name the file number alone. */
export function caseTitle(file: CaseHit): string {
  if (file.name === null) return file.fileNumber
  return file.persons > 1 ? `${personName(file.name)} +${file.persons - 1}` : personName(file.name)
}
