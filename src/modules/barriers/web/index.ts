import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'
import { openProblem } from './problem-sheet-store.ts'

export { GateMarks } from './gate-marks.tsx'
export { openProblem } from './problem-sheet-store.ts'

const impulsesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/impulse',
  component: lazyRouteComponent(() => import('./impulses-page.tsx'), 'ImpulsesPage'),
})

const interviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/huerden/interview',
  component: lazyRouteComponent(() => import('./interview-page.tsx'), 'InterviewPage'),
})

const calledRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/huerden/eingeschaltet',
  component: lazyRouteComponent(() => import('./called-page.tsx'), 'CalledPage'),
})

/** The case side of barriers: the sheet that opens with `n` and `h`, a tab of the case, impulses, interviews. */
export const barriers: WebModule = {
  name: 'barriers',
  routes: [impulsesRoute, interviewRoute, calledRoute],
  navigation: [{ label: 'Impulse', to: '/impulse', icon: 'topic', order: 65, right: 'impulse.write' }],
  newActions: [
    {
      label: 'Hürde',
      icon: 'alert',
      key: 'h',
      right: 'problem.write',
      keywords: 'barriere problem hindernis lücke schnittstelle',
      run: () => openProblem(),
    },
  ],
  commands: [
    {
      label: 'Interview festhalten',
      icon: 'person',
      to: '/huerden/interview',
      right: 'barrier.write',
      keywords: 'gespräch leitfaden beratungsdienst',
    },
    {
      label: 'Zu einer Hürde eingeschaltet',
      icon: 'alert',
      to: '/huerden/eingeschaltet',
      right: 'problem.answer',
      keywords: 'fallaufbereitung koordination',
    },
  ],
  parts: [
    {
      slot: 'case',
      key: 'huerden',
      label: 'Hürden',
      order: 47,
      right: 'problem.read',
      load: () => import('./problems-part.tsx'),
    },
    {
      slot: 'layer',
      key: 'problem-sheet',
      label: 'Hürde',
      order: 20,
      right: 'problem.write',
      load: () => import('./problem-layer.tsx'),
    },
  ],
}
