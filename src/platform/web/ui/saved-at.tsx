import type { ReactElement } from 'react'

import { formatInstant, formatTime } from '../dates.ts'
import { Icon } from './icon.tsx'

/** The quiet „gespeichert 10:42“. */
export function SavedAt({
  at,
  saving,
}: {
  at?: string | Date | undefined
  saving?: boolean
}): ReactElement | null {
  if (!at && !saving) return null
  return (
    <p className="lt-saved-at" role="status" title={at ? formatInstant(at) : undefined}>
      {saving ? (
        'wird gespeichert …'
      ) : (
        <>
          <Icon name="check" size={16} /> gespeichert {formatTime(at!)}
        </>
      )}
    </p>
  )
}
