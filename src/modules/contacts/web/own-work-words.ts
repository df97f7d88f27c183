import type { OwnWork } from '../index.ts'

export const availabilityLabels = { free: 'frei', tight: 'knapp', stopped: 'Aufnahmestopp' } as const

/** „27 · frei“, as the heading of the box. */
export const ownCases = ({ openCases, availability }: OwnWork): string =>
  `${openCases} · ${availabilityLabels[availability ?? 'free']}`

const percent = (part: number) => `${Math.round(part * 100)} %`

/** „Fall 58 % · Systemebene 42 %“; null while nothing is written down. */
export function ownShare({ effort: { individual, systemic } }: OwnWork): string | null {
  const all = individual + systemic
  if (all === 0) return null
  const ofCases = Math.round((individual / all) * 100)
  return `Fall ${ofCases} % · Systemebene ${100 - ofCases} %`
}

/** What the concept of the district names; empty where it names nothing. */
export const intendedShare = ({ effort: { intended } }: OwnWork): string =>
  intended === null ? '' : `Das Konzept des Kreises nennt ${percent(intended)} zu ${percent(1 - intended)}.`
