import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
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

/** A file that is restricted after aftercare, as its responsible person recognises it; the contents stay closed. */
export const RestrictedCase = z
  .object({
    id: Id,
    fileNumber: z.string(),
    /** Of the main person; null in brief advice without a name. */
    initials: z.string().nullable(),
    birthYear: z.int().nullable(),
    openedOn: z.string(),
    closedOn: z.string(),
    restrictedOn: z.string(),
  })
  .meta({ id: 'RestrictedCase' })
export type RestrictedCase = z.infer<typeof RestrictedCase>

export const closureEndpoints = {
  restricted: endpoint({
    method: 'GET',
    path: '/api/restricted-cases',
    right: 'case.write',
    summary:
      'The own restricted files, newest first, with what it takes to recognise the one to reopen; `id` narrows to one. The read is audited.',
    query: PageQuery.extend({ id: Id.optional() }).strict(),
    response: pageOf(RestrictedCase, 'RestrictedCasePage'),
  }),
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
    summary:
      'Opens a closed case again with a reason: a new episode of the same persons. Also an own restricted file.',
    params: IdParams,
    body: z.strictObject({ reason: ReopeningReason, on: PlainDate.optional() }),
    response: CaseView,
  }),
}
