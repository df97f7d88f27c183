import type { ReactElement } from 'react'

/** Under a section that shows only the newest: where the others are. */
export function MostShown({ shown, most }: { shown: number; most: number }): ReactElement | null {
  if (shown < most) return null
  return (
    <p className="kern-body kern-body--muted">
      Hier stehen höchstens die neuesten {most}. Ältere finden Sie unter „Verlauf“ bei „Weitergaben“.
    </p>
  )
}
