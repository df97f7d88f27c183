import type { ReactElement } from 'react'

import { Link } from './link.tsx'

export interface Crumb {
  label: string
  /** Absent for the page itself. */
  to?: string
  params?: Record<string, string>
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): ReactElement | null {
  if (crumbs.length === 0) return null
  return (
    <nav className="lt-breadcrumb" aria-label="Brotkrumen">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.to ? (
              <Link to={crumb.to} {...(crumb.params ? { params: crumb.params } : {})}>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
