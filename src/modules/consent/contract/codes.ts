import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

/** Two objects: a person may give one, withdraw it, and keep the other. */
const sharingKind = closedList('SharingKind', {
  consent: 'Einwilligung',
  secrecyRelease: 'Schweigepflichtentbindung',
})
export const SharingKind = sharingKind.schema
export type SharingKind = z.infer<typeof SharingKind>
export const sharingKindLabels = sharingKind.labels

const sharingState = closedList('ConsentState', {
  draft: 'Entwurf, noch nicht erteilt',
  upcoming: 'erteilt, gilt noch nicht',
  valid: 'gültig',
  expired: 'abgelaufen',
  withdrawn: 'widerrufen',
  ended: 'mit dem Fall beendet',
})
export const ConsentState = sharingState.schema
export type ConsentState = z.infer<typeof ConsentState>
export const consentStateLabels = sharingState.labels

const direction = closedList('ConsentDirection', {
  toRecipient: 'Wir geben Angaben an diese Stelle',
  fromRecipient: 'Diese Stelle gibt Angaben an uns',
  mutual: 'Beide Stellen dürfen einander Angaben geben',
})
export const ConsentDirection = direction.schema
export type ConsentDirection = z.infer<typeof ConsentDirection>
export const directionLabels = direction.labels

const recipientKind = closedList('RecipientKind', {
  organisation: 'Stelle aus der Liste',
  kimTeam: 'KIM-Team (Vertretung und Fachaufsicht)',
  other: 'Andere Stelle oder Person',
})
export const RecipientKind = recipientKind.schema
export type RecipientKind = z.infer<typeof RecipientKind>
export const recipientKindLabels = recipientKind.labels

const purpose = closedList('ConsentPurpose', {
  benefit: 'Leistung beantragen oder klären',
  residence: 'Frage zum Aufenthalt oder zur Einbürgerung klären',
  housing: 'Wohnung suchen oder sichern',
  language: 'Sprachkurs finden',
  school: 'Kita, Schule oder Ausbildung klären',
  work: 'Arbeit finden oder Arbeitsplatz sichern',
  recognition: 'Abschluss anerkennen lassen',
  health: 'Behandlung oder Pflege ermöglichen',
  family: 'Familie, Kinder oder Erziehung unterstützen',
  debt: 'Schulden oder Verträge klären',
  counselling: 'An eine andere Beratung übergeben oder mit ihr abstimmen',
  caseConference: 'Gemeinsam in einer Fallbesprechung beraten',
  teamWork: 'Vertretung und Fachaufsicht im KIM-Team',
})
export const ConsentPurpose = purpose.schema
export type ConsentPurpose = z.infer<typeof ConsentPurpose>
export const purposeLabels = purpose.labels

const dataCategory = closedList('DataCategory', {
  identity: 'Name, Geburtsdatum, Staatsangehörigkeit',
  contact: 'Anschrift, Telefon, E-Mail',
  household: 'Familie und Haushalt',
  residence: 'Aufenthalt',
  language: 'Sprache',
  education: 'Schule, Ausbildung, Abschlüsse',
  work: 'Arbeit',
  income: 'Einkommen, Leistungen, Schulden',
  housing: 'Wohnen',
  assessment: 'Einschätzung der Lebensbereiche',
  plan: 'Ziele, Schritte, Vereinbarung',
  contacts: 'Termine und Gesprächsnotizen',
  documents: 'Kopien von Unterlagen',
})
export const DataCategory = dataCategory.schema
export type DataCategory = z.infer<typeof DataCategory>
export const dataCategoryLabels = dataCategory.labels

/** Named expressly or not covered (Art. 9 GDPR, § 67b Abs. 2 SGB X). */
const specialCategory = closedList('SpecialCategory', {
  health: 'Gesundheit',
  religion: 'Religion',
  ethnicOrigin: 'ethnische Herkunft',
})
export const SpecialCategory = specialCategory.schema
export type SpecialCategory = z.infer<typeof SpecialCategory>
export const specialCategoryLabels = specialCategory.labels

const form = closedList('ConsentForm', {
  written: 'schriftlich',
  oral: 'mündlich',
  electronic: 'elektronisch',
})
export const ConsentForm = form.schema
export type ConsentForm = z.infer<typeof ConsentForm>
export const consentFormLabels = form.labels

const giverRole = closedList('ConsentGiverRole', {
  self: 'die Person selbst',
  legalRepresentative: 'gesetzliche Vertretung',
})
export const ConsentGiverRole = giverRole.schema
export type ConsentGiverRole = z.infer<typeof ConsentGiverRole>
export const giverRoleLabels = giverRole.labels

const mediator = closedList('ConsentMediator', {
  none: 'ohne Sprachmittlung',
  volunteer: 'Sprachmittlungspool',
  professional: 'professionell gedolmetscht',
  family: 'Familie oder andere',
})
export const ConsentMediator = mediator.schema
export type ConsentMediator = z.infer<typeof ConsentMediator>
export const mediatorLabels = mediator.labels

/** What a valid text must name; shown beside the form as long as it is missing. */
const element = closedList('ConsentElement', {
  recipientUnit: 'Die genaue Abteilung der Stelle fehlt.',
  recipientName: 'Der Name der Stelle oder Person fehlt.',
  purposes: 'Der Zweck fehlt.',
  purpose: 'Es fehlt, wozu genau die Angaben gebraucht werden.',
  purposeVague:
    'Der Zweck ist zu allgemein. Eine Einwilligung „für alle Fälle“ ist unwirksam: Nennen Sie das Anliegen, zum Beispiel „Wohngeldantrag vom November stellen“.',
  lifeDomains: 'Die Lebensbereiche fehlen.',
  dataCategories: 'Es fehlt, welche Angaben weitergegeben werden.',
  healthNotNamed: 'Der Zweck betrifft die Gesundheit. Gesundheitsdaten müssen ausdrücklich genannt sein.',
  refusalConsequence: 'Es fehlt, was geschieht, wenn die Person nicht einwilligt.',
  periodOver: 'Der Zeitraum ist schon vorbei.',
})
export const ConsentElement = element.schema
export type ConsentElement = z.infer<typeof ConsentElement>
export const elementLabels = element.labels
