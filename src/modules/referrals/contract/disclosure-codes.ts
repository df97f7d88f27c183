import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

const ground = closedList('DisclosureGround', {
  childProtectionKkg: 'Gefährdung eines Kindes: Information des Jugendamtes (§ 4 KKG)',
  childProtectionSgb8: 'Gefährdung eines Kindes: Schutzauftrag (§ 8a SGB VIII)',
  necessity: 'Gegenwärtige Gefahr für Leib, Leben oder Freiheit (§ 34 StGB)',
})
export const DisclosureGround = ground.schema
export type DisclosureGround = z.infer<typeof DisclosureGround>
export const disclosureGroundLabels = ground.labels

const recipient = closedList('DisclosureRecipient', {
  organisation: 'Stelle aus der Liste',
  youthOffice: 'Jugendamt',
  familyCourt: 'Familiengericht',
  police: 'Polizei',
  rescue: 'Rettungsdienst',
  health: 'Krankenhaus, Arzt oder Ärztin',
})
export const DisclosureRecipient = recipient.schema
export type DisclosureRecipient = z.infer<typeof DisclosureRecipient>
export const disclosureRecipientLabels = recipient.labels

const state = closedList('DisclosureState', {
  asked: 'wartet auf die zweite Person',
  agreed: 'zweite Person stimmt zu',
  refused: 'zweite Person stimmt nicht zu',
  carriedOut: 'übermittelt',
  dropped: 'nicht übermittelt',
})
export const DisclosureState = state.schema
export type DisclosureState = z.infer<typeof DisclosureState>
export const disclosureStateLabels = state.labels

const informed = closedList('DisclosureClientInformed', {
  before: 'Ja, vorher',
  after: 'Ja, danach',
  not: 'Nein',
})
export const ClientInformed = informed.schema
export const clientInformedLabels = informed.labels

const notInformed = closedList('DisclosureNotInformedReason', {
  wouldEndanger: 'Es hätte den Schutz gefährdet',
  notReachable: 'Die Person war nicht erreichbar',
  other: 'Anderer Grund',
})
export const NotInformedReason = notInformed.schema
export const notInformedReasonLabels = notInformed.labels
