/** What stands at the days of a form when a period cannot be. */
export const periodTexts = {
  fromPast: 'Der erste Tag kann nicht in der Vergangenheit liegen.',
  lastDayBefore: 'Der letzte Tag liegt vor dem ersten.',
  lastDayPast: 'Der letzte Tag ist schon vorbei.',
  tooLong: 'Bitte höchstens ein Jahr. Danach lässt sich die Vertretung neu eintragen.',
} as const
