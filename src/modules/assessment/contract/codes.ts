import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

const kind = closedList('AssessmentKind', { first: 'Assessment', re: 'Re-Assessment' })
export const AssessmentKind = kind.schema
export type AssessmentKind = z.infer<typeof AssessmentKind>
export const assessmentKindLabels = kind.labels

const ratingState = closedList('RatingState', {
  rated: 'besprochen',
  notDiscussed: 'nicht besprochen',
  unknown: 'nicht bekannt',
})
export const RatingState = ratingState.schema
export type RatingState = z.infer<typeof RatingState>
export const ratingStateLabels = ratingState.labels

const ratingUrgency = closedList('RatingUrgency', { normal: 'nicht eilig', soon: 'bald', urgent: 'dringend' })
export const RatingUrgency = ratingUrgency.schema
export type RatingUrgency = z.infer<typeof RatingUrgency>
export const ratingUrgencyLabels = ratingUrgency.labels
