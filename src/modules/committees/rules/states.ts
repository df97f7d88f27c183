import type { CommissionState, MeetingState, PartyState, RequestState } from '../contract/codes.ts'

/** A meeting: from plan to approved minutes (R128). `inApproval` may go back to `held` for correction. */
export const meetingMoves: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['invited', 'running', 'cancelled'],
  invited: ['running', 'cancelled'],
  running: ['held'],
  held: ['inApproval'],
  inApproval: ['approved', 'held'],
  approved: [],
  cancelled: [],
}

export interface MeetingFacts {
  readonly items: number
  readonly onDate: string
  readonly today: string
  readonly closed: boolean
  readonly cancelReason: string | null
}

/** Why a meeting cannot become `to`; null when it can. Days are ISO, in Berlin. */
export function whyNotMeetingMove(from: MeetingState, to: MeetingState, facts: MeetingFacts): string | null {
  if (!meetingMoves[from].includes(to)) {
    return from === 'approved' || from === 'cancelled' ? 'meetingFinished' : 'meetingMoveUnknown'
  }
  if (to === 'cancelled') return facts.cancelReason === null ? 'cancelReasonMissing' : null
  if (to === 'invited' && facts.closed) return 'committeeClosed'
  if (to === 'invited' && facts.items === 0) return 'agendaEmpty'
  if (to === 'invited' && facts.onDate < facts.today) return 'meetingInPast'
  return to === 'running' && facts.onDate > facts.today ? 'meetingNotYet' : null
}

/** The agenda is open until the minutes go to approval; the minutes are written while it runs and until they are approved. */
export const whyNotAgenda = (state: MeetingState): string | null =>
  state === 'planned' || state === 'invited' || state === 'running' ? null : 'agendaFixed'
export const whyNotMinute = (state: MeetingState): string | null => {
  if (state === 'running' || state === 'held') return null
  return state === 'inApproval' || state === 'approved' ? 'minutesFixed' : 'meetingNotRunning'
}

/** Wesel's way (WES 4, R127): town or actor proposes, managing office checks, overhead designs, steering group decides. */
export const requestMoves: Readonly<Record<RequestState, readonly RequestState[]>> = {
  proposed: ['checked', 'existing', 'declined', 'withdrawn'],
  checked: ['designed', 'existing', 'declined', 'withdrawn'],
  designed: ['approved', 'declined', 'withdrawn'],
  approved: ['founded'],
  declined: [],
  existing: [],
  withdrawn: [],
  founded: [],
}

export interface RequestFacts {
  readonly reason: string | null
  readonly form: string | null
  readonly committee: boolean
}

/** Why the step cannot be taken. Refusing, taking back and passing on need a reason; a designed one its form. */
export function whyNotRequestMove(from: RequestState, to: RequestState, facts: RequestFacts): string | null {
  if (!requestMoves[from].includes(to)) {
    return requestMoves[from].length === 0 ? 'requestFinished' : 'requestMoveUnknown'
  }
  if ((to === 'declined' || to === 'withdrawn' || to === 'existing') && !facts.reason) return 'reasonMissing'
  if (to === 'designed' && !facts.form) return 'formMissing'
  return to === 'existing' && !facts.committee ? 'existingMissing' : null
}

/** A commission: given, accepted, worked on, reported, closed; or given back. */
export const commissionMoves: Readonly<Record<CommissionState, readonly CommissionState[]>> = {
  given: ['accepted', 'returned'],
  accepted: ['running', 'returned'],
  running: ['reported', 'returned'],
  reported: ['done', 'running'],
  done: [],
  returned: [],
}

/** A report, and giving back, say what came of it or why. */
export function whyNotCommissionMove(
  from: CommissionState,
  to: CommissionState,
  result: string | null,
): string | null {
  if (!commissionMoves[from].includes(to)) {
    return commissionMoves[from].length === 0 ? 'commissionFinished' : 'commissionMoveUnknown'
  }
  return (to === 'reported' || to === 'returned') && !result ? 'resultMissing' : null
}

/** What may be written down of a party: its answer once; putting one right needs the reason when the minutes are approved. */
export function whyNotAnswer(
  from: PartyState,
  to: PartyState,
  facts: { approved: boolean; remark: string | null },
): 'partyStillOpen' | 'correctionReasonMissing' | null {
  if (from === 'open') return to === 'open' ? 'partyStillOpen' : null
  return facts.approved && !facts.remark ? 'correctionReasonMissing' : null
}
