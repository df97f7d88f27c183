import { newId } from '../../platform/contract/ids.ts'
import { WordingSection } from '../../modules/consent/index.ts'
import type { ObjectKind } from './objects.ts'

/** Everything a section may need: each placeholder, and a way to reach the office. */
const text = '[Empfänger] [Zweck] [Angaben] [besondere Angaben] [Zeitraum] Telefon 01234 567890'
const sections = JSON.stringify(Object.fromEntries(WordingSection.options.map((key) => [key, text])))

/** Texts for consents: of the tenant, of nobody in particular. */
export const wordingObjects: Readonly<Record<string, ObjectKind>> = {
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
