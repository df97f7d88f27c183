import type { PlainDate } from '../../../../platform/contract/dates.ts'
import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import { phaseLabels, urgencyLabels, type CaseRow } from '../../../cases/index.ts'
import { listCases } from '../../../cases/server/index.ts'
import { caseColumnLabels, type CaseColumn } from '../../contract/columns.ts'
import type { ListChoice } from '../../contract/exports.ts'
import { day, words } from './cells.ts'
import type { CatalogueLabel, ListTable } from './list-source.ts'

type Choice = Extract<ListChoice, { kind: 'cases' }>
type CellOf = (row: CaseRow, label: CatalogueLabel) => Cell

/** Names are empty where the access does not reach to them (oversight). */
const cells: Readonly<Record<CaseColumn, CellOf>> = {
  fileNumber: (row) => row.fileNumber,
  familyName: (row) => words(row.name?.familyName),
  givenName: (row) => words(row.name?.givenName),
  birthYear: (row) => row.name?.birthYear ?? null,
  persons: (row) => row.persons,
  intensity: (row, label) => label('intensity', row.intensity),
  phase: (row) => phaseLabels[row.phase],
  phaseSince: (row) => day(row.phaseSince),
  urgency: (row) => urgencyLabels[row.urgency],
  lastContactOn: (row) => day(row.lastContactOn),
  reassessmentDueOn: (row) => day(row.reassessmentDueOn),
  closedOn: (row) => day(row.closedOn),
  site: (row) => words(row.site),
  responsible: (row) => row.responsible.name,
}

export function caseList({ columns, filter }: Choice, label: CatalogueLabel, today: PlainDate): ListTable {
  const { phase, intensity, siteId, overdue, text, ...rest } = filter
  const given = Object.fromEntries(
    Object.entries({ phase, intensity, siteId, overdue, text }).filter(([, value]) => value !== undefined),
  )
  return {
    header: columns.map((column) => caseColumnLabels[column]),
    page: async (tx, actor, { after, limit }) => {
      const asked = { ...rest, ...given, limit, ...(after === undefined ? {} : { after }) }
      const { rows, ...more } = await listCases(tx, actor, asked, today)
      return { ...more, rows: rows.map((row) => columns.map((column) => cells[column](row, label))) }
    },
  }
}
