import { formatDate } from '../dates.ts'
import { getIn } from './form-path.ts'

export interface ConflictRow {
  path: string
  label: string
  mine: string
  current: string
}

/** The fields in which what was typed differs from the row as it is now, in the order of `labels`. */
export function conflictRows(
  mine: unknown,
  current: unknown,
  labels: Record<string, string>,
  show: (path: string, value: unknown) => string = (_, value) => showValue(value),
): ConflictRow[] {
  return Object.entries(labels).flatMap(([path, label]) => {
    const [typed, there] = [getIn(mine, path), getIn(current, path)]
    if (JSON.stringify(typed ?? null) === JSON.stringify(there ?? null)) return []
    return [{ path, label, mine: show(path, typed), current: show(path, there) }]
  })
}

function showValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(leer)'
  if (value === true) return 'Ja'
  if (value === false) return 'Nein'
  if (Array.isArray(value)) return value.length === 0 ? '(leer)' : value.map(showValue).join(', ')
  if (typeof value === 'object') return Object.values(value).map(showValue).join(' · ')
  return typeof value === 'string' ? formatDate(value) : JSON.stringify(value)
}
