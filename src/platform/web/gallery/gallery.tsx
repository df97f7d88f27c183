import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../module.ts'
import type { Identity } from '../session.ts'
import { appRoute } from '../shell/root-route.tsx'
import { startApp } from '../start-app.tsx'

/** Development only: every part of `ui/` on one page, without a server. `vite` and open this folder's index.html. */
const identity: Identity = {
  purpose: 'Bausteine',
  load: async () => ({
    user: {
      id: 'gallery',
      displayName: 'Alex Beispiel',
      organisation: 'Beispielkreis',
      unit: 'Musterstelle',
    },
    tenant: { name: 'Beispielkreis', kiName: 'Musterzentrum', fundersNote: 'Gefördert durch Beispielmittel' },
    rights: new Set<string>(),
    deputyFor: ['Kim Muster'],
    mode: 'demo',
    unreadNotifications: 0,
  }),
  signOut: async () => {},
  SignIn: () => null,
}

const routes = ['/', '/$name'].map((path) =>
  createRoute({
    getParentRoute: () => appRoute,
    path,
    component: lazyRouteComponent(() => import('./gallery-page.tsx'), 'GalleryPage'),
  }),
)

const gallery: WebModule = {
  name: 'gallery',
  routes,
  navigation: [
    { label: 'Bausteine', to: '/', icon: 'home', order: 10 },
    { label: 'Felder', to: '/fields', icon: 'edit', order: 20 },
    { label: 'Listen', to: '/lists', icon: 'inbox', order: 30 },
    { label: 'Karten', to: '/cards', icon: 'cases', order: 40 },
    { label: 'Verlauf', to: '/course', icon: 'clock', order: 50 },
    { label: 'Verwaltung', to: '/admin', icon: 'settings', order: 60 },
  ],
  newActions: [{ label: 'Neuer Eintrag', icon: 'add', key: 'k', to: '/new' }],
  commands: [{ label: 'Etwas tun', run: () => {} }],
}

void startApp({ identity, modules: [gallery] })
