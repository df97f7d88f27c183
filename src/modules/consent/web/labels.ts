/** Names of the fields of the text, as the form and its error summary say them. */
export const labels = {
  personId: 'Um wessen Angaben geht es?',
  recipientKind: 'Mit wem?',
  organisationId: 'Stelle',
  unitId: 'Abteilung',
  recipientName: 'Name der Stelle oder Person',
  direction: 'In welche Richtung?',
  purposes: 'Wozu?',
  purpose: 'Wozu genau?',
  lifeDomains: 'Welche Lebensbereiche?',
  dataCategories: 'Welche Angaben?',
  specialCategories: 'Besonders geschützte Angaben',
  validFrom: 'Gilt ab',
  validTo: 'Gilt bis einschließlich',
  refusalConsequence: 'Was geschieht ohne diese Erklärung?',
} as const
