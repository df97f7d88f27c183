import { LANGUAGES, labelOf } from '../../../../platform/contract/code-lists/index.ts'
import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import { mediatorLabels, type Contact } from '../../../contacts/index.ts'
import { listContactsOfPeriod } from '../../../contacts/server/index.ts'
import { contactColumnLabels, type ContactColumn } from '../../contract/columns.ts'
import type { ListChoice } from '../../contract/exports.ts'
import { day, words } from './cells.ts'
import type { CatalogueLabel, ListTable } from './list-source.ts'

type Choice = Extract<ListChoice, { kind: 'contacts' }>
type CellOf = (row: { view: Contact; fileNumber: string }, label: CatalogueLabel) => Cell

const cells: Readonly<Record<ContactColumn, CellOf>> = {
  fileNumber: ({ fileNumber }) => fileNumber,
  onDate: ({ view }) => day(view.onDate),
  atTime: ({ view }) => words(view.atTime),
  kind: ({ view }, label) => label('contactKind', view.kind),
  persons: ({ view }) => words(view.persons.flatMap(({ name }) => (name === null ? [] : [name])).join('; ')),
  language: ({ view }) => (view.language === null ? null : labelOf(LANGUAGES, view.language)),
  mediator: ({ view }) => (view.mediator === null ? null : mediatorLabels[view.mediator]),
  topics: ({ view }, label) => words(view.topics.map((key) => label('lifeDomain', key)).join('; ')),
  activities: ({ view }, label) => words(view.activities.map((key) => label('activityType', key)).join('; ')),
  site: ({ view }) => words(view.site?.name),
  note: ({ view }) => words(view.note),
  waitsFor: ({ view }) => words(view.wait?.organisation?.name ?? view.wait?.label),
  waitsUntil: ({ view }) => day(view.wait?.until),
  answeredOn: ({ view }) => day(view.wait?.answeredOn),
  createdBy: ({ view }) => words(view.createdBy.name),
}

/** What was taken back is left out: it may be about somebody else. */
export const contactList = ({ columns, caseId, from, to }: Choice, label: CatalogueLabel): ListTable => ({
  header: columns.map((column) => contactColumnLabels[column]),
  page: async (tx, _actor, page) => {
    const { rows, ...more } = await listContactsOfPeriod(tx, { caseId, from, to, ...page })
    const standing = rows.filter(({ view }) => view.withdrawn === null)
    return { ...more, rows: standing.map((row) => columns.map((column) => cells[column](row, label))) }
  },
})
