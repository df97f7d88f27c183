import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import type { Row } from '../district-rows.ts'
import type { EntryKind } from './entry-kinds.ts'

/** One and many of what may hang on an entry. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  staff: ['ein aktives Konto', 'aktive Konten'],
  roles: ['eine Aufgabe von Beschäftigten', 'Aufgaben von Beschäftigten'],
  units: ['eine Stelle', 'Stellen'],
  sites: ['ein Standort', 'Standorte'],
  positions: ['eine Zeile des Stellenplans', 'Zeilen des Stellenplans'],
  municipalities: ['eine Kommune', 'Kommunen'],
  committees: ['ein Gremium', 'Gremien'],
  seats: ['ein Sitz in einem Gremium', 'Sitze in Gremien'],
  agreements: ['eine Vereinbarung oder ein Programm', 'Vereinbarungen oder Programme'],
  cases: ['ein offener Fall', 'offene Fälle'],
  requests: ['eine offene Anfrage', 'offene Anfragen'],
  referrals: ['ein offener Verweis', 'offene Verweise'],
}

interface Wish {
  readonly id: string
  readonly before: Row
  readonly next: Row
  readonly today: string
}

/** Refuses an end, and that an employer employs nobody any more, while something hangs on it; says what. */
export async function refuseWhileHanging(
  tx: Tx,
  kind: EntryKind,
  { id, before, next, today }: Wish,
): Promise<void> {
  const ends = next['validTo'] !== null && next['validTo'] !== before['validTo'] && 'validTo' in kind.columns
  const stopsEmploying = (before['serves'] ?? null) !== null && next['serves'] === null
  if (!ends && !stopsEmploying) return
  const { rows } = await sql<{ what: string; entries: number }>`
    select h.what, h.entries from app.what_hangs_on(${kind.table}, ${id}, ${today}::date) h`.execute(tx)
  const hanging = ends ? rows : rows.filter(({ what }) => what === 'cases')
  if (hanging.length === 0) return
  const list = hanging.map(({ what, entries }) =>
    entries === 1 ? words[what]![0] : `${entries} ${words[what]![1]}`,
  )
  throw new Refusal('conflict', 'stillInUse', {
    fields: [
      {
        path: ends ? 'validTo' : 'serves',
        code: 'stillInUse',
        message: `Daran hängt noch: ${list.join(', ')}. Bitte ordnen Sie das zuerst neu zu.`,
      },
    ],
  })
}
