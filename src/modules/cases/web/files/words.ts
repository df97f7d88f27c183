import { formatDate } from '../../../../platform/web/dates.ts'
import type { CaseRow, CaseView, ClientName } from '../../contract/case-view.ts'
import type { PhaseFacts } from '../../rules/phases.ts'

/** Persons of clients in lists: family name, given name, birth year. */
export const nameInList = (name: ClientName): string =>
  `${name.familyName}, ${name.givenName}${name.birthYear === null ? '' : ` (${name.birthYear})`}`

/** What a row of the list is called; without a visible name the file number alone. */
export function rowTitle(row: CaseRow): string {
  if (row.name === null) return row.fileNumber
  return row.persons > 1 ? `${nameInList(row.name)} +${row.persons - 1}` : nameInList(row.name)
}

/** What the stepper says is missing, in words. */
export const missingWords: Readonly<Record<keyof PhaseFacts, string>> = {
  hasMainPerson: 'eine Hauptperson',
  counsellingBasis: 'Rechtsgrundlage und Information der Person',
  servedElsewhereAsked: 'die Frage „Schon anderswo begleitet?“',
  criteriaAnswered: 'die fünf Kriterien',
  firstTalk: 'das Erstgespräch',
  assessmentCompleted: 'ein abgeschlossenes Assessment',
  goalSet: 'ein Ziel',
  agreementSigned: 'eine unterschriebene Vereinbarung',
}

/** One line of facts under the stepper. */
export function factsLine(file: CaseView, intensity: string): string {
  const present = file.persons.filter((person) => person.validTo === null).length
  const persons = present === 0 ? 'ohne Namen' : present === 1 ? '1 Person' : `${present} Personen`
  return [
    intensity,
    persons,
    ...(file.secrecy203 ? ['§ 203 StGB'] : []),
    ...(file.episode > 1 ? [`${file.episode}. Begleitung`] : []),
    ...(file.hardshipUntil ? [`Härtefall bis ${formatDate(file.hardshipUntil)}`] : []),
    ...(file.reassessmentDueOn ? [`nächstes Re-Assessment ${formatDate(file.reassessmentDueOn)}`] : []),
    ...(file.aftercareOn ? [`Nachsorge ${formatDate(file.aftercareOn)}`] : []),
  ].join(' · ')
}
