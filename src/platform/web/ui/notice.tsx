import type { ReactElement, ReactNode } from 'react'

import { Icon } from './icon.tsx'

export interface NoticeProps {
  title: string
  children: ReactNode
  /** Where the rule stands: „§ 87 AufenthG“. */
  source?: string
}

/** A lasting notice beside a field or section about a rule that binds the person who types. Never closes. */
export function Notice({ title, children, source }: NoticeProps): ReactElement {
  return (
    <aside className="lt-notice" role="note" aria-label={title}>
      <Icon name="lock" />
      <div>
        <p className="lt-notice__title">{title}</p>
        <div className="kern-body kern-body--small">{children}</div>
        {source && <p className="kern-body kern-body--small kern-body--muted">{source}</p>}
      </div>
    </aside>
  )
}
