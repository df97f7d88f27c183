import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { SheetBlock } from '../../../platform/server/documents/index.ts'

/** The item whose paper is printed for another committee. */
export interface PaperSubject {
  readonly kind: string
  readonly id: string
  /** What the item says of it, to be read by that committee as well. */
  readonly words: readonly (string | null)[]
}

/**
 * What a module adds to the paper of an item that is about something of its own: only what that committee may read. Null: it
 * is about something else, or whoever prints may not see it. Refuses what would tell too much.
 */
export type SubjectPaper = (
  tx: Tx,
  subject: PaperSubject,
  now: Temporal.Instant,
) => Promise<readonly SheetBlock[] | null>
