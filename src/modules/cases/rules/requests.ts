import { addDays, daysBetween, type PlainDate } from '../../../platform/contract/dates.ts'
import type { Urgency } from '../contract/codes.ts'
import type {
  AssigneeRow,
  RequestAction,
  RequestOutcome,
  RequestRelation,
  RequestState,
} from '../contract/requests/index.ts'

/**
 * The arrows between the states of a request (R043–R049). A state without an arrow for an action refuses it;
 * the four closed states have none: a request that comes back is a new request.
 */
const arrows: Readonly<Record<RequestState, Partial<Record<RequestAction, RequestState>>>> = {
  open: {
    edit: 'open',
    take: 'assigned',
    assign: 'assigned',
    transfer: 'open',
    advise: 'advised',
    signpost: 'signposted',
    withdraw: 'withdrawn',
    convert: 'converted',
  },
  assigned: {
    edit: 'assigned',
    assign: 'assigned',
    return: 'open',
    transfer: 'open',
    advise: 'advised',
    signpost: 'signposted',
    withdraw: 'withdrawn',
    convert: 'converted',
  },
  advised: {},
  signposted: {},
  converted: {},
  withdrawn: {},
}

export const isClosed = (state: RequestState): boolean => state !== 'open' && state !== 'assigned'

/** German sentences of the reason codes below; the server answers with them, the pages show them. */
export const requestReasons = {
  requestClosed: 'Diese Anfrage ist schon abgeschlossen.',
  requestTaken: 'Diese Anfrage ist schon übernommen.',
  requestNotAssigned: 'Diese Anfrage steht schon in der Warteschlange.',
} as const
export type RequestReason = keyof typeof requestReasons

/** Why the action is not possible in this state, or null. */
export function whyNot(state: RequestState, action: RequestAction): RequestReason | null {
  if (arrows[state][action] !== undefined) return null
  if (isClosed(state)) return 'requestClosed'
  return action === 'return' ? 'requestNotAssigned' : 'requestTaken'
}

/** The state after the action. Ask `whyNot` first: an impossible action throws. */
export function stateAfter(state: RequestState, action: RequestAction): RequestState {
  const next = arrows[state][action]
  if (next === undefined) throw new Error(`no arrow ${action} from ${state}`)
  return next
}

export const actionOf = (outcome: Pick<RequestOutcome, 'kind'>): RequestAction =>
  ({ advised: 'advise', signposted: 'signpost', withdrawn: 'withdraw' } as const)[outcome.kind]

/** What the asking person brings along, as row level security sees it too. */
export interface Standing {
  readonly relation: RequestRelation
  /** The request's site is one of the person's own: only there can it go back into the queue. */
  readonly atOwnSite: boolean
  readonly rights: ReadonlySet<string>
}

/** Rights an action needs beside a fitting relation; any one of a line suffices. */
const needs: Readonly<Record<RequestAction, { right: string; relations: readonly RequestRelation[] }>> = {
  edit: { right: 'request.write', relations: ['queue', 'own', 'deputy'] },
  take: { right: 'request.take', relations: ['queue'] },
  assign: { right: 'request.assign', relations: ['queue', 'oversight'] },
  return: { right: 'request.write', relations: ['own', 'deputy', 'oversight'] },
  transfer: { right: 'request.write', relations: ['queue', 'own', 'deputy', 'oversight'] },
  advise: { right: 'request.take', relations: ['queue', 'own', 'deputy'] },
  signpost: { right: 'request.take', relations: ['queue', 'own', 'deputy'] },
  withdraw: { right: 'request.take', relations: ['queue', 'own', 'deputy'] },
  convert: { right: 'case.open', relations: ['queue', 'own', 'deputy'] },
}

/** Whether this person may do it at all; the state is `whyNot`'s question. */
export function mayDo(action: RequestAction, { relation, atOwnSite, rights }: Standing): boolean {
  const { right, relations } = needs[action]
  return rights.has(right) && relations.includes(relation) && (action !== 'return' || atOwnSite)
}

/** The `can` of a view: possible in this state and allowed to this person. */
export const actionsFor = (state: RequestState, standing: Standing): RequestAction[] =>
  (Object.keys(needs) as RequestAction[]).filter(
    (action) => whyNot(state, action) === null && mayDo(action, standing),
  )

