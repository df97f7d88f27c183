import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../../platform/web/module.ts'
import { appRoute } from '../../../../platform/web/shell/root-route.tsx'

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/anfragen',
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/anfragen/neu',
  component: lazyRouteComponent(() => import('./quick-entry-page.tsx'), 'QuickEntryPage'),
})

const briefAdviceRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/anfragen/kurzberatung',
  component: lazyRouteComponent(() => import('./brief-advice-page.tsx'), 'BriefAdvicePage'),
})

const requestRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/anfragen/$id',
  component: lazyRouteComponent(() => import('./request-page.tsx'), 'RequestPage'),
})

const partnerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kim-anfragen',
  component: lazyRouteComponent(() => import('./partner-page.tsx'), 'PartnerPage'),
})

const newPartnerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kim-anfragen/neu',
  component: lazyRouteComponent(() => import('./new-partner-request-page.tsx'), 'NewPartnerRequestPage'),
})

/** Requests: the queue, quick entry, brief advice, and the box on Mein Tag. */
export const requests: WebModule = {
  name: 'requests',
  routes: [listRoute, entryRoute, briefAdviceRoute, requestRoute, partnerRoute, newPartnerRoute],
  navigation: [
    { label: 'Anfragen', to: '/anfragen', icon: 'inbox', order: 20, right: 'request.read' },
    {
      label: 'KIM hinzuziehen',
      to: '/kim-anfragen',
      icon: 'share',
      order: 26,
      right: 'partnerRequest.write',
    },
  ],
  newActions: [
    {
      label: 'Anfrage',
      icon: 'inbox',
      key: 'a',
      to: '/anfragen/neu',
      right: 'request.write',
      keywords: 'anruf telefon neu',
    },
    {
      label: 'Kurzberatung',
      icon: 'topic',
      to: '/anfragen/kurzberatung',
      right: 'request.take',
      keywords: 'kurzintervention verweisberatung',
    },
  ],
  parts: [
    {
      slot: 'day',
      key: 'requests',
      label: 'Anfragen',
      order: 20,
      right: 'request.read',
      load: () => import('./waiting-part.tsx'),
    },
  ],
}
