/** German sentences of the refusal codes of referrals. */
export const referralTexts: Readonly<Record<string, string>> = {
  referralPersonUnknown: 'Diese Person gehört nicht zum Fall.',
  referralOrganisationUnknown: 'Diese Stelle gibt es in Ihrem Kreis nicht.',
  referralUnitUnknown: 'Diese Abteilung gehört nicht zu der gewählten Stelle.',
  referralLifeDomainUnknown: 'Diesen Lebensbereich gibt es in Ihrem Kreis nicht.',
  referralGoalUnknown: 'Dieses Ziel gehört nicht zum Fall.',
  recipientIsImmigration:
    'An die Ausländer- oder Einbürgerungsbehörde wird nicht verwiesen. Was sie erfahren darf, wird einzeln freigegeben (§ 87 AufenthG).',
  referralUnitMissing: 'Bitte wählen Sie die Abteilung. Lesen darf nur sie, nicht das ganze Amt.',
  referralPurposeMissing: 'Bitte wählen Sie den Zweck.',
  referralLifeDomainsMissing: 'Bitte wählen Sie, um welche Lebensbereiche es geht.',
  referralDataMissing: 'Bitte wählen Sie, welche Angaben weitergegeben werden.',
  referralGoalsNeedPlan:
    'Sie geben Ziele mit. Dazu gehört die Angabe „Ziele, Schritte, Vereinbarung“; auch die Einwilligung muss sie nennen.',
  referralDocumentsNeedCategory:
    'Sie geben Dokumente mit. Dazu gehört die Angabe „Kopien von Unterlagen“; auch die Einwilligung muss sie nennen.',
  referralDocumentUnknown: 'Ein gewähltes Dokument gehört nicht zum Fall oder darf nicht mitgegeben werden.',
  referralConcernMissing: 'Bitte schreiben Sie, worum es geht.',
  referralNotCovered:
    'Die Einwilligung deckt diesen Verweis nicht. Was fehlt, steht beim Verweis; von dort kommen Sie zur Einwilligung.',
  referralAlreadySent:
    'Dieser Verweis ist schon abgeschickt und bleibt, wie er ist. Sie können ihn zurückziehen und neu anlegen.',
  referralNotSent: 'Dieser Verweis ist noch nicht abgeschickt.',
  referralEnded: 'Dieser Verweis ist beendet.',
  referralNotEnded: 'Der Verweis läuft noch. Die Sicht der Person wird am Ende festgehalten.',
  referralMoveUnknown: 'Dieser Schritt passt nicht zum Stand des Verweises.',
  referralClosed:
    'Dieser Verweis ist für Ihre Stelle nicht mehr geöffnet: Die Einwilligung ist abgelaufen oder widerrufen, oder der Verweis ist beendet.',
  handoutDocumentMissing: 'Bitte wählen Sie das Dokument.',
  handoutDocumentUnexpected: 'Ein Dokument gehört nur zu „Kopie eines Dokuments der Akte“.',
  handoutDocumentUnknown: 'Dieses Dokument gehört nicht zum Fall.',
  handoutInFuture: 'Das Datum liegt in der Zukunft.',
  handoutViaNotOfKind: 'Dieser Weg passt nicht zu dem, was weitergegeben wurde.',
  handoutNotCovered:
    'Diese Einwilligung erlaubt das an diesem Tag nicht: Zeitraum, Richtung oder Angaben passen nicht. Ist es schon geschehen, sprechen Sie bitte mit der oder dem Datenschutzbeauftragten.',
  handoutNotReleased:
    'Die Akte oder das Dokument ist nach § 203 StGB gekennzeichnet. Dazu gehört eine Schweigepflichtentbindung für dieselbe Stelle, die diese Angaben nennt.',
  handoutAlreadyMistaken: 'Dieser Eintrag ist schon als Irrtum gekennzeichnet.',
  letterAlreadySettled: 'Zu diesem Schreiben ist schon festgehalten, was daraus wurde.',
  disclosureOrganisationMissing: 'Bitte wählen Sie die Stelle.',
  disclosureOrganisationUnexpected: 'Eine Stelle aus der Liste gibt es nur bei „Stelle aus der Liste“.',
  disclosureRecipientNotOfGround:
    'Diese Grundlage erlaubt keine Übermittlung dorthin. Bei Gefährdung eines Kindes geht sie an das Jugendamt.',
  disclosureNeverToImmigration:
    'Nie an die Ausländer- oder Einbürgerungsbehörde: Auf diesem Weg erfährt sie nichts (§ 87 AufenthG).',
  secondPersonUnknown: 'Bitte wählen Sie eine Fachkraft Ihres eigenen Trägers, nicht sich selbst.',
  disclosureNotAnswered: 'Die zweite Person hat noch nicht geantwortet. Vorher wird nichts übermittelt.',
  disclosureNotAgreed:
    'Die zweite Person hat nicht zugestimmt, oder die Übermittlung ist schon festgehalten.',
  disclosureAlreadyAnswered: 'Diese Frage ist schon beantwortet oder zurückgenommen.',
  disclosureBeforeAnswer: 'Das Datum liegt vor der Antwort der zweiten Person.',
  disclosureSettled: 'Das ist schon festgehalten und bleibt, wie es ist.',
  clientInformedOnMissing: 'Bitte geben Sie an, wann die Person informiert wurde.',
  notInformedReasonMissing: 'Bitte wählen Sie, warum die Person nicht informiert wurde.',
  notInformedReasonUnexpected: 'Einen Grund braucht es nur, wenn die Person nicht informiert wurde.',
  answerInFuture: 'Das Datum liegt in der Zukunft.',
  answerBeforeState: 'Das Datum liegt vor dem letzten Schritt des Verweises.',
}
