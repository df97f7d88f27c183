import { formatDate, formatMonth } from '../../../platform/web/dates.ts'
import type { BadgeProps } from '../../../platform/web/ui/badge.tsx'
import type { DocumentState, DueKind, Rating, Settled } from '../contract/codes.ts'
import type { DuePrecision } from '../contract/milestones.ts'

type Tone = NonNullable<BadgeProps['tone']>

/** „2024“, „August 2024“, „20.05.2022“: as exactly as it is known. */
export function vagueDate(vague: string): string {
  if (vague.length === 4) return vague
  return vague.length === 7 ? formatMonth(`${vague}-01`) : formatDate(vague)
}

/** The day by which something is due, as exactly as the concept says it. */
export const dueDate = (day: string, precision: DuePrecision): string =>
  vagueDate(precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day)

export const stateTones: Readonly<Record<DocumentState, Tone>> = {
  draft: 'neutral',
  inApproval: 'info',
  valid: 'success',
  superseded: 'neutral',
  discarded: 'neutral',
}
export const settledTones: Readonly<Record<Settled, Tone>> = {
  open: 'info',
  reached: 'success',
  dropped: 'neutral',
}
export const ratingTones: Readonly<Record<Rating, Tone>> = {
  onTrack: 'success',
  atRisk: 'warning',
  offTrack: 'danger',
}

export const dueWords: Readonly<Record<DueKind, { what: string; action: string; to: string }>> = {
  review: { what: 'Dokument prüfen', action: 'Öffnen', to: '/konzepte/dokumente/$id' },
  approval: { what: 'Entscheidung nachfragen', action: 'Öffnen', to: '/konzepte/dokumente/$id' },
  contents: { what: 'Pflichtinhalte prüfen', action: 'Prüfen', to: '/konzepte/dokumente/$id' },
  goal: { what: 'Stand festhalten', action: 'Zum Ziel', to: '/konzepte/ziele' },
  countermeasure: { what: 'Gegensteuerung prüfen', action: 'Zum Ziel', to: '/konzepte/ziele' },
  milestone: { what: 'Meilenstein', action: 'Öffnen', to: '/konzepte/meilensteine' },
  activity: { what: 'Aktion oder Termin', action: 'Öffnen', to: '/konzepte/aktionen' },
  interface: { what: 'Schnittstellengespräch führen', action: 'Öffnen', to: '/konzepte/schnittstellen' },
  report: { what: 'Ergebnis weitergeben', action: 'Öffnen', to: '/konzepte/schnittstellen' },
}

/** „alle 12 Monate“ */
export const everyMonths = (months: number): string =>
  months === 1
    ? 'jeden Monat'
    : months === 12
      ? 'jährlich'
      : months === 6
        ? 'halbjährlich'
        : `alle ${months} Monate`

/** 1234.5 → „1.234,5“ */
export const figure = (value: number, unit: string | null): string =>
  `${value.toLocaleString('de-DE')}${unit ? ` ${unit}` : ''}`
