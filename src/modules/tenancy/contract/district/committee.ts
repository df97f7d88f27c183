import { z } from 'zod'
import { Ags, Key, Label, PlainDate, Text, VagueDate, fact, provenance, unknown } from './provenance.ts'

export const CommitteeKind = z.enum([
  'steeringGroup',
  'coordinationGroup',
  'projectGroup',
  'workingGroup',
  'teamMeeting',
  'staffMeeting',
  'peerConsultation',
  'localConference',
  'exchange',
])

export type CommitteeKind = z.infer<typeof CommitteeKind>

/** `intervalDays` is the longest time between two meetings before the series counts as overdue (R121). */
const Rhythm = fact({
  label: Label,
  intervalDays: z.int().positive().max(1100).optional(),
})

/** A seat belongs to a function, not to a person (R120): `succession` says who follows. */
const MemberFunction = z.strictObject({
  key: Key,
  label: Label,
  count: z.int().positive().optional(),
  role: z.enum(['chair', 'deputyChair', 'member', 'guest', 'moderation']).default('member'),
  succession: z.enum(['office', 'election', 'delegation']).or(unknown),
  organisation: Key.optional(),
  advisory: z.boolean().optional(),
  ...provenance,
})

export const Committee = fact({
  key: Key,
  name: Label,
  kind: CommitteeKind,
  authority: z.enum(['deciding', 'advisory', 'operative']).or(unknown),
  purpose: Text.optional(),
  rhythm: Rhythm.or(unknown),
  region: Key.optional(),
  municipality: Ags.optional(),
  convenedOn: PlainDate.optional(),
  sessions: z.array(VagueDate).optional(),
  managingOffice: fact({ label: Label, unit: Key.optional() }).optional(),
  functions: z.array(MemberFunction).default([]),
  /** Template of the agenda (R130). */
  topics: z.array(Text).optional(),
})
export type Committee = z.infer<typeof Committee>
