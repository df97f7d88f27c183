import type { ExportView } from '../contract/exports.ts'

/** How far it is, in words. */
export function progressWords({ kind, state, done, total }: ExportView): string {
  if (state === 'waiting') return 'wartet, bis es losgeht'
  if (kind !== 'caseFile') return done === 0 ? 'wird gelesen' : `${done} ${done === 1 ? 'Zeile' : 'Zeilen'}`
  if (total === null) return 'wird gelesen'
  return done >= total - 1 ? 'wird gesetzt' : `${done} von ${total - 1} Teilen`
}
