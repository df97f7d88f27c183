import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'

import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { takesFocus } from './page-focus.ts'

export interface PageProps {
  title: string
  /** For the window's title where the heading names a person: titles end up in the browser's history. */
  windowTitle?: string
  breadcrumb?: readonly Crumb[]
  /** A line under the heading: state, badges. */
  intro?: ReactNode
  /** Buttons beside the heading; one primary. */
  actions?: ReactNode
  /** Reading width for forms and texts; tables and boards take all. */
  narrow?: boolean
  children: ReactNode
}

/** Frame of every page: heading, window title, and the focus on the heading after a navigation. */
export function Page(props: PageProps): ReactElement {
  const { title, windowTitle = title, breadcrumb, intro, actions, narrow, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} – Lotse`
  }, [windowTitle])
  useEffect(() => {
    if (takesFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={`lt-page${narrow ? ' lt-page--narrow' : ''}`}>
      {breadcrumb && <Breadcrumb crumbs={breadcrumb} />}
      <header className="lt-page__header">
        <div>
          <h1 className="kern-heading-large" tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {intro && <div className="lt-page__intro">{intro}</div>}
        </div>
        {actions && <div className="lt-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
