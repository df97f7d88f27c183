import type { ComponentType } from 'react'

/** What the shell needs to know about the signed-in person. The module that signs people in delivers it. */
export interface Session {
  user: { id: string; displayName: string; organisation: string | null; unit: string | null }
  tenant: { name: string; kiName: string; fundersNote: string }
  rights: ReadonlySet<string>
  /** Names of people the person stands in for now. */
  deputyFor: readonly string[]
  mode: 'demo' | 'production'
  unreadNotifications: number
}

/** How people sign in; handed to `startApp` by `src/web.tsx`, so that the platform knows no module. */
export interface Identity {
  /** One line under „Lotse“ on the sign-in page: what the application is for. */
  purpose: string
  /** `undefined`: nobody is signed in. */
  load: () => Promise<Session | undefined>
  signOut: () => Promise<void>
  /** The sign-in form: on a page of its own, and in a dialog when a session ran out while somebody typed. */
  SignIn: ComponentType<{ onSignedIn: () => void }>
}
