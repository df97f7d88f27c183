import type { ReactElement, ReactNode } from 'react'

export interface EmptyStateProps {
  title: string
  /** What comes next or what to do. */
  children?: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className="lt-empty">
      <p className="kern-title kern-title--small">{title}</p>
      {children && <div className="kern-body">{children}</div>}
      {action}
    </div>
  )
}
