import { Link as RouterLink, useLocation } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import type { RegisteredEntry } from '../registry.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useApp } from './app-context.ts'

/** Left side on wide screens. */
export function SideNavigation(): ReactElement {
  const { registry } = useApp()
  return (
    <nav className="lt-side" aria-label="Hauptnavigation">
      <ul>
        {registry.navigation.map((entry) => (
          <li key={entry.to}>
            <EntryLink entry={entry} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

const SHOWN = 4

/** Lower edge on a phone: four entries and „Mehr“. */
export function BottomBar(): ReactElement {
  const { registry } = useApp()
  const [open, setOpen] = useState(false)
  const more = registry.navigation.slice(SHOWN)
  return (
    <>
      <nav className="lt-bottom" aria-label="Hauptnavigation">
        <ul>
          {registry.navigation.slice(0, SHOWN).map((entry) => (
            <li key={entry.to}>
              <EntryLink entry={entry} />
            </li>
          ))}
          {more.length > 0 && (
            <li>
              <button
                type="button"
                className="lt-nav-link"
                aria-expanded={open}
                onClick={() => setOpen(true)}
              >
                <Icon name="more" size={22} />
                <span>Mehr</span>
              </button>
            </li>
          )}
        </ul>
      </nav>
      <Dialog open={open} onClose={() => setOpen(false)} title="Mehr">
        <ul className="lt-more">
          {more.map((entry) => (
            <li key={entry.to}>
              <EntryLink entry={entry} onClick={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}

function EntryLink({ entry, onClick }: { entry: RegisteredEntry; onClick?: () => void }): ReactElement {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const within = entry.also.some((to) => path === to || path.startsWith(`${to}/`))
  return (
    <RouterLink
      to={entry.to}
      className={within ? 'lt-nav-link active' : 'lt-nav-link'}
      {...(within && { 'aria-current': 'page' })}
      activeOptions={{ exact: entry.to === '/' }}
      onClick={onClick}
    >
      <Icon name={entry.icon} size={22} />
      <span>{entry.label}</span>
    </RouterLink>
  )
}
