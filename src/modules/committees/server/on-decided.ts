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
  readonly subjectTitle: string | null
  /** Of a recommendation: the committee it goes to. */
  readonly toCommitteeId: string | null
  /** On a theme: what the meeting chose; null keeps what stands there. */
  readonly themeFormat: string | null
  readonly themePriority: string | null
  /** On a recommendation: until when (ISO day), and whether it was taken up in another form. */
  readonly dueOn: string | null
  readonly inOtherForm: boolean
  /** Struck from the minutes: told with `outcome` rejected, so that what it made is taken back. */
  readonly struck: boolean
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
