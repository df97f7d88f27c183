/** German sentences of the refusal codes of this module. */
export const assessmentTexts: Readonly<Record<string, string>> = {
  assessmentOpen: 'In diesem Fall ist schon ein Assessment offen. Bitte arbeiten Sie dort weiter.',
  assessmentFinished:
    'Dieses Assessment ist abgeschlossen und wird nicht mehr geändert. Was sich verändert hat, halten Sie im nächsten Re-Assessment fest.',
  assessmentFinishedStays:
    'Dieses Assessment ist abgeschlossen und gehört zur Akte. Verwerfen lässt sich nur ein offenes Assessment.',
  nothingAnswered:
    'Es ist noch kein Lebensbereich beantwortet. Auch „nicht besprochen“ ist eine Antwort; danach können Sie abschließen.',
  assessmentNotFinished: 'Dieses Assessment ist nicht abgeschlossen.',
  undoTooLate:
    'Der Abschluss lässt sich nur am selben Tag zurücknehmen. Bitte beginnen Sie ein Re-Assessment.',
  newerAssessment: 'Danach wurde schon ein neues Assessment begonnen. Der Abschluss bleibt deshalb bestehen.',
  scaleRequired: 'Ihr Kreis sieht für das Assessment eine Skala vor.',
  lockedByDistrict:
    'Dieser Lebensbereich ist in Ihrem Kreis gesperrt. Wenden Sie sich an die Administration der Anwendung.',
}

/** Sentences that stand at a field of the row. */
export const assessmentFieldTexts = {
  notOnScale: 'Diesen Wert gibt es auf der Skala nicht.',
  noScale: 'Dieses Assessment wird ohne Skala geführt. Bitte beschreiben Sie es in Worten.',
  valueWithoutRating: 'Was nicht besprochen oder nicht bekannt ist, hat hier keinen Wert.',
  startInFuture: 'Das Assessment kann nicht in der Zukunft beginnen.',
  startBeforeCase: 'Das Assessment kann nicht vor dem Beginn des Falls liegen.',
  personNotOfCase: 'Diese Person gehört nicht zum Fall.',
} as const
