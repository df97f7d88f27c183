import type { ReactElement } from 'react'

/** The concept gives no value: different from empty, and from a mistake. */
export function Unknown({ children = 'nicht bekannt' }: { children?: string }): ReactElement {
  return <span className="kern-body--muted">{children}</span>
}
