import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const receivedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/verweise',
  component: lazyRouteComponent(() => import('./received-page.tsx'), 'ReceivedPage'),
})

const receivedReferralRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/verweise/$id',
  component: lazyRouteComponent(() => import('./received-referral-page.tsx'), 'ReceivedReferralPage'),
})

/** Referrals: a tab of the case for who sends, a list and a page for who receives. */
export const referrals: WebModule = {
  name: 'referrals',
  routes: [receivedRoute, receivedReferralRoute],
  navigation: [
    { label: 'Eingegangene Verweise', to: '/verweise', icon: 'inbox', order: 25, right: 'referral.answer' },
  ],
  parts: [
    {
      slot: 'case',
      key: 'verweise',
      label: 'Verweise',
      order: 45,
      right: 'referral.read',
      load: () => import('./referrals-part.tsx'),
    },
  ],
}
