/** German sentences of the refusal codes of consents and releases. */
export const consentTexts: Readonly<Record<string, string>> = {
  consentIncomplete:
    'Der Text ist noch nicht vollständig. Eine Erklärung, in der etwas davon fehlt, ist unwirksam.',
  consentAlreadyGiven:
    'Diese Erklärung ist schon erteilt und bleibt, wie sie ist. Für eine Änderung legen Sie eine neue an; danach kann die alte widerrufen werden.',
  consentNotGiven: 'Ein Entwurf kann nicht widerrufen werden. Sie können ihn löschen.',
  consentAlreadyWithdrawn: 'Diese Erklärung ist schon widerrufen.',
  consentPersonUnknown: 'Diese Person gehört nicht zum Fall.',
  consentRecipientMissing: 'Bitte wählen Sie die Stelle.',
  consentRecipientUnexpected: 'Eine Stelle aus der Liste gibt es nur bei „Stelle aus der Liste“.',
  consentOrganisationUnknown: 'Diese Stelle gibt es in Ihrem Kreis nicht.',
  consentUnitUnknown: 'Diese Abteilung gehört nicht zu der gewählten Stelle.',
  consentLifeDomainUnknown: 'Diesen Lebensbereich gibt es in Ihrem Kreis nicht.',
  proofBeforeGiven:
    'Ein Nachweis gehört zu einer erteilten Erklärung. Halten Sie zuerst fest, dass sie erteilt ist.',
  periodReversed: 'Das Ende liegt vor dem Anfang.',
  periodTooLong: 'Höchstens drei Jahre. Eine unbefristete Erklärung gibt es nicht.',
  givenInFuture: 'Das Datum liegt in der Zukunft.',
  givenAfterPeriod: 'Das Datum liegt nach dem Ende des Zeitraums.',
  oralNotAllowed:
    'Mündlich erteilte Erklärungen sind in Ihrem Kreis nicht vorgesehen. Bitte lassen Sie den Text unterschreiben.',
  witnessMissing:
    'Bei einer mündlichen Erklärung braucht es eine Person, die dabei war. Bitte nennen Sie sie.',
  guardianMissing:
    'Für ein Kind entscheiden die gesetzlichen Vertretungen. Bitte nennen Sie mindestens eine.',
  giverIsNotPerson: '„Die Person selbst“ kann nur die Person sein, um deren Angaben es geht.',
  guardianIsPerson: 'Niemand vertritt sich selbst. Wählen Sie „die Person selbst“.',
  giverUnnamed: 'Bitte nennen Sie, wer die Erklärung abgegeben hat.',
  receiptBeforeGiven: 'Eine Bestätigung gibt es erst, wenn die Erklärung erteilt ist.',
  wordingNotDraft:
    'Diese Fassung ist oder war schon in Gebrauch und bleibt, wie sie ist. Für eine Änderung speichern Sie eine neue Fassung.',
  wordingIncomplete:
    'Dieser Text kann noch nicht in Gebrauch genommen werden: Es fehlen Angaben, ohne die eine Erklärung unwirksam ist.',
  withdrawnInFuture: 'Das Datum liegt in der Zukunft. Ein Widerruf gilt sofort.',
  withdrawnBeforeGiven: 'Das Datum liegt vor der Erteilung.',
}
