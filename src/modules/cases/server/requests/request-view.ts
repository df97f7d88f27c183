import type { Actor } from '../../../../platform/server/db/with-actor.ts'
import { rightsOf } from '../../../staff/index.ts'
import {
  RequestEnding,
  type PartnerRequestView,
  type RequestChannel,
  type RequestRelation,
  type RequestRow,
  type RequestState,
  type RequestTransfer,
  type RequestView,
} from '../../contract/requests/index.ts'
import type { Urgency } from '../../contract/codes.ts'
import { actionsFor } from '../../rules/requests.ts'

export interface RowColumns {
  id: string
  version: number
  received_at: string
  /** With microseconds, for the cursor. */
  received_key: string
  closed_key: string | null
  channel: RequestChannel
  language: string | null
  life_domains: string[]
  urgency: Urgency
  state: RequestState
  assigned_at: string | null
  closed_at: string | null
  case_id: string | null
  site_id: string
  site_name: string
  municipality_id: string | null
  municipality_name: string | null
  assigned_to: string | null
  assigned_name: string | null
  concern: string | null
  partner: string | null
  cutoff: string
  overdue: boolean
  relation: RequestRelation
  at_own_site: boolean
}

export interface DetailColumns extends RowColumns {
  entry_route: string | null
  outcome: string | null
  delete_after: string
  signposted_to: string | null
  signposted_name: string | null
  signposted_service: string | null
  caller_name: string | null
  callback_number: string | null
  delete_on: string | null
  minutes: number | null
  transfers: RequestTransfer[]
  partner_request: Omit<PartnerRequestView, 'can'> | null
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** A row as the person gets it, with what the person may do with it now. */
export function rowOf(row: RowColumns, actor: Actor): RequestRow {
  const standing = { relation: row.relation, atOwnSite: row.at_own_site, rights: rightsOf(actor.roles) }
  return {
    id: row.id,
    version: row.version,
    receivedAt: row.received_at,
    channel: row.channel,
    site: { id: row.site_id, name: row.site_name },
    municipality: named(row.municipality_id, row.municipality_name),
    language: row.language,
    lifeDomains: row.life_domains,
    urgency: row.urgency,
    overdue: row.overdue,
    concern: row.concern,
    state: row.state,
    relation: row.relation,
    assignedTo: named(row.assigned_to, row.assigned_name),
    assignedAt: row.assigned_at,
    closedAt: row.closed_at,
    caseId: row.case_id,
    partner: row.partner,
    can: actionsFor(row.state, standing),
  }
}

/** Who works the request, also when it is closed; once, and only where the person agreed to an answer. */
const mayAnswerPartner = (
  row: Pick<RowColumns, 'relation'>,
  actor: Actor,
  { answer, answerAgreed }: Pick<PartnerRequestView, 'answer' | 'answerAgreed'>,
): boolean =>
  worksIt(row.relation) && rightsOf(actor.roles).has('request.take') && answer === null && answerAgreed

/** The queue has nobody yet, oversight answers nobody. */
export const worksIt = (relation: RequestRelation): boolean => relation === 'own' || relation === 'deputy'

export function detailOf(row: DetailColumns, actor: Actor): RequestView {
  return {
    ...rowOf(row, actor),
    entryRoute: row.entry_route,
    callerName: row.caller_name,
    callbackNumber: row.callback_number,
    callbackDeleteOn: row.delete_on,
    signpostedTo: named(row.signposted_to, row.signposted_name),
    signpostedService: row.signposted_service,
    withdrawalReason: RequestEnding.nullable().parse(row.outcome),
    ownMinutes: row.minutes,
    deleteAfter: row.delete_after,
    transfers: row.transfers,
    partnerRequest: row.partner_request && {
      ...row.partner_request,
      can: mayAnswerPartner(row, actor, row.partner_request) ? ['answer'] : [],
    },
  }
}
