import type { ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { moved } from './moved.ts'

interface OrderButtonsProps {
  /** „Ziel 2“, „Schritt 1“: what is moved, for the name of the buttons. */
  name: string
  id: string
  ids: readonly string[]
  busy: boolean
  onOrder: (ids: string[]) => void
}

/** Up and down. The buttons stay where the row goes, so the same key pressed again moves it further. */
export function OrderButtons({ name, id, ids, busy, onOrder }: OrderButtonsProps): ReactElement | null {
  if (ids.length < 2) return null
  const move = (by: -1 | 1) => {
    const next = moved(ids, id, by)
    if (next) onOrder(next)
  }
  return (
    <span className="plan-order">
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          id={`${id}-${by < 0 ? 'up' : 'down'}`}
          icon={by < 0 ? 'arrowUp' : 'arrowDown'}
          iconOnly
          size="small"
          variant="tertiary"
          busy={busy}
          disabledReason={
            moved(ids, id, by) ? undefined : by < 0 ? 'Steht schon ganz oben.' : 'Steht schon ganz unten.'
          }
          onClick={() => move(by)}
        >
          {`${name} nach ${by < 0 ? 'oben' : 'unten'}`}
        </Button>
      ))}
    </span>
  )
}
