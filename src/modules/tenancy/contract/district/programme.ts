import { z } from 'zod'
import { Key, Label, PlainDate, Text, VagueDate, fact, unknown } from './provenance.ts'
import { BuildingBlock, OrganisationKind, UnitKind } from './structure.ts'

export const ProgrammeDocumentKind = z.enum([
  'concept',
  'declaration',
  'mission',
  'manual',
  'annex',
  'publicity',
  'other',
])

/** Who agrees to a document, in the order of the list (R145). */
export const ApprovalBody = z.enum([
  'actors',
  'administration',
  'land',
  'steeringGroup',
  'politicalCommittee',
  'council',
])

const Approval = z.strictObject({
  body: ApprovalBody,
  date: PlainDate.or(unknown),
  reference: z.string().trim().min(1).max(120).optional(),
})

/** A version the concept tells of: in force, with the decisions that are known. */
const KnownVersion = z.strictObject({ asOf: VagueDate.optional(), approvals: z.array(Approval).default([]) })

const DocumentEntry = fact({
  key: Key,
  title: Label,
  kind: ProgrammeDocumentKind,
  approvalPath: z.array(ApprovalBody),
  reviewMonths: z.int().min(1).max(120).optional(),
  /** Keys of `mandatoryContents` the Land asks for in this document (R146). */
  contents: z.array(Key).optional(),
  version: KnownVersion.optional(),
})

/** Whom the interfaces are talked over with: one by name, every unit of a kind, or one the concept does not name. */
const InterfacePartner = z.union([
  z.strictObject({ organisation: Key }),
  z.strictObject({ unit: Key }),
  z.strictObject({ unitKind: UnitKind, of: OrganisationKind }),
  z.strictObject({ key: Key, label: Label, count: z.int().min(2).max(60).optional() }),
])
export type InterfacePartner = z.infer<typeof InterfacePartner>

const InterfaceRule = fact({
  key: Key,
  label: Label,
  /** The longest time between two talks (R105). */
  intervalMonths: z.int().min(1).max(36),
  partners: z.array(InterfacePartner).min(1),
})

/** Tasks of a function as a list to tick, anew in each period (R013, R014). */
const TaskList = fact({
  key: Key,
  label: Label,
  /** One list for the whole district, or one for each region. */
  perRegion: z.boolean().default(false),
  period: z.enum(['quarter', 'halfYear', 'year']),
  tasks: z.array(z.strictObject({ key: Key, label: Label })).min(1),
})

const Activity = fact({
  key: Key,
  kind: z.enum([
    'infoEvent',
    'campaign',
    'press',
    'material',
    'exploratoryTalk',
    'stateFormat',
    'cooperation',
  ]),
  label: Label,
  buildingBlocks: z.array(BuildingBlock).optional(),
})

/** What the concepts say about themselves, the goals of the district and what is to be done (R140–R147). */
export const Programme = z.strictObject({
  documents: z.array(DocumentEntry),
  mandatoryContents: z.array(fact({ key: Key, label: Label, definition: Text.optional() })),
  goals: z.array(fact({ key: Key, label: Label, definition: Text.optional(), indicator: Label.optional() })),
  milestones: z.array(fact({ key: Key, label: Label, due: VagueDate })),
  activities: z.array(Activity),
  interfaceTalks: z.array(InterfaceRule),
  taskLists: z.array(TaskList),
})
export type Programme = z.infer<typeof Programme>
