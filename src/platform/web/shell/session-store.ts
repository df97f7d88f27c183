import { createContext } from 'react'

import type { Identity, Session } from '../session.ts'
import type { WebModule } from '../module.ts'

/** Who signs people in and which modules there are: fixed for the life of the page. */
export interface AppSetup {
  identity: Identity
  modules: readonly WebModule[]
}

export const SetupContext = createContext<AppSetup | undefined>(undefined)

/** Where the sign-in stands. `expired`: the session ran out, the page behind the dialog keeps what was typed. */
export type SessionState =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown }
  | { status: 'signedOut' }
  | { status: 'signedIn'; session: Session }
  | { status: 'expired'; session: Session }
