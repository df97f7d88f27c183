import type { ReactElement } from 'react'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { fieldName } from './district-words.ts'

/** Where something comes from, in the words of a view or of the district file. */
export interface Fact {
  source?: string | null | undefined
  isDefault?: boolean | undefined
  default?: boolean | undefined
  remark?: string | null | undefined
  assumed?: Readonly<Record<string, string>> | undefined
  alternatives?:
    | readonly {
        field: string
        value: string | number | boolean | readonly string[]
        source: string
        remark?: string | undefined
      }[]
    | undefined
  edited?: boolean | undefined
  /** The day on which the Kreis decided it in the app. */
  decided?: string | undefined
}

/** Source or default mark of a fact; remark, assumptions and what other documents say are one tap away. */
export function FactSource({ fact }: { fact: Fact }): ReactElement | null {
  const assumed = Object.entries(fact.assumed ?? {})
  const alternatives = fact.alternatives ?? []
  const isDefault = fact.isDefault ?? fact.default ?? false
  const explained = Boolean(fact.remark) || assumed.length > 0 || alternatives.length > 0
  if (!fact.source && !isDefault && !explained && !fact.edited && !fact.decided) return null
  return (
    <div className="kern-body kern-body--small kern-body--muted">
      {fact.source && <span>Quelle: {fact.source} </span>}
      {isDefault && <Badge tone="warning">Vorgabe</Badge>}
      {fact.decided && <span>Im Kreis festgelegt am {formatDate(fact.decided)} </span>}
      {fact.edited && !fact.decided && <Badge tone="info">in Lotse geändert</Badge>}
      {explained && (
        <Why label={alternatives.length > 0 ? 'Anmerkung und andere Angaben' : 'Anmerkung'}>
          {fact.remark && <p>{fact.remark}</p>}
          {assumed.map(([field, reason]) => (
            <p key={field}>
              {fieldName(field)} ist angenommen: {reason}
            </p>
          ))}
          {alternatives.map((other) => (
            <p key={`${other.field} ${other.source}`}>
              {other.source} nennt für „{fieldName(other.field)}“: {wordsOf(other.value)}
              {other.remark && ` – ${other.remark}`}
            </p>
          ))}
        </Why>
      )}
    </div>
  )
}

const wordsOf = (value: string | number | boolean | readonly string[]): string => {
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  return Array.isArray(value) ? value.join(', ') : String(value)
}
