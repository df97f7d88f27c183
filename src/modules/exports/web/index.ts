import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/ausgaben',
  component: lazyRouteComponent(() => import('./exports-page.tsx'), 'ExportsPage'),
})

const caseFileRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/ausgaben/akte/$caseId',
  component: lazyRouteComponent(() => import('./case-file-page.tsx'), 'CaseFilePage'),
})

/** Case files and lists as files. */
export const exports: WebModule = {
  name: 'exports',
  routes: [listRoute, caseFileRoute],
  parts: [
    {
      slot: 'list-action',
      key: 'ausgeben',
      label: 'Liste ausgeben',
      order: 90,
      right: 'export.own',
      load: () => import('./list-action.tsx'),
    },
  ],
  account: [
    {
      label: 'Meine Ausgaben',
      icon: 'download',
      to: '/ausgaben',
      right: 'export.own',
      keywords: 'export pdf csv excel herunterladen drucken',
    },
  ],
}
