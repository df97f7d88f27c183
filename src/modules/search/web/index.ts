import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'
import { searchForPalette } from './search-for-palette.ts'

const searchRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/suche',
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
})

/** Search over the own access: the page, and persons and cases in the command palette. */
export const search: WebModule = {
  name: 'search',
  routes: [searchRoute],
  commands: [
    {
      label: 'Suche',
      icon: 'search',
      to: '/suche',
      right: 'search.use',
      keywords: 'finden kontakte notizen telefon',
    },
  ],
  searches: [{ label: 'Fälle und Personen', right: 'search.use', search: searchForPalette }],
}
