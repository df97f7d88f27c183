import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

const intensity = closedList('Intensity', {
  briefAdvice: 'Kurzintervention',
  accompaniment: 'Prozessbegleitung',
  caseManagement: 'Intensives Case Management',
})
export const Intensity = intensity.schema
export type Intensity = z.infer<typeof Intensity>
/** Words when the district's catalogue is not at hand; its labels win. */
export const intensityLabels = intensity.labels

const phase = closedList('Phase', {
  request: 'Anfrage',
  screening: 'Klärung',
  intake: 'Aufnahme',
  assessment: 'Assessment',
  planning: 'Planung',
  implementation: 'Umsetzung',
  reassessment: 'Re-Assessment',
  closed: 'Abschluss',
  aftercare: 'Nachsorge',
})
export const Phase = phase.schema
export type Phase = z.infer<typeof Phase>
export const phaseLabels = phase.labels

const urgency = closedList('Urgency', { normal: 'normal', soon: 'bald', urgent: 'dringend' })
export const Urgency = urgency.schema
export type Urgency = z.infer<typeof Urgency>
export const urgencyLabels = urgency.labels

const basisKind = closedList('BasisKind', {
  counselling: 'Beratung und Aktenführung',
  health: 'Angaben zur Gesundheit',
  religion: 'Angaben zur Religion',
  migration: 'Angaben zu Migration und Aufenthalt',
})
export const BasisKind = basisKind.schema
export type BasisKind = z.infer<typeof BasisKind>
export const basisKindLabels = basisKind.labels

const legalBasis = closedList('LegalBasis', {
  task: 'öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO, § 3 DSG NRW)',
  consent: 'Einwilligung (Art. 6 Abs. 1 Buchst. a, bei besonderen Kategorien Art. 9 Abs. 2 Buchst. a DSGVO)',
  contract: 'Beratungsvertrag des Trägers (Art. 6 Abs. 1 Buchst. b DSGVO)',
})
export const LegalBasis = legalBasis.schema
export type LegalBasis = z.infer<typeof LegalBasis>
export const legalBasisLabels = legalBasis.labels

const servedElsewhere = closedList('ServedElsewhere', {
  no: 'nein',
  yes: 'ja',
  notStated: 'ohne Angabe',
  notAsked: 'noch nicht gefragt',
})
export const ServedElsewhere = servedElsewhere.schema
export type ServedElsewhere = z.infer<typeof ServedElsewhere>
export const servedElsewhereLabels = servedElsewhere.labels

const criterionAnswer = closedList('CriterionAnswer', { yes: 'ja', no: 'nein', unknown: 'noch unklar' })
export const CriterionAnswer = criterionAnswer.schema
export type CriterionAnswer = z.infer<typeof CriterionAnswer>
export const criterionAnswerLabels = criterionAnswer.labels

const intensityReason = closedList('IntensityReason', {
  needsGrew: 'Der Bedarf ist größer geworden',
  needsShrank: 'Der Bedarf ist kleiner geworden',
  clientWish: 'Wunsch der ratsuchenden Person',
  hardshipTakeover: 'Übernahme als Härtefall',
  localRelief: 'Entlastung der zuständigen Stellen vor Ort',
  correction: 'Korrektur einer falschen Eingabe',
})
export const IntensityReason = intensityReason.schema
export type IntensityReason = z.infer<typeof IntensityReason>
export const intensityReasonLabels = intensityReason.labels

const handoverReason = closedList('HandoverReason', {
  siteChange: 'Umzug oder anderer Standort',
  language: 'Sprache',
  expertise: 'besondere Fachkenntnis',
  workload: 'Auslastung',
  absence: 'längere Abwesenheit',
  staffChange: 'Personalwechsel',
  clientWish: 'Wunsch der ratsuchenden Person',
})
export const HandoverReason = handoverReason.schema
export type HandoverReason = z.infer<typeof HandoverReason>
export const handoverReasonLabels = handoverReason.labels

const clearReason = closedList('ClearReason', {
  complaint: 'Beschwerde',
  danger: 'Gefahr für eine Person',
  absenceWithoutDeputy: 'Abwesenheit ohne Vertretung',
  qualitySample: 'Stichprobe zur Qualität',
})
export const ClearReason = clearReason.schema
export type ClearReason = z.infer<typeof ClearReason>
export const clearReasonLabels = clearReason.labels

const goalsReached = closedList('GoalsReached', {
  fully: 'erreicht',
  partly: 'teilweise erreicht',
  notReached: 'nicht erreicht',
  noGoals: 'keine Ziele vereinbart',
})
export const GoalsReached = goalsReached.schema
export type GoalsReached = z.infer<typeof GoalsReached>
export const goalsReachedLabels = goalsReached.labels

const reopeningReason = closedList('ReopeningReason', {
  newNeed: 'neuer Bedarf',
  sameNeed: 'der alte Bedarf besteht wieder',
  clientReturned: 'die Person meldet sich wieder',
  closedByMistake: 'versehentlich abgeschlossen',
})
export const ReopeningReason = reopeningReason.schema
export type ReopeningReason = z.infer<typeof ReopeningReason>
export const reopeningReasonLabels = reopeningReason.labels

const organisationPart = closedList('OrganisationPart', {
  benefits: 'Leistungen (Jobcenter, Sozialamt)',
  authority: 'andere Behörde',
  counselling: 'Beratung',
  housing: 'Wohnen',
  work: 'Arbeit und Ausbildung',
  education: 'Kita, Schule, Hochschule',
  language: 'Sprachkurs',
  health: 'Gesundheit',
  family: 'Familie und Jugend',
  legal: 'Recht',
  volunteering: 'Ehrenamt und Verein',
  other: 'Sonstiges',
})
/** What an organisation does in a case; a code, because professional oversight reads it. */
export const OrganisationPart = organisationPart.schema
export type OrganisationPart = z.infer<typeof OrganisationPart>
export const organisationPartLabels = organisationPart.labels
