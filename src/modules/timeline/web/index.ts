import type { WebModule } from '../../../platform/web/module.ts'

/** „Verlauf“: everything that happened in a case, as a tab of it. */
export const timeline: WebModule = {
  name: 'timeline',
  parts: [
    {
      slot: 'case',
      key: 'verlauf',
      label: 'Verlauf',
      order: 40,
      right: 'timeline.read',
      load: () => import('./timeline-part.tsx'),
    },
  ],
}
