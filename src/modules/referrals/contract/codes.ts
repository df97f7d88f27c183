import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

const state = closedList('ReferralState', {
  draft: 'Entwurf',
  sent: 'abgeschickt, wartet auf Antwort',
  accepted: 'angenommen',
  running: 'läuft',
  completed: 'abgeschlossen',
  declined: 'abgelehnt',
  withdrawn: 'zurückgezogen',
  brokenOff: 'abgebrochen',
})
export const ReferralState = state.schema
export type ReferralState = z.infer<typeof ReferralState>
export const referralStateLabels = state.labels

const declinedReason = closedList('ReferralDeclinedReason', {
  noCapacity: 'Kein Platz frei',
  notResponsible: 'Nicht zuständig',
  outsideCriteria: 'Voraussetzungen nicht erfüllt',
  noLanguage: 'Die Sprache fehlt dort',
  tooFar: 'Zu weit entfernt',
  tooExpensive: 'Kosten nicht gedeckt',
  waitingTooLong: 'Wartezeit zu lang',
  alreadyKnown: 'Die Person wird dort schon beraten',
  informationMissing: 'Angaben fehlen',
  other: 'Anderer Grund',
})
export const DeclinedReason = declinedReason.schema
export const declinedReasonLabels = declinedReason.labels

const withdrawnReason = closedList('ReferralWithdrawnReason', {
  clientWishes: 'Die Person möchte es nicht mehr',
  consentGone: 'Einwilligung widerrufen oder abgelaufen',
  otherSolution: 'Andere Lösung gefunden',
  noAnswer: 'Keine Antwort erhalten',
  sentInError: 'Irrtümlich abgeschickt',
  caseClosed: 'Fall abgeschlossen',
  other: 'Anderer Grund',
})
export const WithdrawnReason = withdrawnReason.schema
export const withdrawnReasonLabels = withdrawnReason.labels

const brokenOffReason = closedList('ReferralBrokenOffReason', {
  clientStopped: 'Die Person hat abgebrochen',
  noContact: 'Kein Kontakt mehr',
  moved: 'Weggezogen',
  serviceEnded: 'Das Angebot ist beendet',
  handedOn: 'An eine andere Stelle übergeben',
  consentGone: 'Einwilligung widerrufen oder abgelaufen',
  caseClosed: 'Fall abgeschlossen',
  other: 'Anderer Grund',
})
export const BrokenOffReason = brokenOffReason.schema
export const brokenOffReasonLabels = brokenOffReason.labels

const result = closedList('ReferralResult', {
  reached: 'Anliegen erledigt',
  partly: 'Teilweise erledigt',
  advisedOnly: 'Nur beraten',
  handedOn: 'An eine andere Stelle weitervermittelt',
  notReached: 'Ohne Ergebnis',
})
export const ReferralResult = result.schema
export const referralResultLabels = result.labels

/** Whatever reason an end may have, in words. */
export const referralReasonLabels: Readonly<Record<string, string>> = {
  ...declinedReason.labels,
  ...withdrawnReason.labels,
  ...brokenOffReason.labels,
}

/** What the partner rests its answer on; it confirms that itself, the case manager does not judge it. */
const basis = closedList('PartnerBasis', {
  consent: 'Die Person hat uns die Auskunft erlaubt',
  sgbX: 'Die Auskunft ist für unsere Aufgabe nach dem Sozialgesetzbuch erforderlich (§ 69 SGB X)',
  ownDuty: 'Wir haben eine andere gesetzliche Befugnis',
  noSocialData: 'Die Antwort enthält keine Angaben über die Person',
})
export const PartnerBasis = basis.schema
export type PartnerBasis = z.infer<typeof PartnerBasis>
export const partnerBasisLabels = basis.labels

const via = closedList('AnswerVia', {
  app: 'in Lotse',
  phone: 'telefonisch',
  letter: 'mit der Post',
  email: 'per E-Mail',
  inPerson: 'im Gespräch',
})
export const AnswerVia = via.schema
export const answerViaLabels = via.labels

const clientView = closedList('ReferralClientView', {
  helped: 'Hat geholfen',
  partly: 'Hat teilweise geholfen',
  notHelped: 'Hat nicht geholfen',
  notAsked: 'Nicht besprochen',
})
export const ReferralClientView = clientView.schema
export const clientViewLabels = clientView.labels

/** What a sharing text does not cover, so that the referral may not be sent yet. */
const gap = closedList('ReferralGap', {
  noConsent: 'Es gibt keine gültige Erklärung für diese Stelle.',
  expired: 'Die Erklärung für diese Stelle ist abgelaufen.',
  notYetValid: 'Die Erklärung für diese Stelle gilt noch nicht.',
  withdrawn: 'Die Erklärung für diese Stelle ist widerrufen oder beendet.',
  notGiven: 'Der Text für diese Stelle ist vorbereitet, aber noch nicht erteilt.',
  direction: 'Die Erklärung erlaubt nur Auskünfte von dieser Stelle an uns.',
  purpose: 'Der Zweck ist nicht genannt.',
  lifeDomains: 'Lebensbereiche sind nicht genannt.',
  dataCategories: 'Angaben sind nicht genannt.',
  specialCategories: 'Besonders geschützte Angaben sind nicht genannt.',
})
export const ReferralGap = gap.schema
export type ReferralGap = z.infer<typeof ReferralGap>
export const referralGapLabels = gap.labels
