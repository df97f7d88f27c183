import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

export { BarrierPicker, type PickedBarrier } from './barrier-picker.tsx'
export type { TakenBarriers } from './into-theme.tsx'
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

const groupsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/huerden/gruppen',
  component: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
})

const groupRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/huerden/gruppen/$id',
  component: lazyRouteComponent(() => import('./group-page.tsx'), 'GroupPage'),
})

/** Barriers at structure level, under „Themen“. */
export const structure: WebModule = {
  name: 'structure',
  routes: [listRoute, barrierRoute, groupsRoute, groupRoute],
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
