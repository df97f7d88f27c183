import type { WebModule } from '../../../platform/web/module.ts'

/** Consents and releases from secrecy: a tab of the case and a card on its overview. */
export const consent: WebModule = {
  name: 'consent',
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
