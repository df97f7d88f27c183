import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const districtPage = lazyRouteComponent(() => import('./district/district-page.tsx'), 'DistrictPage')

const districtRoute = createRoute({ getParentRoute: () => appRoute, path: '/kreis', component: districtPage })

const districtPartRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kreis/$part',
  component: districtPage,
})

const cataloguesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/verwaltung/kataloge',
  component: lazyRouteComponent(() => import('./catalogues/catalogues-page.tsx'), 'CataloguesPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/verwaltung/einstellungen',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

/** The district on screen, its lists and its settings. */
export const tenancy: WebModule = {
  name: 'tenancy',
  routes: [districtRoute, districtPartRoute, cataloguesRoute, settingsRoute],
  navigation: [{ label: 'Kreis', to: '/kreis', icon: 'map', order: 95, right: 'tenancy.read' }],
  commands: [
    {
      label: 'Listen des Kreises bearbeiten',
      icon: 'settings',
      to: '/verwaltung/kataloge',
      right: 'tenancy.edit',
      keywords: 'kataloge zugangswege abschlussgründe',
    },
    {
      label: 'Einstellungen des Kreises',
      icon: 'settings',
      to: '/verwaltung/einstellungen',
      right: 'tenancy.read',
      keywords: 'fristen schwellen',
    },
  ],
}
