import type { WebModule } from '../../../platform/web/module.ts'

/** Assessment over the life domains: a tab of the case and a card on its overview. */
export const assessment: WebModule = {
  name: 'assessment',
  parts: [
    {
      slot: 'case',
      key: 'lebensbereiche',
      label: 'Lebensbereiche',
      order: 20,
      right: 'assessment.read',
      load: () => import('./assessment-part.tsx'),
    },
    {
      slot: 'case-overview',
      key: 'lebensbereiche',
      label: 'Lebensbereiche',
      order: 20,
      right: 'assessment.read',
      load: () => import('./overview-part.tsx'),
    },
    {
      slot: 'share',
      key: 'lebensbereiche',
      label: 'Lebensbereiche',
      order: 20,
      right: 'assessment.read',
      load: () => import('./shared-part.tsx'),
    },
  ],
}
