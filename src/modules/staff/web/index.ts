import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'
import { administrationRoutes } from './administration/routes.ts'

export { actionWords } from './administration/audit-words.ts'
export { identity } from './identity.ts'
export { useConfirmedIdentity } from './use-confirmed-identity.tsx'

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

const deputiesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/vertretungen',
  component: lazyRouteComponent(() => import('./absence/deputies-page.tsx'), 'DeputiesPage'),
})

const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/benachrichtigungen',
  component: lazyRouteComponent(() => import('./notifications/notifications-page.tsx'), 'NotificationsPage'),
})

/** The person's own account, deputies, notifications, and the administration of all accounts. */
export const staff: WebModule = {
  name: 'staff',
  routes: [profileRoute, sessionsRoute, deputiesRoute, notificationsRoute, ...administrationRoutes],
  navigation: [
    { label: 'Verwaltung', to: '/verwaltung', icon: 'settings', order: 100, right: 'administration.read' },
  ],
  commands: [
    {
      label: 'Konto anlegen',
      icon: 'add',
      to: '/verwaltung/konten/neu',
      right: 'staff.administer',
      keywords: 'nutzer benutzer mitarbeiterin',
    },
    {
      label: 'Fachaufsicht einrichten',
      icon: 'eye',
      to: '/verwaltung/fachaufsicht',
      right: 'oversight.arrange',
    },
  ],
  account: [
    {
      label: 'Mein Profil',
      icon: 'person',
      to: '/profil',
      keywords: 'kennwort passwort zweiter faktor verfügbarkeit abwesenheit urlaub',
    },
    {
      label: 'Vertretungen',
      icon: 'group',
      to: '/vertretungen',
      right: 'deputy.read',
      keywords: 'urlaub abwesend',
    },
    {
      label: 'Benachrichtigungen',
      icon: 'bell',
      to: '/benachrichtigungen',
      right: 'notification.own',
      news: ({ unreadNotifications }) => unreadNotifications,
    },
    { label: 'Meine Anmeldungen', icon: 'key', to: '/anmeldungen', keywords: 'geräte sitzungen' },
  ],
}
