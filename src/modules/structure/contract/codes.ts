import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

/** Kinds of system defects (R091). */
const kind = closedList('BarrierKind', {
  gap: 'Lücke im Angebot',
  interface: 'Schnittstelle zwischen Rechtskreisen',
  obstacle: 'Hindernis im Verfahren',
  deficit: 'Strukturelles Defizit',
  doubleStructure: 'Doppelstruktur',
})
export const BarrierKind = kind.schema
export type BarrierKind = z.infer<typeof BarrierKind>
export const barrierKindLabels = kind.labels

/** Rechtskreise: areas of federal and state law that meet in a case. */
const legalDomain = closedList('LegalDomain', {
  residence: 'Aufenthaltsrecht (AufenthG, FreizügG/EU)',
  asylum: 'Asylrecht und AsylbLG',
  citizenship: 'Staatsangehörigkeit (StAG)',
  jobseekers: 'Grundsicherung für Arbeitsuchende (SGB II)',
  employment: 'Arbeitsförderung (SGB III)',
  socialAssistance: 'Sozialhilfe (SGB XII)',
  youthWelfare: 'Kinder- und Jugendhilfe (SGB VIII)',
  healthInsurance: 'Kranken- und Pflegeversicherung (SGB V, XI)',
  disability: 'Teilhabe und Behinderung (SGB IX)',
  school: 'Schule und Ausbildung',
  languageCourses: 'Integrations- und Berufssprachkurse',
  recognition: 'Anerkennung von Abschlüssen',
  housing: 'Wohnen (Wohngeld, Wohnraumförderung)',
  registration: 'Melde- und Personenstandswesen',
  family: 'Familienleistungen (Kindergeld, Elterngeld, Unterhalt)',
  other: 'Anderer Rechtskreis',
})
export const LegalDomain = legalDomain.schema
export type LegalDomain = z.infer<typeof LegalDomain>
export const legalDomainLabels = legalDomain.labels

/** Why a need was not met: the ledger of unmet need. */
const unmet = closedList('UnmetNeed', {
  noPlace: 'Kein Platz frei',
  language: 'Sprache fehlt',
  eligibility: 'Voraussetzungen nicht erfüllt',
  distance: 'Zu weit entfernt',
  cost: 'Zu teuer',
  waiting: 'Wartezeit zu lang',
})
export const UnmetNeed = unmet.schema
export type UnmetNeed = z.infer<typeof UnmetNeed>
export const unmetLabels = unmet.labels

const placeKind = closedList('BarrierPlaceKind', {
  municipality: 'Gemeinde',
  region: 'Region',
  kreis: 'ganzer Kreis',
})
export const PlaceKind = placeKind.schema
export type PlaceKind = z.infer<typeof PlaceKind>
export const placeKindLabels = placeKind.labels

const periodGrain = closedList('BarrierPeriodGrain', {
  month: 'Monat',
  quarter: 'Quartal',
  halfYear: 'Halbjahr',
  year: 'Jahr',
})
export const PeriodGrain = periodGrain.schema
export type PeriodGrain = z.infer<typeof PeriodGrain>
export const periodGrainLabels = periodGrain.labels

const lasting = closedList('BarrierLasting', {
  upTo1Month: 'bis 1 Monat',
  upTo3Months: '1 bis 3 Monate',
  upTo12Months: '3 bis 12 Monate',
  over12Months: 'über 1 Jahr',
  unknown: 'nicht angegeben',
})
export const Lasting = lasting.schema
export type Lasting = z.infer<typeof Lasting>
export const lastingLabels = lasting.labels

const daysLost = closedList('BarrierDaysLost', {
  none: 'keine',
  upTo7: 'bis 7 Tage',
  upTo30: '8 bis 30 Tage',
  upTo90: '31 bis 90 Tage',
  upTo180: '91 bis 180 Tage',
  over180: 'über 180 Tage',
  unknown: 'nicht angegeben',
})
export const DaysLost = daysLost.schema
export type DaysLost = z.infer<typeof DaysLost>
export const daysLostLabels = daysLost.labels

/** What the reporter may add of the person, at most two; the value comes from the case. */
const attributeKind = closedList('BarrierAttributeKind', {
  ageGroup: 'Altersgruppe',
  originGroup: 'Herkunft (grobe Gruppe)',
  nationality: 'Staatsangehörigkeit',
  language: 'Sprache',
  residence: 'Aufenthaltsstatus',
  targetGroup: 'Zielgruppe',
})
export const AttributeKind = attributeKind.schema
export type AttributeKind = z.infer<typeof AttributeKind>
export const attributeKindLabels = attributeKind.labels

const state = closedList('BarrierState', {
  new: 'neu',
  reviewing: 'in Prüfung',
  inTheme: 'in einem Thema',
  answered: 'beantwortet',
  noAction: 'ohne Folge',
  merged: 'doppelt gemeldet',
})
export const BarrierState = state.schema
export type BarrierState = z.infer<typeof BarrierState>
export const barrierStateLabels = state.labels

/** Why a barrier ends without a theme. */
const reason = closedList('BarrierReason', {
  solvedOnSite: 'Vor Ort gelöst',
  individual: 'Doch ein Einzelfall',
  notOurs: 'Liegt außerhalb des Kreises (Land, Bund)',
  reportedToState: 'An das Land gemeldet',
  knownTopic: 'Wird schon bearbeitet',
  legallyFixed: 'So im Gesetz vorgeschrieben',
  reconsidered: 'Neu zu prüfen',
})
export const BarrierReason = reason.schema
export type BarrierReason = z.infer<typeof BarrierReason>
export const barrierReasonLabels = reason.labels

const source = closedList('BarrierSource', {
  case: 'aus der Fallarbeit',
  impulse: 'Impuls ohne Fall',
  interview: 'Interview',
})
export const BarrierSource = source.schema
export type BarrierSource = z.infer<typeof BarrierSource>
export const barrierSourceLabels = source.labels

/** Where an impulse without a case comes from (R168). */
const impulseSource = closedList('ImpulseSource', {
  teamMeeting: 'Teambesprechung',
  localConference: 'Fachkonferenz vor Ort',
  partner: 'Partnerstelle',
  welfareManagement: 'Leitung eines Wohlfahrtsverbands',
  town: 'Stadt oder Gemeinde',
  immigrationHint: 'Hinweis der Ausländer- oder Einbürgerungsbehörde',
})
export const ImpulseSource = impulseSource.schema
export type ImpulseSource = z.infer<typeof ImpulseSource>
export const impulseSourceLabels = impulseSource.labels

const viewState = closedList('OrganisationViewState', {
  asked: 'angefragt',
  answered: 'liegt vor',
  declined: 'möchte sich nicht äußern',
  noAnswer: 'keine Antwort',
})
export const ViewState = viewState.schema
export type ViewState = z.infer<typeof ViewState>
export const viewStateLabels = viewState.labels
