import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const wordingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/verwaltung/einwilligungstexte',
  component: lazyRouteComponent(() => import('./wordings/wordings-page.tsx'), 'WordingsPage'),
})

/** Consents and releases from secrecy: a tab of the case, a card on its overview, and the texts people sign. */
export const consent: WebModule = {
  name: 'consent',
  routes: [wordingsRoute],
  commands: [
    {
      label: 'Texte für Einwilligungen',
      icon: 'document',
      to: '/verwaltung/einwilligungstexte',
      right: 'consentWording.read',
      keywords: 'schweigepflicht fassung vorlage',
    },
  ],
  parts: [
    {
      slot: 'case',
      key: 'einwilligungen',
      label: 'Einwilligungen',
      order: 40,
      right: 'consent.read',
      load: () => import('./consents-part.tsx'),
    },
    {
      slot: 'case-overview',
      key: 'einwilligungen',
      label: 'Einwilligungen',
      order: 40,
      right: 'consent.read',
      load: () => import('./overview-part.tsx'),
    },
  ],
}
