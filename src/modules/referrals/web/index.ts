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

const askedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pruefungen',
  component: lazyRouteComponent(() => import('./asked-disclosures-page.tsx'), 'AskedDisclosuresPage'),
})

const registerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/uebermittlungen',
  component: lazyRouteComponent(() => import('./disclosure-register-page.tsx'), 'DisclosureRegisterPage'),
})

/** Referrals: a tab of the case for who sends, a list and a page for who receives. */
export const referrals: WebModule = {
  name: 'referrals',
  routes: [receivedRoute, receivedReferralRoute, askedRoute, registerRoute],
  navigation: [
    { label: 'Eingegangene Verweise', to: '/verweise', icon: 'inbox', order: 25, right: 'referral.answer' },
    {
      label: 'Übermittlungen',
      to: '/uebermittlungen',
      icon: 'lock',
      order: 95,
      right: 'disclosure.register',
    },
  ],
  commands: [
    {
      label: 'Als zweite Person gefragt',
      icon: 'lock',
      to: '/pruefungen',
      right: 'disclosure.second',
      keywords: 'übermittlung ohne einwilligung kinderschutz',
    },
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
