/** German sentences of the refusal codes of this module. */
export const staffTexts: Readonly<Record<string, string>> = {
  wrongCredentials: 'Anmeldename oder Kennwort stimmen nicht.',
  tooManySignIns: 'Zu viele Fehlversuche. Bitte warten Sie 15 Minuten und versuchen Sie es dann noch einmal.',
  signInExpired: 'Die Anmeldung hat zu lange gedauert. Bitte beginnen Sie von vorn.',
  wrongCode: 'Der Code stimmt nicht.',
  plainHttp:
    'Über eine unverschlüsselte Adresse ist keine Anmeldung möglich. Bitte rufen Sie Lotse über https auf.',
  reauthenticationNeeded: 'Bitte bestätigen Sie zuerst mit Ihrem Kennwort, dass Sie es sind.',
  ownAccount: 'Das eigene Konto verwaltet eine andere Administratorin oder ein anderer Administrator.',
  ownRole: 'Eigene Aufgaben vergibt und beendet eine andere Administratorin oder ein anderer Administrator.',
  ownOversight: 'Die eigene Fachaufsicht richtet eine andere Person ein oder beendet sie.',
  userActive: 'Dieses Konto ist schon aktiv.',
  userInactive: 'Dieses Konto ist stillgelegt. Bitte nehmen Sie es zuerst wieder in Betrieb.',
  openWorkRemains:
    'Auf diese Person warten noch Fälle, Anfragen, Aufgaben oder Vertretungen. Bitte übergeben Sie sie zuerst.',
  roleHeld: 'Diese Aufgabe hat die Person in diesem Zeitraum schon.',
  ownExportGrant:
    'Das eigene Recht zur Ausgabe vergibt und beendet eine andere Administratorin oder ein anderer Administrator.',
  exportGrantHeld: 'Dieses Recht hat die Person schon.',
  oversightArranged: 'Diese Fachaufsicht ist schon eingerichtet.',
  deputyOverlaps: 'Für diesen Zeitraum ist diese Vertretung schon eingetragen.',
  deputyOver: 'Diese Vertretung ist schon zu Ende.',
  absenceOverlaps: 'In diesem Zeitraum haben Sie schon eine Abwesenheit eingetragen.',
  opinionLater: 'Die Stellungnahme kann nicht in der Zukunft liegen.',
  agreementLater: 'Die Vereinbarung kann nicht in der Zukunft liegen.',
  basisRegistered: 'Für diesen Anstellungsträger ist schon eine Vereinbarung eingetragen.',
}
