import { germanDate } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { documentKindLabels, documentStateLabels, ratingLabels, settledLabels } from '../contract/codes.ts'
import type { DocumentRow } from '../contract/documents.ts'
import type { GoalView } from '../contract/goals.ts'
import type { MilestoneView } from '../contract/milestones.ts'
import { listDocuments } from './document-screens.ts'
import { listGoals } from './goals.ts'
import { listMilestones } from './milestones.ts'

const day = (value: string | null) => (value === null ? '' : germanDate(value))
/** As many as a register has; a longer one is told, never cut silently. */
const asked = { limit: 200, direction: 'asc' } as const

/** Register of documents, goals and milestones as PDF/UA, with the funder's note (R170). */
export async function printRegister(tx: Tx, now: Temporal.Instant): Promise<Download> {
  const today = dayOf(now)
  const documents = await listDocuments(tx, { ...asked, state: 'current', sort: 'title' })
  const goals = await listGoals(tx, { ...asked, state: 'all', sort: 'title' })
  const milestones = await listMilestones(tx, { ...asked, state: 'all', sort: 'dueOn' })
  const head = await letterhead(tx)
  await audit(tx, { action: 'programme.registerPrinted', objectKind: 'tenant' })
  const title = 'Konzepte und Ziele'
  const blocks: SheetBlock[] = [
    { kind: 'text', text: `Stand ${germanDate(today)}` },
    ...documentBlocks(documents),
    ...goalBlocks(goals),
    ...milestoneBlocks(milestones),
  ]
  const bytes = await renderSheet({ title, ...head, blocks }, now)
  return { name: `Konzepte-und-Ziele-${today}.pdf`, bytes }
}

const heading = (text: string): SheetBlock => ({ kind: 'heading', level: 1, text })
const rest = (next: string | undefined): SheetBlock[] =>
  next === undefined ? [] : [{ kind: 'note', text: 'Weitere Einträge stehen in der CSV-Datei der Liste.' }]
const nothing = (text: string): SheetBlock => ({ kind: 'text', text })

function documentBlocks({ rows, next }: { rows: DocumentRow[]; next?: string }): SheetBlock[] {
  if (rows.length === 0) return [heading('Dokumente'), nothing('Es ist kein Dokument eingetragen.')]
  return [
    heading('Dokumente'),
    {
      kind: 'table',
      widths: [4, 1.6, 2.2, 1.6, 2.2],
      header: ['Titel', 'Art', 'Gültig', 'Nächste Prüfung', 'In Arbeit'],
      rows: rows.map((row) => [
        row.title,
        documentKindLabels[row.kind],
        row.valid === null
          ? 'noch keine Fassung'
          : `Fassung ${row.valid.number}${row.valid.validFrom === null ? '' : ` seit ${day(row.valid.validFrom)}`}`,
        day(row.reviewOn),
        row.open === null
          ? ''
          : `Fassung ${row.open.number}: ${documentStateLabels[row.open.state]}${row.open.waitsFor === null ? '' : ` (${row.open.waitsFor})`}`,
      ]),
    },
    ...rest(next),
  ]
}

function goalBlocks({ rows, next }: { rows: GoalView[]; next?: string }): SheetBlock[] {
  if (rows.length === 0) return [heading('Ziele'), nothing('Es ist kein Ziel eingetragen.')]
  return [
    heading('Ziele'),
    {
      kind: 'table',
      widths: [4, 2.4, 1.6, 2.4, 3],
      header: ['Ziel', 'Messgröße', 'Bis', 'Stand', 'Gegensteuerung'],
      rows: rows.map((row) => {
        const last = row.statuses[0]
        const value = last?.value == null ? '' : ` ${last.value.toLocaleString('de-DE')} ${row.unit ?? ''}`
        return [
          row.title,
          [
            row.indicator,
            row.target === null ? null : `Ziel ${row.target.toLocaleString('de-DE')} ${row.unit ?? ''}`,
          ]
            .filter((part) => part !== null)
            .join(': '),
          day(row.targetOn),
          row.state !== 'open'
            ? `${settledLabels[row.state]} am ${day(row.stateOn)}`
            : last
              ? `${ratingLabels[last.rating]}${value.trimEnd()} (${day(last.onDate)})`
              : 'noch kein Stand',
          last?.countermeasure ?? '',
        ]
      }),
    },
    ...rest(next),
  ]
}

function milestoneBlocks({ rows, next }: { rows: MilestoneView[]; next?: string }): SheetBlock[] {
  if (rows.length === 0) return [heading('Meilensteine'), nothing('Es ist kein Meilenstein eingetragen.')]
  return [
    heading('Meilensteine'),
    {
      kind: 'table',
      widths: [4, 1.6, 2.2, 4],
      header: ['Meilenstein', 'Bis', 'Stand', 'Nachweis oder Grund'],
      rows: rows.map((row) => [
        row.title,
        row.duePrecision === 'year' ? row.dueOn.slice(0, 4) : day(row.dueOn),
        row.stateOn === null
          ? settledLabels[row.state]
          : `${settledLabels[row.state]} am ${day(row.stateOn)}`,
        row.evidence ?? '',
      ]),
    },
    ...rest(next),
  ]
}
