import type { FieldProblem } from '../../../platform/server/http/refusal.ts'

/** German sentences of the refusal codes of problems and of the gate. */
export const barrierTexts: Readonly<Record<string, string>> = {
  problemEnded: 'Diese Hürde ist abgeschlossen. Öffnen Sie sie wieder, wenn sich etwas geändert hat.',
  problemLevelSame: 'Diese Einschätzung gilt schon.',
  problemLevelReasonWrong:
    'Dieser Grund passt nicht: Nach oben braucht es einen Grund dafür, nach unten „Lässt sich doch im Fall lösen“.',
  problemNoFailedArrangement: 'Es ist noch keine Absprache als gescheitert festgehalten.',
  problemArrangementNeedsLevel2: 'Absprachen gehören zur Stufe 2. Ändern Sie zuerst die Einschätzung.',
  problemConsentUnfit:
    'Diese Einwilligung nennt die Stelle nicht, gilt nicht oder erlaubt nur Auskünfte an uns.',
  problemStateSame: 'Das ist schon der Stand.',
  problemReportedAlready: 'Diese Hürde ist schon gemeldet. Sie können etwas nachtragen.',
  problemNotReported: 'Diese Hürde ist noch nicht gemeldet.',
  problemDropped: 'Diese Hürde wird nicht weiter verfolgt. Öffnen Sie sie zuerst wieder.',
  problemNoticedInFuture: 'Das Datum liegt in der Zukunft.',
  problemSinceAfterNoticed: '„Seit wann“ liegt nach dem Tag, an dem es aufgefallen ist.',
  problemOriginUnknown: 'Das, woraus die Hürde entstanden ist, gehört nicht zu diesem Fall.',
  problemEntryUnknown: 'Diese Auswahl gibt es in Ihrem Kreis nicht.',
  coordinatorCalledAlready: 'Die Koordination ist schon eingeschaltet.',
  coordinatorNotYet:
    'Die Koordination kommt dazu, wenn eine Absprache gescheitert ist oder eine Entscheidung der Leitung nötig ist (Stufe 3).',
  coordinatorMissing:
    'Für Sie ist keine Koordination mit Fachaufsicht eingetragen. Bitte wenden Sie sich an die KIM-Leitung.',
  coordinatorNotCalled: 'Die Koordination ist hier nicht eingeschaltet.',
  arrangementEndedAlready: 'Zu dieser Absprache ist schon festgehalten, was sie gebracht hat.',
  gateTooFewCases:
    'Im ganzen Kreis gibt es in diesem Jahr noch zu wenige Fälle. Die Hürde bleibt im Fall; später können Sie es noch einmal versuchen.',
  gateAttributesTooRare:
    'Diese Merkmale teilen zu wenige Fälle, selbst im ganzen Kreis und in einem ganzen Jahr. Bitte nehmen Sie eines weg.',
  gateAttributeUnknown: 'Zu einem der Merkmale steht nichts im Fall.',
  gateTextNotClean:
    'Im Text stehen noch Angaben, die eine Person verraten können. Bitte prüfen Sie die Markierungen.',
  gateChanged: 'Was hinausgeht, hat sich seit Ihrer Prüfung geändert. Bitte sehen Sie es noch einmal an.',
  gateClosed: 'Das lässt sich so nicht melden. Bitte laden Sie die Seite neu.',
  questionAnswered: 'Diese Frage ist schon beantwortet.',
}

export const fieldProblem = (path: string, code: string): FieldProblem => ({
  path,
  code,
  message: barrierTexts[code] ?? code,
})
