import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { DecisionKind, DecisionOutcome, SubjectKind } from '../contract/codes.ts'
import type { DecidedNote } from '../contract/meetings.ts'

/** A decision as it was just recorded. */
export interface Decided {
  readonly decisionId: string
  readonly committeeId: string
  readonly meetingId: string
  readonly kind: DecisionKind
  readonly wording: string
  /** Not public: the words go nowhere else. */
  readonly isPublic: boolean
  /** Postponed also where the item of the agenda was. */
  readonly outcome: DecisionOutcome
  readonly subjectKind: SubjectKind
  readonly subjectId: string | null
  /**
   * `live`: written while the meeting runs, and may still be struck; `released`: with the minutes given to the members;
   * `approved`: with the minutes. All are told, in this order. `takenBack`: the released minutes are corrected, what they
   * say may still change; afterwards they are released again.
   */
  readonly stage: 'live' | 'released' | 'takenBack' | 'approved'
  /** ISO day of the meeting. */
  readonly onDate: string
}

/**
 * Called in the transaction that records the decision: what a module does then commits with it, or not at all. Answers what
 * whoever releases the minutes should know, or null.
 */
export type OnDecided = (tx: Tx, decided: Decided, now: Temporal.Instant) => Promise<DecidedNote | null>
