import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { ComparedRating, DomainView, ScaleStep, SubjectView } from './assessment.ts'
import { AssessmentKind } from './codes.ts'

/** One assessment of a comparison: values, no words. */
export const ComparedAssessment = z
  .object({
    id: Id,
    kind: AssessmentKind,
    episode: z.int(),
    startedOn: PlainDate,
    /** Null: still open. */
    finishedOn: PlainDate.nullable(),
    /** Who began it. */
    by: z.object({ id: Id, name: z.string() }),
    /** Who finished it; null while open, and where it was finished before this was kept. */
    finishedBy: z.object({ id: Id, name: z.string() }).nullable(),
    scale: z.array(ScaleStep).nullable(),
    ratings: z.array(ComparedRating),
  })
  .meta({ id: 'ComparedAssessment' })
export type ComparedAssessment = z.infer<typeof ComparedAssessment>

/** All assessments of a case beside each other, oldest first; of more than 24 the newest. */
export const AssessmentComparison = z
  .object({
    caseId: Id,
    assessments: z.array(ComparedAssessment),
    /** How many older ones are left out. */
    leftOut: z.int(),
    domains: z.array(DomainView),
    subjects: z.array(SubjectView),
  })
  .meta({ id: 'AssessmentComparison' })
export type AssessmentComparison = z.infer<typeof AssessmentComparison>
