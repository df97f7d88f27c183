import type { Duty } from '../platform/server/refuse-unready-production.ts'

/** What the law asks for before real data may come. Who builds one of these sets it here, with its end-to-end test. */
export const duties: readonly Duty[] = [
  { name: 'das Löschen einer Person auf Antrag (Art. 17 DSGVO)', present: false },
  { name: 'die Auskunft an eine Person über ihre Daten (Art. 15 DSGVO)', present: false },
]
