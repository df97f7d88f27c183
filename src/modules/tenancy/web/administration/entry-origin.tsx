import type { ReactElement } from 'react'
import { addDays, formatDate, formatInstant } from '../../../../platform/web/dates.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { FactSource, type Fact } from '../fact-source.tsx'
import { hasEnded, type Held } from './entry-list.ts'

interface Edited {
  readonly editedAt: string | null
  readonly editedBy: string | null
}

/** Where an entry comes from, and who changed it last. */
export function EntryOrigin({ entry }: { entry: Fact & Edited }): ReactElement {
  return (
    <>
      <FactSource fact={entry} />
      {entry.editedAt && (
        <div className="kern-body kern-body--small kern-body--muted">
          {`In Lotse geändert am ${formatInstant(entry.editedAt)}${entry.editedBy ? ` von ${entry.editedBy}` : ''}`}
        </div>
      )}
    </>
  )
}

/** „ab“, „bis“, or that it is over; nothing for what simply holds. */
export function Period({ entry, today }: { entry: Held; today: string }): ReactElement | null {
  const { validFrom, validTo } = entry
  if (validFrom === null && validTo === null) return null
  const from = validFrom && `seit ${formatDate(validFrom)}`
  const to = validTo && `bis ${formatDate(addDays(validTo, -1))}`
  return (
    <span className="kern-body kern-body--small">
      {hasEnded(entry, today) && <Badge tone="neutral">beendet</Badge>} {[from, to].filter(Boolean).join(' ')}
    </span>
  )
}
