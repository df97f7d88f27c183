import type { ExportReason } from '../contract/exports.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'

/** Ends an export with a reason that its owner reads; `refused` when a right is missing. */
export class ExportStopped extends Error {
  readonly state: 'refused' | 'failed' | 'cancelled'
  readonly reason: ExportReason | null

  constructor(state: ExportStopped['state'], reason: ExportReason | null) {
    super(reason ?? state)
    this.state = state
    this.reason = reason
  }
}

/** What the maker of an export works with. */
export interface ExportDesk {
  readonly now: Temporal.Instant
  /**
   * A transaction of the person who wanted it. Each one asks anew who the person is, which rights there are and
   * whether the export is still wanted; so a right withdrawn meanwhile ends the work (BC-07, BC-08).
   */
  step<T>(work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>
  /** What the person sees as progress: parts or rows, `total` where it is known. */
  progress(done: number, total: number | null): Promise<void>
}

/** A finished export; `name` holds no personal data. */
export interface MadeExport {
  readonly name: string
  readonly bytes: Uint8Array
  /** What is written into the audit: counts and keys. */
  readonly details: Readonly<Record<string, number | string>>
}
