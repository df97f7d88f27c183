import { createContext, useContext } from 'react'

import type { Registry } from '../registry.ts'
import type { Session } from '../session.ts'

export interface AppContextValue {
  session: Session
  registry: Registry
  signOut: () => void
  /** Reads the session again (after a change of password, of the unread count …). */
  reloadSession: () => void
  openPalette: () => void
  openKeys: () => void
}

export const AppContext = createContext<AppContextValue | undefined>(undefined)

export function useApp(): AppContextValue {
  const value = useContext(AppContext)
  if (!value) throw new Error('useApp outside the shell')
  return value
}
