import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/gremien',
  component: lazyRouteComponent(() => import('./committees-page.tsx'), 'CommitteesPage'),
})
const foundRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/gremien/neu',
  component: lazyRouteComponent(() => import('./found-page.tsx'), 'FoundPage'),
})
const committeeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/gremien/$id',
  component: lazyRouteComponent(() => import('./committee-page.tsx'), 'CommitteePage'),
})
const meetingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sitzungen/$id',
  component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
})
const decisionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/beschluesse',
  component: lazyRouteComponent(() => import('./decisions-page.tsx'), 'DecisionsPage'),
})
const followUpRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/arbeitsauftraege',
  component: lazyRouteComponent(() => import('./follow-up-page.tsx'), 'FollowUpPage'),
})
const requestsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/bedarfsanzeigen',
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
})
const feedbackRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rueckmeldungen',
  component: lazyRouteComponent(() => import('./feedback-page.tsx'), 'FeedbackPage'),
})
const memberRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/meine-gremien',
  component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
})

/** Committees: list, page, meeting with minutes, registers, and the small area of members. */
export const committees: WebModule = {
  name: 'committees',
  routes: [
    listRoute,
    foundRoute,
    committeeRoute,
    meetingRoute,
    decisionsRoute,
    followUpRoute,
    requestsRoute,
    feedbackRoute,
    memberRoute,
  ],
  navigation: [
    { label: 'Gremien', to: '/gremien', icon: 'group', order: 70, right: 'committee.read' },
    { label: 'Meine Gremien', to: '/meine-gremien', icon: 'group', order: 72, right: 'member.read' },
  ],
  commands: [
    {
      label: 'Beschlussregister',
      icon: 'document',
      to: '/beschluesse',
      right: 'decision.read',
      keywords: 'beschluss kreistag ausschuss empfehlung',
    },
    {
      label: 'Arbeitsaufträge der Gremien',
      icon: 'task',
      to: '/arbeitsauftraege',
      right: 'decision.read',
      keywords: 'wiedervorlage auftrag projektauftrag',
    },
  ],
  parts: [
    {
      slot: 'theme',
      key: 'beschluesse',
      label: 'Beschlüsse',
      order: 20,
      right: 'decision.read',
      load: () => import('./theme-part.tsx'),
    },
  ],
}
