import { call } from '../../../platform/web/api.ts'
import type { SearchHit } from '../../../platform/web/module.ts'
import { searchEndpoints } from '../contract/search.ts'
import { rememberSearch } from './remembered-search.ts'
import { caseTitle, personName } from './words.ts'

const MOST = 8

/** What the command palette shows: cases, then persons who are not the main person of one of these, then the page. */
export async function searchForPalette(text: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  if (text.trim().length < 2) return []
  const { persons, cases } = await call(searchEndpoints.find, { body: { text, limit: MOST }, signal })
  rememberSearch(text)
  const shown = new Set(cases.map(({ id }) => id))
  const others = persons.filter(({ isMain, caseId }) => !isMain || !shown.has(caseId))
  return [
    ...cases.map((file) => ({
      label: caseTitle(file),
      hint: file.closedOn === null ? file.fileNumber : `${file.fileNumber}, abgeschlossen`,
      to: `/faelle/${file.id}`,
    })),
    ...others.map((person) => ({
      label: personName(person.name),
      hint: `Person in ${person.fileNumber}`,
      to: `/faelle/${person.caseId}/personen/${person.casePersonId}`,
    })),
    { label: `Alle Treffer und Kontakte zu „${text.trim()}“`, hint: 'Suche', to: '/suche' },
  ]
}
