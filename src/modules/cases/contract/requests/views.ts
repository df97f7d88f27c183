import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { Id } from '../../../../platform/contract/ids.ts'
import {
  AvailabilityState,
  RequestAction,
  RequestChannel,
  RequestRelation,
  RequestState,
  TransferReason,
  RequestEnding,
} from './codes.ts'
import { Urgency } from '../codes.ts'
import { PartnerRequestView } from './partner.ts'

const Named = z.object({ id: Id, name: z.string() })

/** A line of the queue. No name of the caller: it is on the request's own page alone. */
export const RequestRow = z
  .object({
    id: Id,
    version: z.number().int(),
    receivedAt: z.string(),
    channel: RequestChannel,
    site: Named,
    municipality: Named.nullable(),
    /** Keys of the catalogues `language` and `lifeDomain`. */
    language: z.string().nullable(),
    lifeDomains: z.array(z.string()),
    urgency: Urgency,
    /** Waits longer than the district allows and therefore stands with the urgent ones. */
    overdue: z.boolean(),
    concern: z.string().nullable(),
    state: RequestState,
    relation: RequestRelation,
    assignedTo: Named.nullable(),
    assignedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    caseId: Id.nullable(),
    /** The office that asked KIM in; null: nobody did. */
    partner: z.string().nullable(),
    can: z.array(RequestAction),
  })
  .meta({ id: 'RequestRow' })
export type RequestRow = z.infer<typeof RequestRow>

/** A request went from one site's queue to another's. */
export const RequestTransfer = z
  .object({
    id: Id,
    on: PlainDate,
    from: Named,
    to: Named,
    /** The two sites belong to different employers. */
    acrossEmployers: z.boolean(),
    reason: TransferReason,
    /** The day the person agreed; null inside one employer, where nobody else learns anything. */
    agreedOn: PlainDate.nullable(),
    withConcern: z.boolean(),
    withContact: z.boolean(),
    by: z.string(),
  })
  .meta({ id: 'RequestTransfer' })
export type RequestTransfer = z.infer<typeof RequestTransfer>

/** A site to which the request can go; only those at which somebody is at work. */
export const TransferTarget = z
  .object({ id: Id, name: z.string(), organisation: Named.nullable(), sameEmployer: z.boolean() })
  .meta({ id: 'TransferTarget' })
export type TransferTarget = z.infer<typeof TransferTarget>

/** Everything about one request that the person may see. */
export const RequestView = RequestRow.extend({
  /** Key of the catalogue `entryRoute`. */
  entryRoute: z.string().nullable(),
  /** Null for the coordinator: name and number are for whoever calls back. */
  callerName: z.string().nullable(),
  callbackNumber: z.string().nullable(),
  /** On this day name and number are deleted. */
  callbackDeleteOn: PlainDate.nullable(),
  signpostedTo: Named.nullable(),
  signpostedService: z.string().nullable(),
  withdrawalReason: RequestEnding.nullable(),
  /** The person's own minutes; nobody else reads them. */
  ownMinutes: z.number().int().nullable(),
  /** On this day the request is deleted, unless it became a case. */
  deleteAfter: PlainDate,
  /** Oldest first. */
  transfers: z.array(RequestTransfer),
  /** On what consent the office asked, and what it was answered. */
  partnerRequest: PartnerRequestView.nullable(),
}).meta({ id: 'Request' })
export type RequestView = z.infer<typeof RequestView>

/** A colleague a coordinator may assign to, with what that person has set. No caseload (R171). */
export const AssigneeRow = z
  .object({
    id: Id,
    name: z.string(),
    organisation: z.string().nullable(),
    /** Null: nothing set. */
    availability: AvailabilityState.nullable(),
    languages: z.array(z.string()),
    speaksLanguage: z.boolean(),
    absentToday: z.boolean(),
    /** Within the next 14 days; `to` is the last day. */
    absences: z.array(z.object({ from: PlainDate, to: PlainDate })),
  })
  .meta({ id: 'Assignee' })
export type AssigneeRow = z.infer<typeof AssigneeRow>

export const WaitingRequests = z
  .object({
    total: z.number().int(),
    urgent: z.number().int(),
    sites: z.array(
      z.object({ id: Id, name: z.string(), waiting: z.number().int(), oldestReceivedAt: z.string() }),
    ),
  })
  .meta({ id: 'WaitingRequests' })
export type WaitingRequests = z.infer<typeof WaitingRequests>
