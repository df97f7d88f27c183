import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

export { ThemeField } from './theme-field.tsx'

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
const offerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rekonstruktionen/anbieten',
  component: lazyRouteComponent(() => import('./offer-page.tsx'), 'OfferPage'),
})
const reconstructionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rekonstruktionen/$id',
  component: lazyRouteComponent(() => import('./reconstruction-page.tsx'), 'ReconstructionPage'),
})

/** Generative themes and reconstructions. Parts of slot `theme` get `{ themeId }`: what was built, did it help. */
export const themes: WebModule = {
  name: 'themes',
  routes: [boardRoute, themeRoute, reconstructionsRoute, offerRoute, reconstructionRoute],
  navigation: [
    { label: 'Themen', to: '/themen', icon: 'theme', order: 61, right: 'theme.read' },
    { label: 'Themen', to: '/rekonstruktionen', icon: 'theme', order: 62, right: 'reconstruction.read' },
  ],
  commands: [
    {
      label: 'Themen',
      icon: 'theme',
      to: '/themen',
      right: 'theme.read',
      keywords: 'generative themen tafel',
    },
    {
      label: 'Fallrekonstruktionen',
      icon: 'theme',
      to: '/rekonstruktionen',
      right: 'reconstruction.read',
      keywords: 'fall rekonstruieren stationen kette',
    },
  ],
  // The way from barriers into a theme; and tabs under „Themen“ (module structure shows them): there only label and path.
  parts: [
    {
      slot: 'barriers',
      key: 'themen',
      label: 'Thema',
      order: 10,
      right: 'theme.write',
      load: () => import('./into-theme-part.tsx'),
    },
    {
      slot: 'structure-tab',
      key: 'themen',
      label: 'Themen',
      order: 20,
      right: 'theme.read',
      load: () => import('./themes-tab.tsx'),
    },
    {
      slot: 'structure-tab',
      key: 'rekonstruktionen',
      label: 'Rekonstruktionen',
      order: 30,
      right: 'reconstruction.read',
      load: () => import('./themes-tab.tsx'),
    },
  ],
}
