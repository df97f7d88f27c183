import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { DecisionKind, SubjectKind } from '../contract/codes.ts'

/** A decision as it was just recorded. */
export interface Decided {
  readonly decisionId: string
  readonly committeeId: string
  readonly meetingId: string
  readonly kind: DecisionKind
  readonly wording: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string | null
  /** `live`: written while the meeting runs; `approved`: with the minutes. Both are told, in this order. */
  readonly stage: 'live' | 'approved'
  /** ISO day of the meeting. */
  readonly onDate: string
}

/** Called in the transaction that records the decision: what a module does then commits with it, or not at all. */
export type OnDecided = (tx: Tx, decided: Decided, now: Temporal.Instant) => Promise<void>
