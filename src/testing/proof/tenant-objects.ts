import { newId } from '../../platform/contract/ids.ts'
import { WordingSection } from '../../modules/consent/index.ts'
import type { ObjectKind } from './object-kind.ts'

/** Everything a section may need: each placeholder, and a way to reach the office. */
const text = '[Empfänger] [Zweck] [Angaben] [besondere Angaben] [Zeitraum] Telefon 01234 567890'
const sections = JSON.stringify(Object.fromEntries(WordingSection.options.map((key) => [key, text])))

/** What belongs to the tenant and to nobody in particular: entries of its lists, texts for consents. */
export const tenantObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/catalogues/:id': {
    table: 'catalogue_entry',
    make: async (owner, { house }) => {
      const id = newId()
      const row = { id, kind: 'targetGroup', key: `k${id.slice(-12)}`, label: 'Familien', position: 9 }
      await house.system(owner.tenant, (tx) => tx.insertInto('catalogue_entry').values(row).execute())
      return { id }
    },
  },
  '/api/consent-wordings/:id': {
    table: 'consent_wording',
    make: async (owner, { house }) => {
      const id = newId()
      const number = Number.parseInt(id.slice(-6), 16) + 1
      const row = { id, kind: 'consent', language: 'de', number, sections, created_by: owner.id }
      await house.system(owner.tenant, (tx) => tx.insertInto('consent_wording').values(row).execute())
      return { id }
    },
  },
}
