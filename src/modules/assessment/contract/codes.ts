import { z } from 'zod'

/** A closed list of the program: codes with the German words people read. */
const list = <const L extends Record<string, string>>(id: string, labels: L) => ({
  schema: z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ id }),
  labels: labels as Readonly<Record<keyof L & string, string>>,
})

const kind = list('AssessmentKind', { first: 'Assessment', re: 'Re-Assessment' })
export const AssessmentKind = kind.schema
export type AssessmentKind = z.infer<typeof AssessmentKind>
export const assessmentKindLabels = kind.labels

const ratingState = list('RatingState', {
  rated: 'besprochen',
  notDiscussed: 'nicht besprochen',
  unknown: 'nicht bekannt',
})
export const RatingState = ratingState.schema
export type RatingState = z.infer<typeof RatingState>
export const ratingStateLabels = ratingState.labels

const ratingUrgency = list('RatingUrgency', { normal: 'nicht eilig', soon: 'bald', urgent: 'dringend' })
export const RatingUrgency = ratingUrgency.schema
export type RatingUrgency = z.infer<typeof RatingUrgency>
export const ratingUrgencyLabels = ratingUrgency.labels
