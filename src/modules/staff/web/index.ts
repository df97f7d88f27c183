import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

export { identity } from './identity.ts'

const profileRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/profil',
  component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
})

const sessionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/anmeldungen',
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
})

/** The person's own account: profile, password, second factor, open sessions. */
export const staff: WebModule = {
  name: 'staff',
  routes: [profileRoute, sessionsRoute],
  account: [
    { label: 'Mein Profil', icon: 'person', to: '/profil', keywords: 'kennwort passwort zweiter faktor' },
    { label: 'Meine Anmeldungen', icon: 'key', to: '/anmeldungen', keywords: 'geräte sitzungen' },
  ],
}
