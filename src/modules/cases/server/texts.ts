/** German sentences of the refusal codes of case files. */
export const caseTexts: Readonly<Record<string, string>> = {
  tooManySavedFilters: 'Sie haben schon 30 Filter gemerkt. Bitte löschen Sie zuerst einen.',
  caseReadOnly: 'Sie können diesen Fall lesen, aber nicht bearbeiten.',
  caseClosed: 'Der Fall ist abgeschlossen. Zum Bearbeiten nehmen Sie ihn bitte wieder auf.',
  basisMissing:
    'Für diese Angaben fehlt noch die Rechtsgrundlage. Bitte informieren Sie die Person und halten Sie die Grundlage fest.',
  basisTaskNotPublic:
    'Auf die öffentliche Aufgabe können sich nur öffentliche Stellen stützen. Bitte wählen Sie Einwilligung oder Vertrag.',
  basisContractSpecial:
    'Für Angaben zu Gesundheit und Religion reicht ein Vertrag nicht aus (Art. 9 DSGVO). Bitte wählen Sie eine andere Grundlage.',
  basisInformedLater: 'Die Information der Person kann nicht in der Zukunft liegen.',
  firstTalkLater: 'Das Erstgespräch kann nicht in der Zukunft liegen.',
  phaseUnchanged: 'Der Fall ist schon in dieser Phase.',
  phaseByClosure: 'In diese Phase kommt der Fall mit dem Abschluss.',
  phaseByReopening: 'Der Fall ist abgeschlossen. Zurück geht es mit der Wiederaufnahme.',
  phaseNotNext: 'Dieser Schritt ist von der jetzigen Phase aus nicht vorgesehen.',
  phaseIncomplete: 'Für die nächste Phase fehlt noch etwas. Was fehlt, steht neben den Phasen.',
  stepLater: 'Das Datum darf nicht in der Zukunft liegen.',
  stepBefore: 'Das Datum liegt vor dem Beginn der jetzigen Phase.',
  intensityUnchanged: 'Der Fall hat schon diese Intensität.',
  personMissing: 'Bitte erfassen Sie zuerst eine Person. Ohne Namen ist nur eine Kurzintervention möglich.',
  personAlreadyInCase: 'Diese Person gehört schon zu diesem Fall.',
  personRangeEmpty: 'Das Ende liegt vor dem Beginn.',
  mainPersonStays:
    'Die Hauptperson kann nicht beendet werden. Bitte bestimmen Sie zuerst eine andere Hauptperson.',
  closureLater: 'Der Abschluss darf nicht in der Zukunft liegen.',
  closureBeforeOpening: 'Der Abschluss liegt vor dem Beginn des Falls.',
  aftercareBeforeClosure: 'Die Nachsorge liegt vor dem Abschluss.',
  closureNamesDeparture:
    'Ein Abschlussgrund, der die Ausreise nennt, ist abgeschaltet, bis die Stellungnahme der oder des Datenschutzbeauftragten vorliegt (§ 87 AufenthG).',
  caseNotClosed: 'Der Fall ist nicht abgeschlossen.',
  reopeningLater: 'Die Wiederaufnahme darf nicht in der Zukunft liegen.',
  reopeningBeforeClosure: 'Die Wiederaufnahme liegt vor dem Abschluss.',
  handoverToSame: 'Diese Person ist schon zuständig.',
  handoverRefused:
    'Die Übergabe ist so nicht möglich. Übernehmen kann nur, wer im Case Management arbeitet; die Koordination übergibt nur zwischen Personen, für die sie die Fachaufsicht hat.',
  releaseNotCoordinator:
    'Freigeben können Sie den Fall nur für die Koordination, die die Fachaufsicht für ihn hat.',
  clearAccessNotOverseen: 'Sie haben für diesen Fall keine Fachaufsicht.',
  clearAccessOtherEmployer:
    'Akten eines anderen Trägers öffnet ein Grund allein nicht. Bitte bitten Sie die fallführende Person um eine Freigabe.',
  clearAccessSecrecy:
    'Diese Akte ist nach § 203 StGB gekennzeichnet; ein Grund allein öffnet sie nicht. Bitte bitten Sie die fallführende Person um eine Freigabe.',
  clearAccessTooLong: 'Aus einem Grund ist der Zugang höchstens 72 Stunden möglich.',
}
