import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { CommitteeKind, ThemeNeed, ThemeStage, ThemeTrait } from '../../tenancy/index.ts'
import { LegalDomain, ViewState } from '../../structure/index.ts'
import {
  TargetGroupView,
  ThemeEffect,
  ThemeField,
  ThemeOrganisationState,
  ThemePriority,
  ThemeTicked,
} from './codes.ts'

const Key = z.string().min(1).max(60)
const keyed = z.object({ key: z.string(), label: z.string() })
const named = z.object({ id: Id, name: z.string() })

/** How the view of the target group was obtained, or why not yet. */
const ViewAnswer = z.strictObject({
  state: TargetGroupView,
  words: text(2000),
  on: PlainDate.nullable().default(null),
})

const fields = {
  title: text(200),
  description: optionalText(4000),
  /** Null: the whole Kreis. */
  regionId: Id.nullable().optional(),
  exampleKey: Key.nullable().optional(),
  traits: z.array(ThemeTicked).max(3).optional(),
  purposes: z.array(Key).max(12).optional(),
  goal: optionalText(2000),
  method: optionalText(2000),
  targetGroupView: ViewAnswer.nullable().optional(),
  ownerId: Id.optional(),
  /** What the coordination proposes; a decision of the committee takes it over. */
  format: optionalText(300),
  priority: ThemePriority.nullable().optional(),
  solution: optionalText(2000),
}
/** Barriers one by one, or all of a group, or both. */
const taken = {
  barrierIds: z.array(Id).max(200).default([]),
  groupId: Id.nullable().default(null),
}
export const NewTheme = z.strictObject({ ...fields, ...taken }).meta({ id: 'NewTheme' })
export const ThemeBarriers = z.strictObject(taken).meta({ id: 'ThemeBarriers' })
export const ThemeChange = z
  .strictObject({ ...fields, title: text(200).optional() })
  .meta({ id: 'ThemeChange' })

export const ThemeMove = z
  .strictObject({
    move: Key,
    reason: optionalText(2000),
    singleReason: optionalText(1000),
    format: optionalText(300),
    priority: ThemePriority.nullable().optional(),
    committeeId: Id.nullable().optional(),
    solution: optionalText(2000),
    resubmitOn: PlainDate.nullable().optional(),
    effect: ThemeEffect.nullable().optional(),
    decidedOn: PlainDate.nullable().optional(),
  })
  .meta({ id: 'ThemeMove' })

export const sorts = ['changed', 'title', 'evidence'] as const
export const ThemeQuery = PageQuery.extend({
  search: z.string().trim().max(100).optional(),
  stage: ThemeStage.optional(),
  state: Key.optional(),
  regionId: z.union([Id, z.literal('kreis')]).optional(),
  purpose: Key.optional(),
  sort: z.enum(sorts).default('changed'),
})

const state = z.object({ key: z.string(), label: z.string(), stage: ThemeStage })
const rowFields = {
  id: Id,
  title: z.string(),
  state,
  stateOn: PlainDate,
  resubmitOn: PlainDate.nullable(),
  priority: ThemePriority.nullable(),
  /** Null: the whole Kreis. */
  region: named.nullable(),
  barriers: z.int(),
  owner: z.string(),
}
export const ThemeRow = z.object(rowFields).meta({ id: 'ThemeRow' })
export type ThemeRow = z.infer<typeof ThemeRow>
export const ThemePage = pageOf(ThemeRow, 'ThemePage')

/** Themes of each state, the newest first; `total` says how many there are where not all are shown. */
export const ThemeBoard = z
  .object({
    columns: z.array(z.object({ state, total: z.int(), rows: z.array(ThemeRow) })),
    can: z.array(z.enum(['create'])),
  })
  .meta({ id: 'ThemeBoard' })

const move = z.object({
  key: z.string(),
  label: z.string(),
  to: keyed.nullable(),
  decidedBy: CommitteeKind.nullable(),
  needs: z.array(ThemeNeed),
  /** Needs that stand in the theme already. */
  given: z.array(ThemeNeed),
  /** A sentence says why it is closed. */
  blocked: z.string().nullable(),
})
export type ThemeMoveView = z.infer<typeof move>

