/** German sentences of the refusal codes of this module. */
export const tenancyTexts: Readonly<Record<string, string>> = {
  catalogueClosed:
    'Diese Liste hat feste Einträge. Sie können Bezeichnungen ändern und Einträge beenden, aber keine hinzufügen.',
  departureNeedsOpinion:
    'Ausreise oder Rückkehr steht als Abschlussgrund erst zur Wahl, wenn die Stellungnahme der oder des Datenschutzbeauftragten zu § 87 AufenthG vorliegt und es erlaubt.',
  lockedStaysLocked:
    'Dieser Lebensbereich bleibt gesperrt. Er öffnet sich je Fall, sobald die Rechtsgrundlage vermerkt ist.',
  catalogueKeyTaken: 'In dieser Liste gibt es schon einen Eintrag mit diesem Schlüssel.',
  settingNeedsOpinion:
    'Diese Einstellung lässt sich erst einschalten, wenn eine Stellungnahme der oder des Datenschutzbeauftragten zu § 87 AufenthG eingetragen ist und es erlaubt.',
  stillInUse: 'Das lässt sich noch nicht beenden, weil etwas daran hängt.',
  targetGroupEnded: 'Diese Fassung ist schon abgelöst. Bitte öffnen Sie die Fassung, die jetzt gilt.',
  unknownReference: 'Diesen Eintrag gibt es im Kreis nicht.',
  referenceEnds: 'Dieser Eintrag ist beendet oder hat schon ein Ende. Bitte wählen Sie einen anderen.',
  unitElsewhere: 'Diese Stelle gehört zu einer anderen Organisation.',
  parentIsBelow: 'Eine Stelle kann nicht unter sich selbst liegen.',
  emptyPeriod: 'Das Ende muss nach dem Beginn liegen.',
  emptyHours: 'Das Ende muss nach dem Beginn liegen.',
  futureMove: 'Bitte tragen Sie den Wechsel ein, sobald er gilt; der Tag darf nicht in der Zukunft liegen.',
  beforeCurrent: 'Der Tag muss nach dem Beginn dessen liegen, was jetzt gilt.',
  sameRegion: 'Dorthin gehört die Kommune schon.',
  valuesDiffer: 'Die Zahlen der Skala bleiben: Was eingeschätzt ist, behält seine Bedeutung.',
}
