import type { ReactElement, ReactNode } from 'react'

import { Icon } from './icon.tsx'

/** „Warum?“: one tap explains a date, a suggestion, a hidden value, in a sentence with its source. */
export function Why({
  label = 'Warum?',
  children,
  source,
}: {
  label?: string
  children: ReactNode
  source?: string
}): ReactElement {
  return (
    <details className="lt-why">
      <summary>
        <Icon name="question" size={16} />
        {label}
      </summary>
      <div className="lt-why__text">
        {children}
        {source && <span className="lt-why__source"> ({source})</span>}
      </div>
    </details>
  )
}
