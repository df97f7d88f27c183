/** German sentences of the refusal codes of goals, steps and agreements. */
export const planTexts: Readonly<Record<string, string>> = {
  planHasNoOpenGoal: 'Eine Vereinbarung braucht mindestens ein offenes Ziel. Legen Sie zuerst ein Ziel an.',
  planOrderOutdated:
    'Die Liste wurde inzwischen geändert. Sie wird neu geladen; bitte ordnen Sie danach noch einmal.',
  droppedReasonMissing: 'Bitte wählen Sie, warum das Ziel nicht weiter verfolgt wird.',
  droppedReasonUnexpected: 'Einen Grund gibt es nur bei Zielen, die nicht weiter verfolgt werden.',
  lifeDomainUnknown: 'Diesen Lebensbereich gibt es in Ihrem Kreis nicht.',
  goalPersonUnknown: 'Diese Person gehört nicht zum Fall.',
  organisationUnknown: 'Diese Organisation gibt es in Ihrem Kreis nicht.',
  languageUnknown: 'Diese Sprache steht nicht in der Liste.',
  goalNotOpen: 'Das Ziel ist nicht mehr offen. Nehmen Sie es zuerst wieder auf.',
  agreementNotDraft: 'Diese Fassung ist kein Entwurf mehr. Unterschrieben wird immer die neueste Fassung.',
  signedOnScreen: 'Diese Vereinbarung wurde am Bildschirm unterschrieben. Einen Scan gibt es nur von Papier.',
  agreementNotSigned: 'Nur eine unterschriebene Vereinbarung kann beendet werden.',
  signatureClientMissing:
    'Es fehlt die Unterschrift der ratsuchenden Person oder ihrer gesetzlichen Vertretung.',
  signatureCaseManagerMissing: 'Es fehlt die Unterschrift des Case Managements.',
  signatureNameMissing: 'Wird am Bildschirm festgehalten, braucht jede anwesende Person einen Namen.',
  mediatorUnexpected:
    'Sie haben „ohne Sprachmittlung“ gewählt, aber eine Sprachmittlung als anwesend genannt.',
  signatureInFuture: 'Das Datum der Unterschrift liegt in der Zukunft.',
  signatureBeforeDraft: 'Das Datum der Unterschrift liegt vor dem Datum dieser Fassung.',
  endInFuture: 'Das Datum liegt in der Zukunft.',
  endBeforeSignature: 'Das Datum liegt vor der Unterschrift.',
}
