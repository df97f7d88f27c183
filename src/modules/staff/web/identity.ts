import { call } from '../../../platform/web/api.ts'
import type { Identity, Session } from '../../../platform/web/session.ts'
import { sessionEndpoints, type SessionView } from '../contract/session.ts'
import { SignIn } from './sign-in.tsx'

/** Signs people in for the shell. */
export const identity: Identity = {
  purpose: 'Fachverfahren für das Kommunale Integrationsmanagement',
  load: async () => {
    const { session } = await call(sessionEndpoints.current, { reauthenticate: false })
    return session === null ? undefined : sessionOf(session)
  },
  signOut: () => call(sessionEndpoints.signOut, { reauthenticate: false }),
  SignIn,
}

/** The part of the session that the shell shows. */
export function sessionOf(view: SessionView): Session {
  return {
    user: {
      id: view.user.id,
      displayName: `${view.user.givenName} ${view.user.familyName}`,
      organisation: view.user.organisation,
      unit: view.user.unit,
    },
    tenant: view.tenant,
    rights: new Set(view.rights),
    deputyFor: view.deputyFor.map((colleague) => colleague.name),
    mode: view.mode,
    unreadNotifications: view.unreadNotifications,
  }
}
