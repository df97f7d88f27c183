import { germanDate } from '../../../../platform/contract/dates.ts'
import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import { phaseLabels } from '../../../cases/index.ts'
import type { ListChoice } from '../../contract/exports.ts'
import type { CatalogueLabel } from './list-source.ts'

interface Names {
  readonly label: CatalogueLabel
  readonly fileNumber: string | null
  readonly site: string | null
}
type Pairs = (readonly [string, Cell])[]

const scopes = {
  mine: 'eigene und vertretene',
  own: 'eigene',
  deputy: 'in Vertretung',
  oversight: 'unter Fachaufsicht',
  opened: 'freigegebene',
} as const
const caseStates = { open: 'offene', closed: 'abgeschlossene', all: 'alle' } as const
const sorts = { phaseSince: 'Phase seit', name: 'Name', lastContact: 'Letzter Kontakt' } as const

/** The filter in words, only what narrows the list down and what it is made of. */
export function aboutList(choice: ListChoice, names: Names): Pairs {
  switch (choice.kind) {
    case 'cases':
      return ofCases(choice.filter, names)
    case 'contacts':
      return [
        ['Kontakte', choice.caseId === null ? 'aller eigenen Fälle' : `des Falls ${names.fileNumber ?? ''}`],
        ...known('Von', choice.from && germanDate(choice.from)),
        ...known('Bis', choice.to && germanDate(choice.to)),
      ]
    case 'tasks':
      return [
        ['Aufgaben', choice.view === 'mine' ? 'für mich' : 'von mir vergeben'],
        ['Auswahl', choice.state === 'open' ? 'offene' : 'erledigte und verworfene'],
        ...known('Fall', choice.caseId && names.fileNumber),
      ]
  }
}

const known = (name: string, value: string | null | undefined): Pairs => (value ? [[name, value]] : [])

function ofCases(filter: Extract<ListChoice, { kind: 'cases' }>['filter'], { label, site }: Names): Pairs {
  return [
    ['Fälle', scopes[filter.scope]],
    ['Auswahl', caseStates[filter.state]],
    ...known('Phase', filter.phase && phaseLabels[filter.phase]),
    ...known('Intensität', filter.intensity && label('intensity', filter.intensity)),
    ...known('Standort', site),
    ...known(
      'Nur',
      filter.overdue === true ? 'mit überschrittenem Termin (Re-Assessment, Nachsorge, Härtefall)' : null,
    ),
    ...known('Suche', filter.text),
    ['Sortiert nach', sorts[filter.sort]],
  ]
}
