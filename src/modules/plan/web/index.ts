import type { WebModule } from '../../../platform/web/module.ts'

/** Goals, steps and the integration agreement: a tab of the case. */
export const plan: WebModule = {
  name: 'plan',
  parts: [
    {
      slot: 'share',
      key: 'ziele',
      label: 'Ziele',
      order: 30,
      right: 'plan.read',
      load: () => import('./shared-goals-part.tsx'),
    },
    {
      slot: 'share',
      key: 'vereinbarung',
      label: 'Vereinbarung',
      order: 40,
      right: 'plan.read',
      load: () => import('./shared-agreement-part.tsx'),
    },
    {
      slot: 'case',
      key: 'plan',
      label: 'Plan und Vereinbarung',
      order: 30,
      right: 'plan.read',
      load: () => import('./plan-part.tsx'),
    },
  ],
}
