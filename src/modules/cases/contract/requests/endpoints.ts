import { z } from 'zod'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../../platform/contract/ids.ts'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { PageQuery, pageOf } from '../../../../platform/contract/paging.ts'
import { optionalText } from '../../../../platform/contract/text.ts'
import { CallbackNumber } from './callback-number.ts'
import { RequestChannel, TransferReason, WithdrawalReason } from './codes.ts'
import { Urgency } from '../codes.ts'
import {
  AssigneeRow,
  RequestRow,
  RequestTransfer,
  RequestView,
  TransferTarget,
  WaitingRequests,
} from './views.ts'

/** Key of a catalogue entry; that it exists in the district is checked by the server. */
const Key = z.string().min(1).max(80)
const Keys = z.array(Key).max(20)
const Minutes = z.number().int().min(1).max(600)

const described = {
  entryRoute: Key.nullable().optional(),
  municipalityId: Id.nullable().optional(),
  language: Key.nullable().optional(),
  urgency: Urgency.optional(),
  lifeDomains: Keys.optional(),
  concern: optionalText(500),
  callerName: optionalText(200),
  callbackNumber: CallbackNumber,
}

/** How a request ended without becoming a case. Becoming a case is the use case `openCase`. */
export const RequestOutcome = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('advised'), minutes: Minutes.optional() }),
    z.strictObject({
      kind: z.literal('signposted'),
      organisationId: Id.nullable().optional(),
      service: optionalText(200),
      minutes: Minutes.optional(),
    }),
    z.strictObject({ kind: z.literal('withdrawn'), reason: WithdrawalReason }),
  ])
  .refine((outcome) => outcome.kind !== 'signposted' || outcome.organisationId || outcome.service, {
    path: ['service'],
    message: 'Bitte nennen Sie die Stelle oder das Angebot, an das Sie verwiesen haben.',
    params: { code: 'targetMissing' },
  })
export type RequestOutcome = z.output<typeof RequestOutcome>

/** Quick entry (R043–R049): nothing but channel and site is mandatory. */
export const RecordRequest = z
  .strictObject({
    channel: RequestChannel,
    siteId: Id,
    ...described,
    /** Keep it for myself instead of putting it into the queue. */
    take: z.boolean().default(false),
    /** Brief advice, signposting on the spot: recorded and done in one form. */
    outcome: RequestOutcome.optional(),
  })
  .meta({ id: 'RecordRequest' })
export type RecordRequest = z.output<typeof RecordRequest>

/** Absent = keep, null = clear. */
export const ChangeRequest = z
  .strictObject({ channel: RequestChannel.optional(), siteId: Id.optional(), ...described })
  .meta({ id: 'ChangeRequest' })
export type ChangeRequest = z.output<typeof ChangeRequest>

export const CloseRequest = z
  .strictObject({
    outcome: RequestOutcome,
    language: Key.nullable().optional(),
    lifeDomains: Keys.optional(),
  })
  .meta({ id: 'CloseRequest' })
export type CloseRequest = z.output<typeof CloseRequest>

/** `unassigned`: the queue; `mine`: taken by me or by somebody I stand in for; `assigned`: under own oversight. */
export const RequestListView = z.enum(['unassigned', 'mine', 'assigned', 'done'])
export type RequestListView = z.infer<typeof RequestListView>

const ListQuery = z.strictObject({
  ...PageQuery.shape,
  view: RequestListView.default('unassigned'),
  siteId: Id.optional(),
  urgency: Urgency.optional(),
  language: Key.optional(),
})
export type RequestListQuery = z.output<typeof ListQuery>

export const requestEndpoints = {
  record: endpoint({
    method: 'POST',
    path: '/api/requests',
    right: 'request.write',
    summary: 'Records a request; with `outcome` it is brief advice or signposting done on the spot.',
    body: RecordRequest,
    response: z.object({ id: Id, version: z.number().int() }).meta({ id: 'RecordedRequest' }),
    status: 201,
  }),
  list: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/requests',
    right: 'request.read',
    summary: 'Requests of the own sites, most urgent and oldest first; closed ones newest first.',
    query: ListQuery,
    response: pageOf(RequestRow, 'Requests'),
  }),
  waiting: endpoint({
    method: 'GET',
    path: '/api/requests/waiting',
    right: 'request.read',
    summary: 'How many requests wait at the own sites.',
    response: WaitingRequests,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/requests/:id',
    right: 'request.read',
    summary: 'One request, with name and call-back number for whoever works it.',
    params: IdParams,
    response: RequestView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/requests/:id',
    right: 'request.write',
    summary: 'Changes a request that is not closed.',
    params: IdParams,
    body: ChangeRequest,
    response: RequestView,
    ifMatch: true,
  }),
  assign: endpoint({
    method: 'POST',
    path: '/api/requests/:id/assignment',
    right: 'request.write',
    summary: 'Takes a request, or assigns it to a case manager of the site under own oversight.',
    params: IdParams,
    body: z.strictObject({ to: z.union([z.literal('me'), Id]) }).meta({ id: 'AssignRequest' }),
    response: RequestView,
  }),
  return: endpoint({
    method: 'POST',
    path: '/api/requests/:id/return',
    right: 'request.write',
    summary: 'Puts a request back into the queue of its site.',
    params: IdParams,
    response: RequestView,
  }),
  transferTargets: endpoint({
    method: 'GET',
    path: '/api/requests/:id/transfer-targets',
    right: 'request.write',
    summary: 'The sites to which the request can go, those of the same employer first.',
    params: IdParams,
    response: z.object({ rows: z.array(TransferTarget) }).meta({ id: 'TransferTargets' }),
  }),
  transfer: endpoint({
    method: 'POST',
    path: '/api/requests/:id/transfer',
    right: 'request.write',
    summary:
      'Moves a request to the queue of another site; across employers with the agreement of the person.',
    params: IdParams,
    body: z
      .strictObject({
        siteId: Id,
        reason: TransferReason,
        /** The day the person agreed; mandatory across employers. */
        agreedOn: PlainDate.optional(),
        /** Across employers: what the person agreed to pass on. What does not travel is deleted. */
        withConcern: z.boolean().default(true),
        withContact: z.boolean().default(true),
      })
      .meta({ id: 'TransferRequest' }),
    response: RequestTransfer,
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/requests/:id/outcome',
    right: 'request.take',
    summary: 'Closes a request: brief advice given, signposted, or withdrawn.',
    params: IdParams,
    body: CloseRequest,
    response: RequestView,
  }),
  assignees: endpoint({
    method: 'GET',
    path: '/api/requests/:id/assignees',
    right: 'request.assign',
    summary: 'Case managers of the site under own oversight, with the availability each has set.',
    params: IdParams,
    response: z.object({ rows: z.array(AssigneeRow) }).meta({ id: 'Assignees' }),
  }),
}
