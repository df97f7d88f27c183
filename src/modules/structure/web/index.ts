import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

export { StructureTabs } from './structure-tabs.tsx'

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/huerden',
  component: lazyRouteComponent(() => import('./barriers-page.tsx'), 'BarriersPage'),
})

const barrierRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/huerden/$id',
  component: lazyRouteComponent(() => import('./barrier-page.tsx'), 'BarrierPage'),
})

/** Barriers at structure level, under „Themen“. */
export const structure: WebModule = {
  name: 'structure',
  routes: [listRoute, barrierRoute],
  navigation: [{ label: 'Themen', to: '/huerden', icon: 'theme', order: 60, right: 'barrier.read' }],
  commands: [
    {
      label: 'Hürden',
      icon: 'theme',
      to: '/huerden',
      right: 'barrier.read',
      keywords: 'barrieren struktur matrix karte',
    },
  ],
}
