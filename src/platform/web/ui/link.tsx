import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'

import { Icon, type IconName } from './icon.tsx'

export interface LinkProps {
  /** Path inside the app, `/cases/$id`, or with `external` a full address. */
  to: string
  params?: Record<string, string>
  search?: Record<string, unknown>
  children: ReactNode
  icon?: IconName
  /** Opens in a new window and says so. Also for files of the API (`/api/…`). */
  external?: boolean
  /** Looks like a button where the link is the screen's action. */
  look?: 'link' | 'primary' | 'secondary' | 'tertiary' | 'plain'
  small?: boolean
  /** Makes a whole `Card` clickable. */
  stretched?: boolean
  onClick?: () => void
  'aria-label'?: string
  'aria-current'?: 'page' | undefined
}

export function Link(props: LinkProps): ReactElement {
  const { to, params, search, children, icon, external, look = 'link', small, stretched, ...rest } = props
  const button = look !== 'link' && look !== 'plain'
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {button ? <span className="kern-label">{children}</span> : children}
    </>
  )
  const className = classesOf(look, small, stretched)
  if (external) {
    return (
      <a href={to} target="_blank" rel="noreferrer" className={className} {...rest}>
        {content}
        <Icon name="external" size={16} label="öffnet ein neues Fenster" />
      </a>
    )
  }
  return (
    <RouterLink to={to} params={params as never} search={search as never} className={className} {...rest}>
      {content}
    </RouterLink>
  )
}

function classesOf(look: NonNullable<LinkProps['look']>, small?: boolean, stretched?: boolean): string {
  if (look === 'plain') return `lt-plain-link${stretched ? ' lt-stretched' : ''}`
  if (look !== 'link') return `kern-btn kern-btn--${look}${small ? ' lt-btn--small' : ''}`
  return `kern-link kern-link--no-visited-state lt-link${stretched ? ' lt-stretched' : ''}`
}
