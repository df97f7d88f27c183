import type { FieldProblem } from '../../../platform/server/http/refusal.ts'

/** German sentences of the refusal codes of barriers. */
export const structureTexts: Readonly<Record<string, string>> = {
  barrierMoveUnknown: 'Dieser Schritt passt nicht zum Stand der Hürde.',
  barrierReasonMissing: 'Bitte wählen Sie, warum aus der Hürde kein Thema wird.',
  barrierAnswerMissing:
    'Bitte schreiben Sie, was Sie der meldenden Person antworten. Sie liest es in ihrem Fall.',
  barrierMergedAlready: 'Diese Hürde ist schon mit einer anderen zusammengeführt.',
  barrierIntoItself: 'Eine Hürde lässt sich nicht mit sich selbst zusammenführen.',
  barrierIntoMerged:
    'Die andere Hürde ist selbst schon zusammengeführt. Bitte wählen Sie die, in der sie aufging.',
  barrierHasNoReporter:
    'Zu einem Interview gibt es keine meldende Person. Fragen Sie den Dienst, der es geführt hat.',
  barrierUnknown: 'Eine dieser Hürden gibt es in Ihrem Kreis nicht.',
  viewOrganisationNotNamed: 'Diese Stelle ist in der Hürde nicht genannt.',
  viewDueInPast: 'Der Tag liegt in der Vergangenheit.',
  viewAskedAlready: 'Diese Stelle ist schon angefragt.',
  viewAnswerMissing: 'Bitte schreiben Sie, was die Stelle sagt.',
  viewAnswerUnexpected: 'Eine Sicht der Stelle gibt es nur bei „liegt vor“.',
}

export const fieldProblem = (path: string, code: string): FieldProblem => ({
  path,
  code,
  message: structureTexts[code] ?? code,
})
