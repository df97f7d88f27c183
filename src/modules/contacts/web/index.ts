import type { WebModule } from '../../../platform/web/module.ts'
import { openContact } from './contact-sheet-store.ts'

export { openContact } from './contact-sheet-store.ts'

/** Contacts: the sheet that opens from anywhere with `n` and `k`. */
export const contacts: WebModule = {
  name: 'contacts',
  newActions: [
    {
      label: 'Kontakt',
      icon: 'topic',
      key: 'k',
      right: 'contact.write',
      keywords: 'gespräch telefonat beratung notiz',
      run: () => openContact(),
    },
  ],
  parts: [
    {
      slot: 'case-action',
      key: 'contact',
      label: 'Kontakt erfassen',
      order: 10,
      right: 'contact.write',
      load: () => import('./contact-action.tsx'),
    },
    {
      slot: 'day',
      key: 'own-work',
      label: 'Meine Fälle',
      order: 30,
      right: 'contact.write',
      load: () => import('./own-work-part.tsx'),
    },
    {
      slot: 'layer',
      key: 'contact-sheet',
      label: 'Kontakt',
      order: 10,
      right: 'contact.read',
      load: () => import('./contact-layer.tsx'),
    },
  ],
}
