import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { pageOf, PageQuery } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import {
  AttributeKind,
  BarrierKind,
  DaysLost,
  ImpulseSource,
  Lasting,
  LegalDomain,
  Named,
  PeriodGrain,
  PlaceKind,
  UnmetNeed,
} from '../../structure/index.ts'
import { InterviewGuide } from './codes.ts'
import { GateMark } from './marks.ts'
import { OwnBarrier, ProblemFields } from './problems.ts'

/** The words as they shall leave; they may differ from those in the case. */
const words = {
  title: text(200),
  description: optionalText(4000),
  helped: optionalText(2000),
  clientView: optionalText(2000),
}
/** Marked stretches a person has read and confirmed, word for word. */
const accepted = z.array(z.string().max(200)).max(200).default([])
/** Of the preview the person saw; anything else in between asks again. */
const fingerprint = z.string().max(64)

export const GateWish = z
  .strictObject({ ...words, attributes: z.array(AttributeKind).max(2).default([]), accepted })
  .meta({ id: 'GateWish' })
export type GateWish = z.infer<typeof GateWish>
export const GateReport = GateWish.extend({ fingerprint }).meta({ id: 'GateReport' })

/** Exactly what leaves, nothing beside it. */
export const Leaving = z
  .object({
    kind: BarrierKind,
    title: z.string(),
    description: z.string().nullable(),
    helped: z.string().nullable(),
    clientView: z.string().nullable(),
    lifeDomain: Named.nullable(),
    legalDomains: z.array(LegalDomain),
    organisations: z.array(Named),
    unmet: UnmetNeed.nullable(),
    placeKind: PlaceKind,
    place: z.string().nullable(),
    periodGrain: PeriodGrain,
    periodFrom: PlainDate,
    lasting: Lasting,
    daysLost: DaysLost,
    level: z.int().nullable(),
    attributes: z.array(z.object({ kind: AttributeKind, value: z.string() })),
  })
  .meta({ id: 'LeavingBarrier' })
export type Leaving = z.infer<typeof Leaving>

export const GatePreview = z
  .object({
    /** Null while not even the whole Kreis in a year has enough cases; the refusal says why. */
    leaves: Leaving.nullable(),
    refusal: z.string().nullable(),
    refusalText: z.string().nullable(),
    threshold: z.int(),
    marks: z.array(GateMark),
    /** What the case knows and may be added. */
    attributes: z.array(z.object({ kind: AttributeKind, value: z.string() })),
    fingerprint: z.string(),
    ready: z.boolean(),
  })
  .meta({ id: 'GatePreview' })
export type GatePreview = z.infer<typeof GatePreview>

/** Text alone: an answer to a question, an addition. */
export const GateText = z.strictObject({ content: text(2000), accepted }).meta({ id: 'GateText' })
export const GateTextPreview = z
  .object({ marks: z.array(GateMark), ready: z.boolean() })
  .meta({ id: 'GateTextPreview' })

export const ImpulseWish = ProblemFields.extend({
  ...words,
  source: ImpulseSource,
  accepted,
}).meta({ id: 'ImpulseWish' })
export type ImpulseWish = z.infer<typeof ImpulseWish>
export const NewImpulse = ImpulseWish.extend({ fingerprint }).meta({ id: 'NewImpulse' })

export const InterviewWish = ProblemFields.extend({
  ...words,
  /** The service whose client it is, and who held the talk. */
  conductedBy: Id,
  guide: InterviewGuide,
  consent: z.literal(true, { error: 'Ohne Einwilligung gibt es kein Interview.' }),
  accepted,
}).meta({ id: 'InterviewWish' })
export type InterviewWish = z.infer<typeof InterviewWish>
export const NewInterview = InterviewWish.extend({ fingerprint }).meta({ id: 'NewInterview' })

export const ImpulseView = z
  .object({ id: Id, givenOn: PlainDate, barrier: OwnBarrier })
  .meta({ id: 'Impulse' })
export type ImpulseView = z.infer<typeof ImpulseView>
export const ImpulsePage = pageOf(ImpulseView, 'ImpulsePage')
export const ImpulseQuery = PageQuery

export const ImpulseOptions = z
  .object({
    lifeDomains: z.array(Named),
    organisations: z.array(Named),
    municipalities: z.array(Named),
  })
  .meta({ id: 'ImpulseOptions' })
