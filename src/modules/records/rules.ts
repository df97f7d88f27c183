/** What retention noted when it last ran. */
export interface ClockMark {
  readonly seenAt: Temporal.Instant
  readonly heldUntil: Temporal.Instant | null
}

const hour = 3_600_000
/** How far two looks at the clock, or program and database, may lie apart before nobody trusts it. */
const trusted = 24 * hour
/** How long deleting waits after a jump, so that a person can notice the wrong clock (or a long pause has passed). */
const wait = 72 * hour

/**
 * Whether retention may delete now, with what to note (F7: a clock that jumps by a year deletes nothing). A pause of
 * the server of more than a day looks the same as a jump and only delays deleting. `database`: its clock.
 */
export function judgeClock(
  before: ClockMark | undefined,
  now: Temporal.Instant,
  database: Temporal.Instant,
): { readonly mayDelete: boolean; readonly jumped: boolean; readonly mark: ClockMark } {
  const apart = (other: Temporal.Instant) =>
    Math.abs(now.epochMilliseconds - other.epochMilliseconds) > trusted
  const jumped = apart(database) || (before !== undefined && apart(before.seenAt))
  const heldUntil = jumped ? now.add({ milliseconds: wait }) : (before?.heldUntil ?? null)
  const held = heldUntil !== null && Temporal.Instant.compare(now, heldUntil) < 0
  return { mayDelete: !held, jumped, mark: { seenAt: now, heldUntil: held ? heldUntil : null } }
}
