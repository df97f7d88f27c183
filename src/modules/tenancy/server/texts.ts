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
}
