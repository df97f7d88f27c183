import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const under = { getParentRoute: () => appRoute }

const overviewRoute = createRoute({
  ...under,
  path: '/konzepte',
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
})
const documentsRoute = createRoute({
  ...under,
  path: '/konzepte/dokumente',
  component: lazyRouteComponent(() => import('./documents-page.tsx'), 'DocumentsPage'),
})
const documentRoute = createRoute({
  ...under,
  path: '/konzepte/dokumente/$id',
  component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
})
const goalsRoute = createRoute({
  ...under,
  path: '/konzepte/ziele',
  component: lazyRouteComponent(() => import('./goals-page.tsx'), 'GoalsPage'),
})
const milestonesRoute = createRoute({
  ...under,
  path: '/konzepte/meilensteine',
  component: lazyRouteComponent(() => import('./milestones-page.tsx'), 'MilestonesPage'),
})
const activitiesRoute = createRoute({
  ...under,
  path: '/konzepte/aktionen',
  component: lazyRouteComponent(() => import('./activities-page.tsx'), 'ActivitiesPage'),
})
const interfacesRoute = createRoute({
  ...under,
  path: '/konzepte/schnittstellen',
  component: lazyRouteComponent(() => import('./interfaces-page.tsx'), 'InterfacesPage'),
})
const tasksRoute = createRoute({
  ...under,
  path: '/konzepte/aufgaben',
  component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
})

/** „Konzepte und Ziele“: what is due first, then each register. */
export const programme: WebModule = {
  name: 'programme',
  routes: [
    overviewRoute,
    documentsRoute,
    documentRoute,
    goalsRoute,
    milestonesRoute,
    activitiesRoute,
    interfacesRoute,
    tasksRoute,
  ],
  navigation: [
    { label: 'Konzepte und Ziele', to: '/konzepte', icon: 'document', order: 75, right: 'programme.read' },
  ],
  commands: [
    {
      label: 'Schnittstellengespräche',
      icon: 'group',
      to: '/konzepte/schnittstellen',
      right: 'programme.read',
      keywords: 'jobcenter jugendamt sozialamt mbe jmd austausch',
    },
    {
      label: 'Meilensteine',
      icon: 'calendar',
      to: '/konzepte/meilensteine',
      right: 'programme.read',
      keywords: 'zeitplan phasenmodell',
    },
  ],
}
