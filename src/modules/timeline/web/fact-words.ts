import { formatDate } from '../../../platform/web/dates.ts'
import type { CatalogueKind } from '../../tenancy/index.ts'
import type { TimelineEntry } from '../index.ts'

/** The label of an entry of the district's lists. */
export type CatalogueLabel = (kind: CatalogueKind, key: string) => string

export type Facts = TimelineEntry['facts']
export type Words = (facts: Facts, label: CatalogueLabel) => string
export type Described = Pick<TimelineEntry, 'kind' | 'event' | 'facts'>

export const said = (facts: Facts, key: string): string => {
  const value = facts[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
export const several = (facts: Facts, key: string): readonly string[] => {
  const value = facts[key]
  return Array.isArray(value) ? value : []
}
export const day = (facts: Facts, key: string): string => {
  const value = said(facts, key)
  return value === '' ? '' : formatDate(value)
}
export const among = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key
export const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ')
export const withReason = (sentence: string, reason: string): string =>
  reason === '' ? sentence : `${sentence} (${reason})`

export const recipient = (facts: Facts): string => {
  if (said(facts, 'recipientKind') === 'kimTeam') return 'KIM-Team'
  return said(facts, 'organisation') || 'andere Stelle'
}
