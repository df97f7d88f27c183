import type { ReactElement } from 'react'

import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { useApp } from './app-context.ts'
import { setPreferences, usePreferences, type Preferences } from './preferences.ts'

/** KERN Kopfzeile with the district's name; below it Lotse, search, „Neu“ and the person's own menu. */
export function Header(): ReactElement {
  const { session, registry, openPalette } = useApp()
  return (
    <header className="lt-header">
      {session.mode === 'demo' && (
        <p className="lt-demo">
          <Icon name="alert" size={18} /> Demonstration – keine echten Daten eingeben
        </p>
      )}
      <div className="kern-kopfzeile">
        <div className="kern-container-fluid">
          <div className="kern-kopfzeile__content">
            <span className="kern-kopfzeile__label">
              {session.tenant.name}
              <span className="lt-header__ki"> · {session.tenant.kiName}</span>
            </span>
          </div>
        </div>
      </div>
      <div className="lt-header__bar">
        <Link to="/" look="plain" aria-label="Lotse, zur Startseite">
          <span className="lt-wordmark">Lotse</span>
        </Link>
        <div className="lt-header__search">
          <Button
            icon="search"
            size="small"
            variant="secondary"
            onClick={openPalette}
            aria-keyshortcuts="Control+K"
          >
            Suchen <kbd className="lt-key lt-wide-only">Strg K</kbd>
          </Button>
        </div>
        {registry.newActions.length > 0 && (
          <Menu
            label="Neu"
            icon="add"
            variant="secondary"
            size="small"
            align="end"
            items={registry.newActions.map(newItem)}
          />
        )}
        <News />
        <AccountMenu />
      </div>
    </header>
  )
}

function newItem(action: {
  label: string
  icon: MenuItem['icon']
  key?: string
  to?: string
  run?: () => void
}): MenuItem {
  return {
    label: action.label,
    ...(action.icon && { icon: action.icon }),
    ...(action.to !== undefined && { to: action.to }),
    ...(action.run && { onSelect: action.run }),
    ...(action.key && { note: `n ${action.key}` }),
  }
}

/** What is new for the person, on every page. */
function News(): ReactElement[] {
  const { session, registry } = useApp()
  return registry.account
    .map((entry) => ({ ...entry, count: entry.news?.(session) ?? 0 }))
    .filter(({ to, count }) => to !== undefined && count > 0)
    .map(({ to, icon, label, count }) => (
      <Link key={label} to={to!} icon={icon} look="tertiary" small aria-label={`${count} neu: ${label}`}>
        {count}
      </Link>
    ))
}

const nextTheme: Record<Preferences['theme'], Preferences['theme']> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
}
const themeNames = { system: 'wie das Gerät', light: 'hell', dark: 'dunkel' }

function AccountMenu(): ReactElement {
  const { session, registry, signOut, openKeys } = useApp()
  const { theme, density } = usePreferences()
  const items: MenuItem[] = [
    ...registry.account.map((entry) => newItem(entry)),
    {
      label: `Darstellung: ${themeNames[theme]}`,
      icon: 'theme',
      separated: true,
      onSelect: () => setPreferences({ theme: nextTheme[theme] }),
    },
    {
      label: density === 'compact' ? 'Abstände: eng' : 'Abstände: weit',
      icon: 'settings',
      onSelect: () => setPreferences({ density: density === 'compact' ? 'comfortable' : 'compact' }),
    },
    { label: 'Tastatur', icon: 'keyboard', note: '?', onSelect: openKeys },
    { label: 'Abmelden', icon: 'signOut', separated: true, onSelect: signOut },
  ]
  return (
    <>
      {session.deputyFor.length > 0 && (
        <span className="lt-deputy lt-wide-only">Vertretung für {session.deputyFor.join(', ')}</span>
      )}
      <Menu
        label={session.user.displayName}
        icon="person"
        variant="tertiary"
        size="small"
        align="end"
        items={items}
      />
    </>
  )
}
