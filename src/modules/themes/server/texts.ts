/** German sentences of the refusal codes of themes and reconstructions. */
export const themeTexts: Readonly<Record<string, string>> = {
  themePathMissing:
    'Für Ihren Kreis ist noch kein Weg eines Themas geladen. Bitte laden Sie die Konfiguration des Kreises neu.',
  themeMoveUnknown: 'Diesen Schritt gibt es in Ihrem Kreis nicht.',
  themeMoveNotFromHere: 'Dieser Schritt passt nicht zum Stand des Themas.',
  themeNeedsTrait:
    'Dieser Schritt ist nur offen, wenn das Thema den ganzen Kreis betrifft oder einer der Gründe zutrifft, die beim Thema angekreuzt werden.',
  themeMatterForCommittee:
    'Für dieses Thema ist zuerst die Lenkungsgruppe einzuschalten: Es betrifft den ganzen Kreis oder einer der angekreuzten Gründe trifft zu.',
  themeNoMoveHere: 'Bei diesem Stand ist in Ihrem Kreis kein Schritt dieses Gremiums vorgesehen.',
  themeNotDeferred: 'Der Stand davor ist nicht bekannt.',
  reason: 'Bitte begründen Sie diesen Schritt.',
  singleReason:
    'Hinter dem Thema steht höchstens eine Hürde. Bitte begründen Sie, warum ein einzelner Fall genügt.',
  targetGroupView:
    'Bitte halten Sie beim Thema zuerst fest, wie die Sicht der Zielgruppe eingeholt wurde. „Noch nicht, weil …“ ist eine Antwort.',
  organisationsAsked:
    'Eine Stelle, die das Thema oder eine seiner Hürden nennt, ist noch nicht nach ihrer Sicht gefragt. Bitte fragen Sie zuerst, oder halten Sie fest, dass das Thema sie nicht nennt.',
  format: 'Bitte nennen Sie das Arbeitsformat.',
  priority: 'Bitte wählen Sie die Priorität.',
  committee: 'Bitte wählen Sie das Gremium.',
  solution: 'Bitte beschreiben Sie, worin die Lösung besteht und wo sie steht.',
  resubmitOn: 'Bitte wählen Sie einen Tag der Wiedervorlage, der in der Zukunft liegt.',
  effect: 'Bitte wählen Sie, ob es geholfen hat.',
  decidedOn: 'Bitte geben Sie an, wann das Gremium entschieden hat. Der Tag liegt nicht in der Zukunft.',
  themeRegionUnknown: 'Diesen Bezirk gibt es in Ihrem Kreis nicht.',
  themePurposeUnknown: 'Diesen Zweck gibt es in Ihrem Kreis nicht.',
  themeExampleUnknown: 'Dieses Thema steht nicht im Konzept Ihres Kreises.',
  themeOwnerUnknown: 'Diese Person kann kein Thema übernehmen.',
  themeBarrierUnknown: 'Eine dieser Hürden gibt es nicht (mehr).',
  themeBarriersMissing: 'Bitte wählen Sie mindestens eine Hürde.',
  themeGroupUnknown: 'Diese Gruppe von Hürden gibt es nicht (mehr).',
  themeCommitteeUnknown: 'Dieses Gremium gibt es in Ihrem Kreis nicht.',
  themeOrganisationUnknown: 'Diese Stelle gibt es in Ihrem Kreis nicht.',
  themeViewInFuture: 'Das Datum liegt in der Zukunft.',
  themeOrganisationAsked: 'Diese Stelle ist schon gefragt worden. Der Eintrag bleibt.',
  themeOrganisationNotAsked: 'Diese Stelle ist noch nicht gefragt worden.',
  themeOrganisationSettled: 'Zu dieser Stelle ist die Antwort schon festgehalten.',
  themeOmissionUnexplained: 'Bitte schreiben Sie, warum das Thema diese Stelle nicht nennt.',
  themeOmissionTooLong: 'Bitte höchstens 1.000 Zeichen.',
  themeOrganisationInEvidence:
    'Eine Hürde des Themas nennt diese Stelle. Fragen Sie sie, oder halten Sie fest, warum das Thema sie nicht nennt.',
  themeNamesUnasked:
    'Titel oder Text des Themas nennen eine Stelle, die noch nicht gefragt ist. Bis dahin erfahren Gremien nur Art und Rechtskreis: Bitte fragen Sie die Stelle, oder schreiben Sie ohne ihren Namen.',
  themeAnswerMissing: 'Bitte schreiben Sie die Antwort auf.',
  themeAnswerBeforeQuestion: 'Die Antwort liegt vor der Frage.',
  reconstructionNotOffered: 'Dieser Fall ist nicht (mehr) angeboten.',
  reconstructionNotRunning: 'Diese Rekonstruktion ist nicht in Arbeit.',
  reconstructionNotEnded: 'Diese Rekonstruktion ist nicht abgeschlossen.',
  reconstructionThemeMissing: 'Bitte wählen Sie ein Thema oder geben Sie einem neuen Thema einen Titel.',
  reconstructionThemeUnknown: 'Dieses Thema gibt es nicht.',
  reconstructionThemeUnexpected: 'Ein Thema gibt es nur bei „Generatives Thema“.',
  reconstructionWithoutStations: 'Bitte halten Sie zuerst mindestens eine Station fest.',
  reconstructionWithDates:
    'Hier steht ein Datum. Stationen haben nur eine relative Zeit („Monat 3“), damit niemand erkannt wird.',
}
