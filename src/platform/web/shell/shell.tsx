import type { ReactElement, ReactNode } from 'react'

import { formatDate, today } from '../dates.ts'
import { Link } from '../ui/link.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { useApp } from './app-context.ts'
import { Header } from './header.tsx'
import { Layers } from './layers.tsx'
import { BottomBar, SideNavigation } from './navigation.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** Frame of the staff UI: banner, header, navigation, page. */
export function Shell({ children }: { children: ReactNode }): ReactElement {
  const { session } = useApp()
  useKeptFocus()
  return (
    <div className="lt-shell">
      <a className="lt-skip" href="#inhalt" onClick={skipToContent}>
        Zum Inhalt springen
      </a>
      <Header />
      <SideNavigation />
      <main id="inhalt" tabIndex={-1} className="lt-main">
        <p className="lt-printed">
          Gedruckt am {formatDate(today())} von {session.user.displayName}, {session.tenant.name}
        </p>
        {children}
        <footer className="lt-footer">
          {session.tenant.fundersNote && <p>{session.tenant.fundersNote}</p>}
          <p>
            <Link to="/api/docs" external>
              API-Beschreibung
            </Link>
          </p>
        </footer>
      </main>
      <BottomBar />
      <Layers />
      <ToastRegion />
    </div>
  )
}

/** The router owns the address: the jump must not become a navigation. */
function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('inhalt')?.focus()
}
