import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { IdParams } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { CaseView } from './case-view.ts'
import { GoalsReached, ReopeningReason } from './codes.ts'

const Text = optionalText(8000)

export const CloseCase = z
  .strictObject({
    closedOn: PlainDate.optional(),
    /** Key of the district's list of closure reasons. */
    reason: z.string().min(1, 'Bitte wählen Sie einen Grund.').max(60),
    goals: GoalsReached,
    openNeeds: Text,
    clientView: Text,
    summary: Text,
    /** Absent: as the district proposes; null: no aftercare. */
    aftercareOn: PlainDate.nullable().optional(),
  })
  .meta({ id: 'CloseCase' })
export type CloseCase = z.infer<typeof CloseCase>

export const closureEndpoints = {
  close: endpoint({
    method: 'POST',
    path: '/api/cases/:id/closure',
    right: 'case.write',
    summary:
      'Closes a case with its evaluation; releases and team access end, the file is restricted after aftercare.',
    params: IdParams,
    body: CloseCase,
    response: CaseView,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/cases/:id/reopening',
    right: 'case.write',
    summary: 'Opens a closed case again with a reason: a new episode of the same persons.',
    params: IdParams,
    body: z.strictObject({ reason: ReopeningReason, on: PlainDate.optional() }),
    response: CaseView,
  }),
}
