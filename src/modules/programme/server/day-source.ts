import { sql } from 'kysely'
import { addDays } from '../../../platform/contract/dates.ts'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'
import type { DueKind } from '../contract/codes.ts'
import { dueRows } from './due-sql.ts'

const words: Readonly<Record<DueKind, { what: string; action: string; to: (target: string) => string }>> = {
  review: { what: 'Dokument prüfen', action: 'Öffnen', to: (id) => `/konzepte/dokumente/${id}` },
  approval: { what: 'Entscheidung nachfragen', action: 'Öffnen', to: (id) => `/konzepte/dokumente/${id}` },
  contents: { what: 'Pflichtinhalte prüfen', action: 'Prüfen', to: (id) => `/konzepte/dokumente/${id}` },
  goal: { what: 'Stand eines Ziels festhalten', action: 'Öffnen', to: () => '/konzepte/ziele' },
  countermeasure: { what: 'Gegensteuerung prüfen', action: 'Öffnen', to: () => '/konzepte/ziele' },
  milestone: { what: 'Meilenstein', action: 'Öffnen', to: () => '/konzepte/meilensteine' },
  activity: { what: 'Aktion', action: 'Öffnen', to: () => '/konzepte/aktionen' },
  interface: { what: 'Schnittstellengespräch', action: 'Öffnen', to: () => '/konzepte/schnittstellen' },
  report: {
    what: 'Ergebnis eines Gesprächs weitergeben',
    action: 'Öffnen',
    to: () => '/konzepte/schnittstellen',
  },
}

/** In a list of its own, so that twenty interface talks do not bury the day. Two weeks ahead. */
const due: DaySource = {
  key: 'programme',
  right: 'programme.write',
  group: { key: 'programme', label: 'Konzepte und Ziele' },
  rows: ({ today }) =>
    dayRows(
      {
        id: sql`d.id`,
        dueOn: sql`d.due_on`,
        title: sql`d.title`,
        facts: sql`jsonb_build_object('kind', d.kind, 'target', d.target_id)`,
      },
      sql`from (${dueRows(addDays(today, 14))}) as d`,
    ),
  item: (row) => {
    const { kind, target } = row.facts as { kind: DueKind; target: string }
    const { what, action, to } = words[kind]
    return { what: `${what}: ${row.title ?? ''}`, action: { label: action, to: to(target) } }
  },
}

/** What of concepts and goals stands in Mein Tag. */
export const programmeDaySources: readonly DaySource[] = [due]
