import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'
import { openTask } from './task-sheet-store.ts'

export { CaseChooser } from './case-chooser.tsx'
export { caseInAddress } from './case-in-address.ts'
export { openTask } from './task-sheet-store.ts'

const dayRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./day-page.tsx'), 'DayPage'),
})

const tasksRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/aufgaben',
  component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
})

/** Mein Tag and tasks: the start page, the list, the sheet that opens from anywhere with `n` and `t`. */
export const calendar: WebModule = {
  name: 'calendar',
  routes: [dayRoute, tasksRoute],
  navigation: [
    { label: 'Mein Tag', to: '/', icon: 'home', order: 10 },
    { label: 'Aufgaben', to: '/aufgaben', icon: 'task', order: 40, right: 'task.read' },
  ],
  newActions: [
    {
      label: 'Aufgabe',
      icon: 'task',
      key: 't',
      right: 'task.write',
      keywords: 'erinnerung wiedervorlage frist',
      run: () => openTask(),
    },
  ],
  parts: [
    {
      slot: 'layer',
      key: 'task-sheet',
      label: 'Aufgabe',
      order: 20,
      right: 'task.write',
      load: () => import('./task-layer.tsx'),
    },
    {
      slot: 'case-overview',
      key: 'tasks',
      label: 'Aufgaben',
      order: 20,
      right: 'task.read',
      load: () => import('./case-tasks-part.tsx'),
    },
  ],
}
