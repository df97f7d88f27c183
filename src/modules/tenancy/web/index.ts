import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'
import { configurationRoutes } from './administration/routes.ts'

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
  routes: [districtRoute, districtPartRoute, cataloguesRoute, settingsRoute, ...configurationRoutes],
  navigation: [{ label: 'Kreis', to: '/kreis', icon: 'map', order: 95, right: 'tenancy.read' }],
  commands: [
    {
      label: 'Organisationen und Stellen bearbeiten',
      icon: 'settings',
      to: '/verwaltung/organisationen',
      right: 'tenancy.edit',
      keywords: 'träger anstellungsträger einheiten fachdienst',
    },
    {
      label: 'Standorte und Sprechzeiten bearbeiten',
      icon: 'settings',
      to: '/verwaltung/standorte',
      right: 'tenancy.edit',
      keywords: 'öffnungszeiten beratung',
    },
    {
      label: 'Stellenplan bearbeiten',
      icon: 'settings',
      to: '/verwaltung/stellenplan',
      right: 'tenancy.edit',
      keywords: 'positionen vzä',
    },
    {
      label: 'Bezirke und Kommunen bearbeiten',
      icon: 'settings',
      to: '/verwaltung/gebiet',
      right: 'tenancy.edit',
      keywords: 'gebiet sozialraum gemeinden',
    },
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
