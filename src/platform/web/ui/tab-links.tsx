import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactElement } from 'react'

export interface TabLink {
  to: string
  params?: Record<string, string>
  label: string
  count?: number
  /** Only this path itself, not what lies below it. */
  exact?: boolean
}

/** Looks like tabs, is a navigation: each part has its own address and page. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }): ReactElement {
  return (
    <nav className="lt-tabs" aria-label={label}>
      <ul className="lt-tabs__list">
        {links.map((link) => (
          <li key={link.to}>
            <RouterLink
              to={link.to}
              params={link.params as never}
              activeOptions={{ exact: link.exact ?? false, includeSearch: false }}
              className="lt-tabs__tab"
            >
              {link.label}
              {link.count !== undefined && <span className="lt-count">{link.count}</span>}
            </RouterLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
