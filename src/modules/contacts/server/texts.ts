/** German sentences of the refusal codes of this module. */
export const contactTexts: Readonly<Record<string, string>> = {
  contactNotOwn: 'Einen Kontakt ändert, wer ihn erfasst hat. Erfassen Sie bei Bedarf einen eigenen Kontakt.',
  contactWithdrawn: 'Dieser Kontakt ist als Irrtum zurückgenommen und wird nicht mehr geändert.',
  noWait: 'Bei diesem Kontakt ist nicht vermerkt, dass Sie auf eine Antwort warten.',
}

/** Sentences that stand at a field of the form. */
export const contactFieldTexts = {
  contactInFuture: 'Der Kontakt liegt in der Zukunft. Für Geplantes legen Sie bitte eine Aufgabe an.',
  contactTooOld: 'Der Kontakt liegt mehr als fünf Jahre zurück. Bitte prüfen Sie das Jahr.',
  waitEndsBefore: 'Dieser Tag liegt vor dem Kontakt.',
  contactAfterAnswer: 'Die vermerkte Antwort liegt vor diesem Tag. Bitte prüfen Sie das Datum.',
  unknownEntry: 'Diesen Eintrag gibt es in Ihrer Liste nicht.',
  personNotOfCase: 'Diese Person gehört nicht zum Fall.',
  answerBeforeWait: 'Die Antwort liegt vor dem Kontakt. Bitte prüfen Sie das Datum.',
  answerInFuture: 'Die Antwort liegt in der Zukunft. Bitte prüfen Sie das Datum.',
} as const