/** What the barriers behind a theme tell together; nothing about persons. */
const ThemeEvidence = z
  .object({
    barriers: z.int(),
    /** Rounded down to fives; null: too few to say. */
    cases: z.int().nullable(),
    interviews: z.int(),
    from: PlainDate.nullable(),
    to: PlainDate.nullable(),
    regions: z.array(z.string()),
    kinds: z.array(z.object({ key: z.string(), count: z.int() })),
    legalDomains: z.array(z.object({ key: LegalDomain, count: z.int() })),
    daysLost: z.array(z.object({ key: z.string(), count: z.int() })),
    rows: z.array(z.object({ id: Id, title: z.string(), kind: z.string() })),
  })
  .meta({ id: 'ThemeEvidence' })

/** Where the words of a theme name an organisation that was not asked. */
const FoundIn = z.object({ field: ThemeField, text: z.string() })

export const ThemeOrganisation = z.object({
  organisationId: Id,
  name: z.string(),
  state: ThemeOrganisationState,
  askedOn: PlainDate.nullable(),
  answeredOn: PlainDate.nullable(),
  answer: z.string().nullable(),
  /** Why the theme does not name it, although a barrier does. */
  reason: z.string().nullable(),
  /** A barrier of the theme names it. */
  inEvidence: z.boolean(),
  /** Where the theme spells it although it was not asked; empty otherwise. */
  foundIn: z.array(FoundIn),
  /** What it was asked at barriers of the theme; it counts here too. */
  views: z.array(
    z.object({
      barrierId: Id,
      title: z.string(),
      state: ViewState,
      askedOn: PlainDate,
      answer: z.string().nullable(),
    }),
  ),
  version: z.int(),
})

const step = z.object({
  id: Id,
  label: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  reason: z.string().nullable(),
  decidedBy: CommitteeKind.nullable(),
  decidedOn: PlainDate.nullable(),
  onDate: PlainDate,
  by: z.string().nullable(),
  /** Of a step a decision made: the decision was struck, put off or revoked, or its minutes are being corrected. */
  basis: z.enum(['revoked', 'takenBack']).nullable(),
})

/** A decision of a committee that moved nothing and still waits. */
const unmoved = z.object({
  decisionId: Id,
  committee: z.string(),
  body: CommitteeKind,
  decidedOn: PlainDate,
  /** Why, in a sentence. */
  text: z.string(),
  /** The move that would follow from it; null: there is none from here. */
  move: z.string().nullable(),
  /** What it still lacks. */
  missing: z.array(z.string()),
})

export const ThemeView = z
  .object({
    ...rowFields,
    description: z.string().nullable(),
    exampleKey: z.string().nullable(),
    traits: z.array(ThemeTrait),
    purposes: z.array(keyed),
    goal: z.string().nullable(),
    method: z.string().nullable(),
    targetGroupView: z
      .object({ state: TargetGroupView, words: z.string(), on: PlainDate.nullable() })
      .nullable(),
    singleReason: z.string().nullable(),
    format: z.string().nullable(),
    solution: z.string().nullable(),
    effect: ThemeEffect.nullable(),
    committee: named.nullable(),
    ownerId: Id,
    evidence: ThemeEvidence,
    organisations: z.array(ThemeOrganisation),
    /** Other organisations of the district that the words of the theme name. */
    spelled: z.array(named.extend({ foundIn: z.array(FoundIn) })),
    reconstructions: z.array(z.object({ id: Id, title: z.string(), state: z.string() })),
    steps: z.array(step),
    unmoved: z.array(unmoved),
    moves: z.array(move),
    can: z.array(z.enum(['change', 'move'])),
    version: z.int(),
  })
  .meta({ id: 'Theme' })
export type ThemeView = z.infer<typeof ThemeView>

/** What forms about themes offer, and the path of the district. */
export const ThemeOptions = z
  .object({
    states: z.array(state.extend({ definition: z.string().nullable() })),
    purposes: z.array(keyed.extend({ part: z.enum(['purpose', 'goal', 'method']) })),
    examples: z.array(keyed),
    regions: z.array(named),
    committees: z.array(named.extend({ kind: CommitteeKind })),
    organisations: z.array(named),
    owners: z.array(named),
  })
  .meta({ id: 'ThemeOptions' })
export type ThemeOptions = z.infer<typeof ThemeOptions>

export const OrganisationStep = z
  .strictObject({
    state: z.enum(['asked', 'answered', 'declined', 'noAnswer', 'omitted']),
    on: PlainDate,
    /** What it says; for one that the theme does not name, why (up to 1,000 letters). */
    answer: optionalText(4000),
  })
  .meta({ id: 'ThemeOrganisationStep' })
