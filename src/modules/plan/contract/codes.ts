import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

const goalState = closedList('GoalState', {
  open: 'offen',
  reached: 'erreicht',
  partly: 'teilweise erreicht',
  notReached: 'nicht erreicht',
  dropped: 'nicht weiter verfolgt',
})
export const GoalState = goalState.schema
export type GoalState = z.infer<typeof GoalState>
export const goalStateLabels = goalState.labels

const droppedReason = closedList('GoalDroppedReason', {
  clientDecided: 'Die ratsuchende Person möchte es nicht mehr',
  noLongerNeeded: 'Es hat sich erledigt',
  notPossible: 'Es ist zurzeit nicht möglich',
  takenOver: 'Eine andere Stelle hat es übernommen',
  moved: 'Umzug',
  recordedInError: 'Versehentlich erfasst',
})
export const DroppedReason = droppedReason.schema
export type DroppedReason = z.infer<typeof DroppedReason>
export const droppedReasonLabels = droppedReason.labels

const stepState = closedList('GoalStepState', {
  open: 'offen',
  waiting: 'wartet auf andere',
  done: 'erledigt',
  dropped: 'entfällt',
})
export const StepState = stepState.schema
export type StepState = z.infer<typeof StepState>
export const stepStateLabels = stepState.labels

const responsible = closedList('StepResponsible', {
  client: 'Ratsuchende Person',
  caseManager: 'Case Management',
  authority: 'Behörde',
  partner: 'Partnerstelle',
  volunteer: 'Ehrenamt',
  other: 'Andere',
})
export const Responsible = responsible.schema
export type Responsible = z.infer<typeof Responsible>
export const responsibleLabels = responsible.labels

const agreementState = closedList('AgreementState', {
  draft: 'Entwurf, noch nicht unterschrieben',
  signed: 'unterschrieben',
  ended: 'beendet',
  superseded: 'durch eine neue Fassung ersetzt',
})
export const AgreementState = agreementState.schema
export type AgreementState = z.infer<typeof AgreementState>
export const agreementStateLabels = agreementState.labels

const signatureKind = closedList('SignatureKind', {
  paper: 'Auf Papier',
  screen: 'Am Bildschirm festgehalten',
})
export const SignatureKind = signatureKind.schema
export type SignatureKind = z.infer<typeof SignatureKind>
export const signatureKindLabels = signatureKind.labels

const signatoryRole = closedList('SignatoryRole', {
  client: 'Ratsuchende Person',
  guardian: 'Gesetzliche Vertretung',
  caseManager: 'Case Management',
  mediator: 'Sprachmittlung',
  other: 'Weitere anwesende Person',
})
export const SignatoryRole = signatoryRole.schema
export type SignatoryRole = z.infer<typeof SignatoryRole>
export const signatoryRoleLabels = signatoryRole.labels

const mediatorKind = closedList('AgreementMediatorKind', {
  none: 'ohne Sprachmittlung',
  professional: 'Dolmetscherin oder Dolmetscher',
  volunteer: 'ehrenamtliche Sprachmittlung',
  family: 'Angehörige oder Bekannte',
  staff: 'mehrsprachige Fachkraft',
  phone: 'Telefon- oder Videodolmetschen',
})
export const MediatorKind = mediatorKind.schema
export type MediatorKind = z.infer<typeof MediatorKind>
export const mediatorKindLabels = mediatorKind.labels

const endedBy = closedList('AgreementEndedBy', {
  client: 'Ratsuchende Person',
  caseManager: 'Case Management',
  both: 'Beide gemeinsam',
})
export const EndedBy = endedBy.schema
export type EndedBy = z.infer<typeof EndedBy>
export const endedByLabels = endedBy.labels

/** Languages with fixed texts of the agreement (`texts/<code>.json`), beside German. */
const textLanguage = closedList('AgreementLanguage', {
  'de-simple': 'Deutsch in Leichter Sprache',
  en: 'Englisch',
  ar: 'Arabisch',
  fa: 'Farsi',
  uk: 'Ukrainisch',
  ru: 'Russisch',
  tr: 'Türkisch',
  kmr: 'Kurmandschi',
  fr: 'Französisch',
  ro: 'Rumänisch',
  bg: 'Bulgarisch',
  pl: 'Polnisch',
  ti: 'Tigrinya',
})
export const TextLanguage = textLanguage.schema
export type TextLanguage = z.infer<typeof TextLanguage>
export const textLanguageLabels = textLanguage.labels
