import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { DaysLost, Lasting, PeriodGrain, PlaceKind } from '../../structure/index.ts'

/** Whether enough cases of the tenant share a place and a period; numbers never leave the database. */
export interface GateStep {
  readonly place: PlaceKind
  readonly period: PeriodGrain
  readonly enough: boolean
}

export interface Coarsened {
  readonly place: PlaceKind
  readonly period: PeriodGrain
}

/** Finest first. Time gives way before place up to the half-year: where something happens is what one can change. */
const ladder: readonly (readonly [PlaceKind, PeriodGrain])[] = [
  ['municipality', 'month'],
  ['municipality', 'quarter'],
  ['municipality', 'halfYear'],
  ['region', 'month'],
  ['region', 'quarter'],
  ['region', 'halfYear'],
  ['municipality', 'year'],
  ['region', 'year'],
  ['kreis', 'month'],
  ['kreis', 'quarter'],
  ['kreis', 'halfYear'],
  ['kreis', 'year'],
]

/** The finest place and time that enough cases share; null: not even the whole Kreis in a year. */
export function coarsen(steps: readonly GateStep[]): Coarsened | null {
  const found = ladder.find(([place, period]) =>
    steps.some((step) => step.place === place && step.period === period && step.enough),
  )
  return found ? { place: found[0], period: found[1] } : null
}

/**
 * Why nothing can leave: `gateAttributesTooRare` (without the attributes it may), `gateTooFewCases`. `steps` empty:
 * the case says nothing about a wanted attribute (`gateAttributeUnknown`).
 */
export function whyNotThrough(steps: readonly GateStep[], attributes: number): string | null {
  if (steps.length === 0) return 'gateAttributeUnknown'
  if (coarsen(steps) !== null) return null
  return attributes > 0 ? 'gateAttributesTooRare' : 'gateTooFewCases'
}

const bands: readonly (readonly [number, DaysLost])[] = [
  [0, 'none'],
  [7, 'upTo7'],
  [30, 'upTo30'],
  [90, 'upTo90'],
  [180, 'upTo180'],
  [Number.POSITIVE_INFINITY, 'over180'],
]

/** Days as a band: an exact number tells more than the structure needs. */
export const daysLostBand = (days: number | null): DaysLost =>
  days === null ? 'unknown' : bands.find(([most]) => days <= most)![1]

/** How long it lasts already, as a band. */
export function lastingBand(since: PlainDate | null, noticedOn: PlainDate): Lasting {
  if (since === null) return 'unknown'
  const days = (Date.parse(noticedOn) - Date.parse(since)) / 86_400_000
  if (days <= 31) return 'upTo1Month'
  if (days <= 92) return 'upTo3Months'
  return days <= 365 ? 'upTo12Months' : 'over12Months'
}
