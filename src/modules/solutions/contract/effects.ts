import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { SolutionKind, SolutionSide, SolutionVerdict, SolutionViewObtained } from './codes.ts'
import { BarrierKind, LegalDomain } from '../../structure/index.ts'

/** Which barriers count as „of that kind“. At least one of the first two says something. */
const criteria = {
  barrierKinds: z.array(BarrierKind).max(10),
  lifeDomains: z.array(text(60)).max(20),
  legalDomains: z.array(LegalDomain).max(20),
}
const facts = {
  title: text(200),
  themeId: Id.nullable().optional(),
  decidedOn: PlainDate.nullable().optional(),
  /** The body that decided. */
  decidedBy: optionalText(200),
  decisionId: Id.nullable().optional(),
  implementedOn: PlainDate.nullable().optional(),
  ...criteria,
}

export const NewSolution = z
  .strictObject({
    ...facts,
    kind: SolutionKind,
    /** The paper, the agreement or the measure; none for another kind. */
    objectId: Id.nullable().default(null),
    legalDomains: criteria.legalDomains.default([]),
    lifeDomains: criteria.lifeDomains.default([]),
    barrierKinds: criteria.barrierKinds.default([]),
  })
  .meta({ id: 'NewSolution' })
export type NewSolution = z.infer<typeof NewSolution>

/** Absent keeps, null clears. */
export const SolutionChange = z.strictObject(facts).partial().meta({ id: 'SolutionChange' })
export type SolutionChange = z.infer<typeof SolutionChange>

export const VerdictInput = z
  .strictObject({ verdict: SolutionVerdict, note: optionalText(1000) })
  .meta({ id: 'SolutionJudgement' })
export type VerdictInput = z.infer<typeof VerdictInput>

export const NewSolutionView = z
  .strictObject({
    side: SolutionSide,
    obtained: SolutionViewObtained,
    content: text(1000),
    on: PlainDate.optional(),
  })
  .meta({ id: 'NewSolutionVoice' })
export type NewSolutionView = z.infer<typeof NewSolutionView>

/** A number that may be shown; null: too small, or it would give a small one away. */
const Shown = z.int().nullable()

export const EffectQuarter = z
  .object({
    quarter: z.string(),
    barriers: Shown,
    /** Estimated from the classes of days; shown where the barriers are. */
    daysLost: Shown,
    contacts: Shown,
    referrals: Shown,
    /** Barriers for each 100 contacts. */
    rate: z.number().nullable(),
  })
  .meta({ id: 'EffectQuarter' })
export type EffectQuarter = z.infer<typeof EffectQuarter>

const Side = z.object({ quarters: z.array(EffectQuarter), total: Shown, daysLost: Shown })

export const Effect = z
  .object({
    before: Side,
    after: Side,
    /** Of that kind, known by half-year or year only. */
    coarse: Shown,
    threshold: z.int(),
    /** Who reports changed so much that fewer barriers may only mean fewer reports. */
    reportingChanged: z.boolean(),
  })
  .meta({ id: 'SolutionEffect' })
export type Effect = z.infer<typeof Effect>

export const SolutionObject = z.object({ id: Id, title: z.string(), state: z.string() })

export const SolutionRow = z
  .object({
    id: Id,
    title: z.string(),
    kind: SolutionKind,
    themeId: Id.nullable(),
    theme: z.object({ id: Id, name: z.string() }).nullable(),
    /** What was built, as it stands. */
    object: SolutionObject.nullable(),
    decidedOn: PlainDate.nullable(),
    decidedBy: z.string().nullable(),
    implementedOn: PlainDate.nullable(),
    barrierKinds: z.array(BarrierKind),
    lifeDomains: z.array(z.string()),
    legalDomains: z.array(LegalDomain),
    verdict: SolutionVerdict.nullable(),
    verdictOn: PlainDate.nullable(),
    verdictNote: z.string().nullable(),
    voices: z.array(
      z.object({
        id: Id,
        side: SolutionSide,
        obtained: SolutionViewObtained,
        content: z.string(),
        onDate: PlainDate,
      }),
    ),
    effect: Effect,
    version: z.int(),
    can: z.array(z.enum(['change', 'judge', 'addVoice'])),
  })
  .meta({ id: 'Solution' })
export type SolutionRow = z.infer<typeof SolutionRow>

/** A paper, an agreement or a measure that answers a theme and is no solution with an effect of its own (yet). */
export const LinkedObject = z.object({
  kind: SolutionKind.exclude(['other']),
  id: Id,
  title: z.string(),
  /** Of papers, agreements or measures. */
  state: z.string(),
  stateOn: PlainDate,
})

export const SolutionList = z
  .object({
    rows: z.array(SolutionRow),
    /** Of one theme: what answers it besides; empty for all. */
    linked: z.array(LinkedObject),
    can: z.array(z.enum(['write'])),
  })
  .meta({ id: 'SolutionList' })

const write = { right: 'effect.write', params: IdParams, response: SolutionRow } as const

export const effectEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/solutions',
    right: 'effect.read',
    summary: 'What was decided and built, and whether it helped; of one theme or of all.',
    query: z.object({ themeId: Id.optional() }),
    response: SolutionList,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/solutions/:id',
    right: 'effect.read',
    summary: 'One solution with its effect before and after.',
    params: IdParams,
    response: SolutionRow,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/solutions',
    right: 'effect.write',
    summary: 'Enters what was decided or built for a problem.',
    body: NewSolution,
    response: SolutionRow,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/solutions/:id',
    summary: 'Changes decision, implementation or the kind of barriers it is measured by.',
    body: SolutionChange,
    ifMatch: true,
    ...write,
  }),
  judge: endpoint({
    method: 'PUT',
    path: '/api/solutions/:id/verdict',
    summary: 'Says whether it helped, from figures and views together.',
    body: VerdictInput,
    ifMatch: true,
    ...write,
  }),
  addVoice: endpoint({
    method: 'POST',
    path: '/api/solutions/:id/voices',
    summary: 'Adds how partners, clients or the team see it.',
    body: NewSolutionView,
    status: 201,
    ...write,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/solutions/pdf',
    right: 'effect.read',
    summary: 'All solutions on one page for the steering group: decided, implemented, did it help.',
    download: 'application/pdf',
  }),
}