/** What is wanted with a request that goes to another site. Days as ISO text. */
export interface TransferWish {
  readonly agreedOn: string | undefined
  readonly acrossEmployers: boolean
}

/** Why the request cannot go there, with the field it is about, or null. */
export function whyNotTransfer(
  { agreedOn, acrossEmployers }: TransferWish,
  today: PlainDate,
): { field: 'agreedOn'; code: 'agreementMissing' | 'agreementLater' } | null {
  if (!acrossEmployers) return null
  if (agreedOn === undefined) return { field: 'agreedOn', code: 'agreementMissing' }
  return agreedOn > today ? { field: 'agreedOn', code: 'agreementLater' } : null
}

/** 0 stands first. A request that waits too long stands with the urgent ones, whatever was noted at first. */
export const urgencyRank = (urgency: Urgency, overdue: boolean): 0 | 1 | 2 =>
  overdue || urgency === 'urgent' ? 0 : urgency === 'soon' ? 1 : 2

const DAY_MS = 86_400_000

/** Instant (ISO) before which a received request counts as overdue. */
export const overdueBefore = (now: Temporal.Instant, days: number): string =>
  now.subtract({ milliseconds: days * DAY_MS }).toString()

/** How long a request waits, in a word: "seit heute", "seit gestern", "seit 5 Tagen". Calendar days. */
export function waitingText(received: PlainDate, today: PlainDate): string {
  const days = Math.max(0, daysBetween(received, today))
  if (days === 0) return 'seit heute'
  return days === 1 ? 'seit gestern' : `seit ${days} Tagen`
}

/** A number of days the district decides, and whether it is only the program's default. */
export interface Days {
  readonly value: number
  readonly isDefault: boolean
}

/**
 * Where a district's configuration says nothing. No concept names a period: short defaults of the program,
 * to be set by the file-keeping organisation (`retentionClass` and settings of the district file).
 */
export const requestDays = {
  /** Name and call-back number of a request. */
  callbackNumberDays: { value: 30, isDefault: true },
  /** A request that never became a case, counted from its receipt and again from its end. */
  requestWithoutCase: { value: 90, isDefault: true },
  /** A request that the office which asked has taken back. */
  withdrawnRequestDays: { value: 7, isDefault: true },
  /** An unassigned request stands with the urgent ones. */
  requestUrgentDays: { value: 7, isDefault: true },
} as const satisfies Record<string, Days>

export const deletedOn = (today: PlainDate, days: number): PlainDate => addDays(today, days)

const availabilityRank = { free: 0, tight: 1, unset: 2, stopped: 3 } as const

/** Who stands first in "zuweisen an": present, speaks the language, free; never by caseload (R171). */
export function compareAssignees(a: AssigneeRow, b: AssigneeRow): number {
  const rank = (row: AssigneeRow) =>
    (row.absentToday ? 100 : 0) +
    availabilityRank[row.availability ?? 'unset'] * 10 +
    (row.speaksLanguage ? 0 : 1)
  return rank(a) - rank(b) || a.name.localeCompare(b.name, 'de')
}

/** What the coordinator should know before assigning; asked as a confirmation, never a refusal. */
export function assignmentConcern(row: AssigneeRow): 'absent' | 'stopped' | null {
  if (row.absentToday) return 'absent'
  return row.availability === 'stopped' ? 'stopped' : null
}

/** The office that asked gets one answer, and only where the person agreed to one. */
export const whyNotAnswerPartner = (facts: {
  answered: boolean
  agreed: boolean
}): 'partnerAlreadyAnswered' | 'partnerAnswerNotAgreed' | null => {
  if (!facts.agreed) return 'partnerAnswerNotAgreed'
  return facts.answered ? 'partnerAlreadyAnswered' : null
}

/** The office that asked takes its request back as long as it waits: afterwards somebody is talking to the person. */
export function whyNotWithdrawByPartner(facts: {
  state: RequestState
  withdrawn: boolean
}): 'partnerRequestWithdrawn' | 'partnerRequestTaken' | null {
  if (facts.withdrawn) return 'partnerRequestWithdrawn'
  return whyNot(facts.state, 'take') === null ? null : 'partnerRequestTaken'
}
