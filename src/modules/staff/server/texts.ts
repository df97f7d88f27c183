/** German sentences of the refusal codes of this module. */
export const staffTexts: Readonly<Record<string, string>> = {
  wrongCredentials: 'Anmeldename oder Kennwort stimmen nicht.',
  tooManySignIns: 'Zu viele Fehlversuche. Bitte warten Sie 15 Minuten und versuchen Sie es dann noch einmal.',
  signInExpired: 'Die Anmeldung hat zu lange gedauert. Bitte beginnen Sie von vorn.',
  wrongCode: 'Der Code stimmt nicht.',
  plainHttp:
    'Über eine unverschlüsselte Adresse ist keine Anmeldung möglich. Bitte rufen Sie Lotse über https auf.',
}
