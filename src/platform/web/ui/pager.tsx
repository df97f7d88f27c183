import type { ReactElement } from 'react'

import { Button } from './button.tsx'

export interface PagerProps {
  shown: number
  hasMore: boolean
  loading: boolean
  onMore: () => void
}

/** Under a keyset-paged list. How many there are in all is not said: that would count hidden rows or cost a scan. */
export function Pager({ shown, hasMore, loading, onMore }: PagerProps): ReactElement | null {
  if (shown === 0) return null
  return (
    <div className="lt-pager">
      <p className="kern-body kern-body--small kern-body--muted" role="status">
        {loading
          ? 'Weitere werden geladen …'
          : hasMore
            ? `${shown} angezeigt, es gibt weitere`
            : `${shown} angezeigt`}
      </p>
      {hasMore && (
        <Button size="small" busy={loading} onClick={onMore}>
          Weitere laden
        </Button>
      )}
    </div>
  )
}
