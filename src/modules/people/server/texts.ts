/** German sentences of the refusal codes of persons. */
export const personTexts: Readonly<Record<string, string>> = {
  personReadOnly: 'Sie können die Angaben zu dieser Person lesen, aber nicht ändern.',
  statusOff:
    'Dieser Wert steht hier nicht zur Auswahl. Öffentliche Stellen müssen ohne Aufenthaltsrecht bekannt gewordene Personen melden (§ 87 AufenthG); deshalb ist er abgeschaltet, bis die Stellungnahme der oder des Datenschutzbeauftragten vorliegt.',
  statusNotIssued: 'Dieser Titel wird nicht mehr erteilt. Bitte prüfen Sie den Beginn.',
  tooManyDuplicateChecks:
    'Sie haben in kurzer Zeit sehr viele Namen geprüft. Die Prüfung auf schon erfasste Personen ist in einigen Minuten wieder möglich; speichern können Sie trotzdem.',
  residenceRangeEmpty: 'Das Ende liegt vor dem Beginn.',
}
