import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../../platform/web/shell/root-route.tsx'

const getParentRoute = () => appRoute

/** The pages behind „Verwaltung“ on which the administrator changes the configuration of the district. */
export const configurationRoutes = [
  createRoute({
    getParentRoute,
    path: '/verwaltung/organisationen',
    component: lazyRouteComponent(() => import('./organisations-page.tsx'), 'OrganisationsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/standorte',
    component: lazyRouteComponent(() => import('./sites-page.tsx'), 'SitesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/stellenplan',
    component: lazyRouteComponent(() => import('./positions-page.tsx'), 'PositionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/gebiet',
    component: lazyRouteComponent(() => import('./area-page.tsx'), 'AreaPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/zielgruppen',
    component: lazyRouteComponent(() => import('./target-groups-page.tsx'), 'TargetGroupsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/bezeichnungen',
    component: lazyRouteComponent(() => import('./wording-page.tsx'), 'WordingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/abweichungen',
    component: lazyRouteComponent(() => import('./differences-page.tsx'), 'DifferencesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/aenderungen',
    component: lazyRouteComponent(() => import('./changes-page.tsx'), 'ChangesPage'),
  }),
]
