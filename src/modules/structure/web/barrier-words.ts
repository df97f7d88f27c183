import { periodLabel } from '../rules/period.ts'
import type { BarrierRow, SimilarBarrier } from '../contract/barriers.ts'
import type { BarrierState } from '../contract/codes.ts'

export const stateTones: Record<BarrierState, 'neutral' | 'info' | 'success' | 'warning'> = {
  new: 'warning',
  reviewing: 'info',
  inTheme: 'info',
  answered: 'success',
  noAction: 'neutral',
  merged: 'neutral',
}

/** „Voerde, 3. Quartal 2026“. */
export const whereAndWhen = (
  row: Pick<BarrierRow, 'placeKind' | 'place' | 'periodGrain' | 'periodFrom'>,
): string =>
  `${row.placeKind === 'kreis' ? 'ganzer Kreis' : (row.place ?? '')}, ${periodLabel(row.periodGrain, row.periodFrom)}`

const sharedWords: Record<SimilarBarrier['shared'][number], string> = {
  kind: 'gleiche Art',
  lifeDomain: 'gleicher Lebensbereich',
  organisation: 'gleiche Stelle',
  legalDomain: 'gleicher Rechtskreis',
  unmet: 'scheitert an demselben',
  municipality: 'gleiche Gemeinde',
  region: 'gleiche Region',
}

/** Why a barrier was found, most telling first. */
export function whyFound({
  shared,
  words,
  near,
}: Pick<SimilarBarrier, 'shared' | 'words' | 'near'>): string[] {
  const alike = near.filter((word) => !words.includes(word))
  return [
    ...(words.length > 0 ? [`gleiche Wörter: ${listed(words, 6)}`] : []),
    ...(alike.length > 0 ? [`ähnliche Wörter: ${listed(alike, 4)}`] : []),
    ...shared.map((one) => sharedWords[one]),
  ]
}

/** The first of them, and how many more there are. */
function listed(words: readonly string[], most: number): string {
  const more = words.length - most
  return words.slice(0, most).join(', ') + (more > 0 ? ` und ${more} weitere` : '')
}

/** How many cases stand behind barriers; the server rounds down and leaves small numbers out. */
export const casesWord = (cases: number | null): string =>
  cases === null ? 'zu wenige, um sie zu nennen' : `mindestens ${cases}`
