import type { WordingSection } from './wording.ts'

/** Names of the sections as the administrator reads them. */
export const wordingSectionLabels: Readonly<Record<WordingSection, string>> = {
  introduction: 'Einleitung',
  recipient: 'Empfänger',
  purpose: 'Zweck',
  dataKinds: 'Art der Angaben',
  specialCategories: 'Besonders geschützte Angaben',
  period: 'Zeitraum',
  voluntary: 'Freiwilligkeit',
  refusal: 'Folgen eines Neins',
  withdrawal: 'Recht auf Widerruf',
  withdrawalWays: 'Weg des Widerrufs',
  controller: 'Verantwortliche Stelle mit Kontakt',
  protectionOfficer: 'Datenschutzbeauftragte mit Kontakt',
}
