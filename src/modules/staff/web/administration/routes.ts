import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { appRoute } from '../../../../platform/web/shell/root-route.tsx'

const getParentRoute = () => appRoute

/** The pages behind „Verwaltung“; lists and settings of the district are the module tenancy's. */
export const administrationRoutes = [
  createRoute({
    getParentRoute,
    path: '/verwaltung',
    component: lazyRouteComponent(() => import('./administration-page.tsx'), 'AdministrationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/konten',
    component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/konten/neu',
    component: lazyRouteComponent(() => import('./new-user-page.tsx'), 'NewUserPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/konten/$id',
    component: lazyRouteComponent(() => import('./user-page.tsx'), 'UserPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/rechte',
    component: lazyRouteComponent(() => import('./rights-page.tsx'), 'RightsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/fachaufsicht',
    component: lazyRouteComponent(() => import('./oversight-page.tsx'), 'OversightPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/datenschutz',
    component: lazyRouteComponent(() => import('./protection-page.tsx'), 'ProtectionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verwaltung/protokoll',
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
]
