import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'

export const opinionTopics = ['valueWithoutStatus', 'closureByDeparture'] as const
export const opinionTopicLabels: Readonly<Record<(typeof opinionTopics)[number], string>> = {
  valueWithoutStatus: 'Wert „ohne Status“ bei öffentlichen Anstellungsträgern',
  closureByDeparture: 'Ausreise als Abschlussgrund',
}
export const councils = ['personalrat', 'betriebsrat', 'mav'] as const
export const councilLabels: Readonly<Record<(typeof councils)[number], string>> = {
  personalrat: 'Personalrat',
  betriebsrat: 'Betriebsrat',
  mav: 'Mitarbeitervertretung (MAV)',
}

export const ProtectionOpinion = z
  .object({
    id: Id,
    topic: z.enum(opinionTopics),
    allows: z.boolean(),
    reference: z.string(),
    givenOn: z.string(),
    recordedBy: z.string(),
    recordedAt: z.string(),
    /** The last one on its topic: it decides. */
    current: z.boolean(),
  })
  .meta({ id: 'ProtectionOpinion' })
export type ProtectionOpinion = z.infer<typeof ProtectionOpinion>

export const StaffDataBasis = z
  .object({
    organisationId: Id,
    organisation: z.string(),
    /** Null: nothing registered, data about staff work stay off for this employer. */
    basis: z
      .object({
        council: z.enum(councils),
        reference: z.string(),
        agreedOn: z.string(),
        registeredBy: z.string(),
        registeredAt: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'StaffDataBasis' })
export type StaffDataBasis = z.infer<typeof StaffDataBasis>

export const protectionEndpoints = {
  opinions: endpoint({
    method: 'GET',
    path: '/api/protection-opinions',
    right: 'protection.read',
    summary:
      'The opinions of the data protection officer on the defaults of the wall (§ 87 AufenthG), newest first.',
    response: z.object({ rows: z.array(ProtectionOpinion) }).meta({ id: 'ProtectionOpinions' }),
  }),
  recordOpinion: endpoint({
    method: 'POST',
    path: '/api/protection-opinions',
    right: 'protection.record',
    summary: 'Records an opinion for good; a later one on the same topic takes its place.',
    body: z.strictObject({
      topic: z.enum(opinionTopics),
      allows: z.boolean(),
      reference: text(200),
      givenOn: PlainDate,
    }),
    response: ProtectionOpinion,
    status: 201,
  }),
  staffDataBases: endpoint({
    method: 'GET',
    path: '/api/staff-data-bases',
    right: 'protection.read',
    summary: 'Each employer of case managers and the staff council agreement registered for it.',
    response: z.object({ rows: z.array(StaffDataBasis) }).meta({ id: 'StaffDataBases' }),
  }),
  registerStaffDataBasis: endpoint({
    method: 'POST',
    path: '/api/staff-data-bases',
    right: 'staff.administer',
    summary: 'Registers the staff council agreement of an employer, once and for good.',
    body: z.strictObject({
      organisationId: Id,
      council: z.enum(councils),
      reference: text(200),
      agreedOn: PlainDate,
    }),
    response: StaffDataBasis,
    status: 201,
  }),
}
