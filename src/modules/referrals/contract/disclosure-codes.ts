import { z } from 'zod'

/** A closed list of the program: codes with the German words people read. */
const list = <const L extends Record<string, string>>(id: string, labels: L) => ({
  schema: z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ id }),
  labels: labels as Readonly<Record<keyof L & string, string>>,
})

const ground = list('DisclosureGround', {
  childProtectionKkg: 'Gefährdung eines Kindes: Information des Jugendamtes (§ 4 KKG)',
  childProtectionSgb8: 'Gefährdung eines Kindes: Schutzauftrag (§ 8a SGB VIII)',
  necessity: 'Gegenwärtige Gefahr für Leib, Leben oder Freiheit (§ 34 StGB)',
})
export const DisclosureGround = ground.schema
export type DisclosureGround = z.infer<typeof DisclosureGround>
export const disclosureGroundLabels = ground.labels

const recipient = list('DisclosureRecipient', {
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

const state = list('DisclosureState', {
  asked: 'wartet auf die zweite Person',
  agreed: 'zweite Person stimmt zu',
  refused: 'zweite Person stimmt nicht zu',
  carriedOut: 'übermittelt',
  dropped: 'nicht übermittelt',
})
export const DisclosureState = state.schema
export type DisclosureState = z.infer<typeof DisclosureState>
export const disclosureStateLabels = state.labels

const informed = list('DisclosureClientInformed', {
  before: 'Ja, vorher',
  after: 'Ja, danach',
  not: 'Nein',
})
export const ClientInformed = informed.schema
export const clientInformedLabels = informed.labels

const notInformed = list('DisclosureNotInformedReason', {
  wouldEndanger: 'Es hätte den Schutz gefährdet',
  notReachable: 'Die Person war nicht erreichbar',
  other: 'Anderer Grund',
})
export const NotInformedReason = notInformed.schema
export const notInformedReasonLabels = notInformed.labels
