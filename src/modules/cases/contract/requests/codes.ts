import { z } from 'zod'

export const RequestChannel = z.enum([
  'phone',
  'walkIn',
  'consultationHour',
  'partner',
  'outreach',
  'written',
])
export type RequestChannel = z.infer<typeof RequestChannel>

export const requestChannelLabels: Readonly<Record<RequestChannel, string>> = {
  phone: 'Telefon',
  walkIn: 'persönlich vor Ort',
  consultationHour: 'Sprechstunde',
  partner: 'über eine Partnerstelle',
  outreach: 'aufsuchend',
  written: 'schriftlich',
}

/** Where a request stands; the arrows between them are in `rules/requests.ts`. */
export const RequestState = z.enum(['open', 'assigned', 'advised', 'signposted', 'converted', 'withdrawn'])
export type RequestState = z.infer<typeof RequestState>

export const requestStateLabels: Readonly<Record<RequestState, string>> = {
  open: 'wartet',
  assigned: 'übernommen',
  advised: 'beraten',
  signposted: 'verwiesen',
  converted: 'Fall eröffnet',
  withdrawn: 'erledigt ohne Beratung',
}

/** Why a request ended without advice. None of them says anything about residence or departure (§ 87 AufenthG). */
export const WithdrawalReason = z.enum(['noLongerNeeded', 'notReached', 'duplicate', 'recordedByMistake'])
export type WithdrawalReason = z.infer<typeof WithdrawalReason>

export const withdrawalReasonLabels: Readonly<Record<WithdrawalReason, string>> = {
  noLongerNeeded: 'nicht mehr gewünscht',
  notReached: 'nicht erreicht',
  duplicate: 'doppelt erfasst',
  recordedByMistake: 'irrtümlich erfasst',
}

/** Beside those that can be chosen: the office that asked took the request back. */
export const RequestEnding = z.enum([...WithdrawalReason.options, 'partnerWithdrew'])
export type RequestEnding = z.infer<typeof RequestEnding>

export const requestEndingLabels: Readonly<Record<RequestEnding, string>> = {
  ...withdrawalReasonLabels,
  partnerWithdrew: 'von der anfragenden Stelle zurückgezogen',
}

/** Why a request goes to another site; a code, because oversight reads it. */
export const TransferReason = z.enum([
  'residence',
  'language',
  'expertise',
  'capacity',
  'clientWish',
  'wrongSite',
])
export type TransferReason = z.infer<typeof TransferReason>

export const transferReasonLabels: Readonly<Record<TransferReason, string>> = {
  residence: 'Die Person wohnt im Bereich des anderen Standorts',
  language: 'Sprache',
  expertise: 'besondere Fachkenntnis',
  capacity: 'hier ist kein Platz frei',
  clientWish: 'Wunsch der ratsuchenden Person',
  wrongSite: 'am falschen Standort erfasst',
}

/** What a person has set about the own capacity; null: nothing set. */
export const AvailabilityState = z.enum(['free', 'tight', 'stopped'])
export type AvailabilityState = z.infer<typeof AvailabilityState>

export const availabilityLabels: Readonly<Record<AvailabilityState, string>> = {
  free: 'frei',
  tight: 'knapp',
  stopped: 'Aufnahmestopp',
}

/** How the signed-in person comes to see a request. */
export const RequestRelation = z.enum(['queue', 'own', 'deputy', 'oversight'])
export type RequestRelation = z.infer<typeof RequestRelation>

/** What the person may do with a request now; travels as `can` on each view. */
export const RequestAction = z.enum([
  'edit',
  'take',
  'assign',
  'return',
  'transfer',
  'advise',
  'signpost',
  'withdraw',
  'convert',
])
export type RequestAction = z.infer<typeof RequestAction>

/** Stands under the field of the concern: the wall (§ 87 AufenthG) begins with what is not written down. */
export const concernHint =
  'Ein bis zwei Sätze genügen. Bitte keine Angaben zu Aufenthalt, Status oder Ausreise: Sie werden hier nicht gebraucht.'
