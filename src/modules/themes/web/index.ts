import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const boardRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/themen',
  component: lazyRouteComponent(() => import('./themes-page.tsx'), 'ThemesPage'),
})
const themeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/themen/$id',
  component: lazyRouteComponent(() => import('./theme-page.tsx'), 'ThemePage'),
})
const reconstructionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rekonstruktionen',
  component: lazyRouteComponent(() => import('./reconstructions-page.tsx'), 'ReconstructionsPage'),
})
const reconstructionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rekonstruktionen/$id',
  component: lazyRouteComponent(() => import('./reconstruction-page.tsx'), 'ReconstructionPage'),
})

/** Generative themes and reconstructions. Parts of slot `theme` get `{ themeId }`: what was built, did it help. */
export const themes: WebModule = {
  name: 'themes',
  routes: [boardRoute, themeRoute, reconstructionsRoute, reconstructionRoute],
  navigation: [{ label: 'Themen', to: '/themen', icon: 'theme', order: 60, right: 'theme.read' }],
  commands: [
    {
      label: 'Fallrekonstruktionen',
      icon: 'theme',
      to: '/rekonstruktionen',
      right: 'reconstruction.read',
      keywords: 'fall rekonstruieren stationen kette',
    },
  ],
}
