import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import type { Cell } from '../../../platform/server/spreadsheets/index.ts'
import { publishedCsv } from '../../tenancy/server/index.ts'
import * as codes from '../contract/codes.ts'
import type { ProgrammeList } from '../contract/overview.ts'
import { listActivities } from './activities.ts'
import { listDocuments } from './document-screens.ts'
import { listGoals } from './goals.ts'
import { listPartners } from './interfaces.ts'
import { listMilestones } from './milestones.ts'

type Page<Row> = { rows: Row[]; next?: string }
interface Source {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: (tx: Tx, now: Temporal.Instant) => Promise<(readonly Cell[])[]>
}

const pageLength = 200
const mostRows = 10_000
const day = (value: string | null): Cell => (value === null ? null : { date: value })

/** All pages of a list; registers are short, and one that is not says so. */
async function all<Row>(page: (after: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const one = await page(after)
    rows.push(...one.rows)
    after = one.next
    if (rows.length > mostRows) throw new Refusal('unprocessable', 'programmeListTooLong')
  } while (after !== undefined)
  return rows
}
const paged = (after: string | undefined) => ({ after, limit: pageLength, direction: 'asc' as const })

const sources: Readonly<Record<ProgrammeList, Source>> = {
  documents: {
    name: 'Dokumente',
    header: [
      'Titel',
      'Art',
      'Gültige Fassung',
      'Stand',
      'Gültig seit',
      'Nächste Prüfung',
      'In Arbeit',
      'Wartet auf',
    ],
    rows: async (tx) =>
      (await all((after) => listDocuments(tx, { ...paged(after), state: 'current', sort: 'title' }))).map(
        (row) => [
          row.title,
          codes.documentKindLabels[row.kind],
          row.valid?.number ?? null,
          row.valid?.asOf ?? null,
          day(row.valid?.validFrom ?? null),
          day(row.reviewOn),
          row.open ? codes.documentStateLabels[row.open.state] : null,
          row.open?.waitsFor ?? null,
        ],
      ),
  },
  goals: {
    name: 'Ziele',
    header: [
      'Ziel',
      'Messgröße',
      'Zielwert',
      'Einheit',
      'Bis',
      'Stand',
      'Wert',
      'Vom',
      'Gegensteuerung',
      'Abschluss',
    ],
    rows: async (tx) =>
      (await all((after) => listGoals(tx, { ...paged(after), state: 'all', sort: 'title' }))).map((row) => {
        const last = row.statuses[0]
        return [
          row.title,
          row.indicator,
          row.target,
          row.unit,
          day(row.targetOn),
          last ? codes.ratingLabels[last.rating] : null,
          last?.value ?? null,
          day(last?.onDate ?? null),
          last?.countermeasure ?? null,
          codes.settledLabels[row.state],
        ]
      }),
  },
  milestones: {
    name: 'Meilensteine',
    header: ['Meilenstein', 'Bis', 'Stand', 'Am', 'Nachweis oder Grund'],
    rows: async (tx) =>
      (await all((after) => listMilestones(tx, { ...paged(after), state: 'all', sort: 'dueOn' }))).map(
        (row) => [row.title, day(row.dueOn), codes.settledLabels[row.state], day(row.stateOn), row.evidence],
      ),
  },
  activities: {
    name: 'Aktionen',
    header: ['Titel', 'Art', 'Stand', 'Am', 'Bis', 'Für wen', 'Bausteine', 'Mit wem', 'Sprachen', 'Vereinbart am', 'Fundstelle', 'Förderhinweis', 'Ergebnis'], // oxfmt-ignore
    rows: async (tx) =>
      (await all((after) => listActivities(tx, { ...paged(after), state: 'all', sort: 'onDate' }))).map(
        (row) => [
          row.title,
          codes.activityKindLabels[row.kind],
          codes.activityStateLabels[row.state],
          day(row.onDate),
          day(row.untilDate),
          row.audiences.map((audience) => codes.audienceLabels[audience]).join(', '),
          row.buildingBlocks.join(', '),
          row.partners,
          row.languages,
          day(row.agreedOn),
          row.agreedReference,
          row.funderNote === null ? null : row.funderNote ? 'ja' : 'nein',
          row.result,
        ],
      ),
  },
  interfaces: {
    name: 'Schnittstellengespräche',
    header: ['Stelle', 'Schnittstelle', 'Abstand (Monate)', 'Letztes Gespräch', 'Fällig am', 'Geplant am', 'Ergebnis', 'Weitergegeben an', 'Weitergegeben am'], // oxfmt-ignore
    rows: async (tx, now) =>
      (await all((after) => listPartners(tx, { ...paged(after), state: 'all', sort: 'dueOn' }, now))).map(
        (row) => {
          const last = row.talks[0]
          return [
            row.name,
            row.topic,
            row.intervalMonths,
            day(row.lastHeldOn),
            day(row.dueOn),
            day(row.plannedOn),
            last?.result ?? null,
            last?.reportedTo ? codes.reportedToLabels[last.reportedTo] : null,
            day(last?.reportedOn ?? null),
          ]
        },
      ),
  },
}

/** A whole list as a file for offices, formulas disarmed. */
export async function listCsv(tx: Tx, list: ProgrammeList, now: Temporal.Instant): Promise<Download> {
  const { name, header, rows } = sources[list]
  const content = await rows(tx, now)
  await audit(tx, {
    action: 'programme.listExported',
    objectKind: 'tenant',
    details: { list, rows: content.length },
  })
  return {
    name: `${name}-${dayOf(now)}.csv`,
    bytes: await publishedCsv(tx, { name: name.slice(0, 31), header, rows: content }),
  }
}
