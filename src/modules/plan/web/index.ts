import type { WebModule } from '../../../platform/web/module.ts'

/** Goals, steps and the integration agreement: a tab of the case. */
export const plan: WebModule = {
  name: 'plan',
  parts: [
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
