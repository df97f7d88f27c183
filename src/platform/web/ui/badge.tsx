import type { ReactElement, ReactNode } from 'react'

import { Icon, type IconName } from './icon.tsx'

export interface BadgeProps {
  /** Colour only supports the word. */
  tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger'
  icon?: IconName
  children: ReactNode
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps): ReactElement {
  const kern = tone === 'neutral' ? 'lt-badge--neutral' : `kern-badge--${tone}`
  return (
    <span className={`kern-badge kern-badge--small lt-badge ${kern}`}>
      {icon && <Icon name={icon} size={16} />}
      <span className="kern-label">{children}</span>
    </span>
  )
}
