import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { AssessmentScreen, RatingView, SummaryView } from './assessment.ts'
import { AssessmentComparison } from './comparison.ts'
import { RatingState, RatingUrgency } from './codes.ts'

const step = z.int().min(0).max(10).nullable().default(null)
const words = (max: number) => optionalText(max).transform((text) => text ?? null)

/** The whole row as it shall be: what is left out is empty. Without a value it stays open. */
export const RatingInput = z
  .strictObject({
    state: RatingState.default('rated'),
    resource: step,
    need: step,
    clientView: step,
    urgency: RatingUrgency.nullable().default(null),
    note: words(4000),
    clientWords: words(4000),
  })
  .meta({ id: 'NewAssessmentRating' })
export type RatingInput = z.infer<typeof RatingInput>

export const assessmentEndpoints = {
  ofCase: endpoint({
    method: 'GET',
    path: '/api/cases/:id/assessments',
    right: 'assessment.read',
    summary: "The open or last assessment of a case with last time's values; the read is audited.",
    params: IdParams,
    response: AssessmentScreen,
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/cases/:id/assessments',
    right: 'assessment.write',
    summary:
      'Starts an assessment, or a re-assessment after a finished one of the same episode; one open at a time.',
    params: IdParams,
    body: z.strictObject({
      startedOn: PlainDate.optional(),
      /** False: words only, where the district allows it. */
      withScale: z.boolean().default(true),
    }),
    response: AssessmentScreen,
    status: 201,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/assessments/:id',
    right: 'assessment.read',
    summary: 'One assessment with the values of the one before it; the read is audited.',
    params: IdParams,
    response: AssessmentScreen,
  }),
  compare: endpoint({
    method: 'GET',
    path: '/api/cases/:id/assessment-comparison',
    right: 'assessment.read',
    summary: 'All assessments of a case beside each other, values without words; the read is audited.',
    params: IdParams,
    response: AssessmentComparison,
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/api/assessments/:id',
    right: 'assessment.write',
    summary: 'Discards an open assessment that was begun by mistake, with its answers; the due date stays.',
    params: IdParams,
    ifMatch: true,
    response: AssessmentScreen,
  }),
  rate: endpoint({
    method: 'PUT',
    path: '/api/assessments/:id/ratings/:lifeDomain',
    right: 'assessment.write',
    summary:
      'Writes one row: a life domain for the whole family, or for one person. If-Match "0" for a new row.',
    params: z.strictObject({ id: Id, lifeDomain: z.string().min(1).max(60) }),
    query: z.strictObject({ personId: Id.optional() }),
    ifMatch: true,
    body: RatingInput,
    response: RatingView,
  }),
  summarise: endpoint({
    method: 'PUT',
    path: '/api/assessments/:id/summary',
    right: 'assessment.write',
    summary:
      'Replaces the summary that writes itself; null lets it write itself again. If-Match "0" the first time.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ content: words(8000) }),
    response: SummaryView,
  }),
  complete: endpoint({
    method: 'POST',
    path: '/api/assessments/:id/completion',
    right: 'assessment.write',
    summary: 'Finishes the assessment and sets when the next one is due; open domains stay open.',
    params: IdParams,
    ifMatch: true,
    response: AssessmentScreen,
  }),
  undoCompletion: endpoint({
    method: 'DELETE',
    path: '/api/assessments/:id/completion',
    right: 'assessment.write',
    summary: 'Takes the completion back on the same day; the due date is as before.',
    params: IdParams,
    ifMatch: true,
    response: AssessmentScreen,
  }),
}
