import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { WebModule } from '../../../../platform/web/module.ts'
import { appRoute } from '../../../../platform/web/shell/root-route.tsx'

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/faelle',
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
})
const newRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/faelle/neu',
  component: lazyRouteComponent(() => import('./new-case-page.tsx'), 'NewCasePage'),
})
const handoversRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/faelle/uebergabe',
  component: lazyRouteComponent(() => import('./handovers-page.tsx'), 'HandoversPage'),
})
const restrictedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/faelle/eingeschraenkt',
  component: lazyRouteComponent(() => import('./restricted-cases-page.tsx'), 'RestrictedCasesPage'),
})
const caseRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/faelle/$id',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
})
const shareRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teilen/$id',
  component: lazyRouteComponent(() => import('./share-page.tsx'), 'SharePage'),
})
const below = (path: string, load: () => Promise<Record<string, never>>, name: string) =>
  createRoute({
    getParentRoute: () => caseRoute,
    path,
    component: lazyRouteComponent(load as never, name as never),
  })

/** Case files: list, intake, the page of a case with its tabs. */
export const cases: WebModule = {
  name: 'cases',
  routes: [
    listRoute,
    newRoute,
    handoversRoute,
    restrictedRoute,
    shareRoute,
    caseRoute.addChildren([
      below('/', () => import('./overview.tsx') as never, 'Overview'),
      below('angaben', () => import('./facts-page.tsx') as never, 'FactsPage'),
      below('abschluss', () => import('./closure-page.tsx') as never, 'ClosurePage'),
      below('personen/neu', () => import('./new-person-page.tsx') as never, 'NewPersonPage'),
      below('personen/$memberId', () => import('./member-page.tsx') as never, 'MemberPage'),
      below('$part', () => import('./case-part.tsx') as never, 'CasePart'),
    ]),
  ],
  navigation: [{ label: 'Fälle', to: '/faelle', icon: 'cases', order: 30, right: 'case.read' }],
  newActions: [
    { label: 'Fall', icon: 'cases', key: 'f', to: '/faelle/neu', right: 'case.open', keywords: 'aufnahme' },
  ],
  parts: [
    {
      slot: 'case',
      key: 'aufnahme',
      label: 'Aufnahme',
      order: 15,
      right: 'case.read',
      load: () => import('./intake-part.tsx'),
    },
  ],
}
