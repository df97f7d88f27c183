import type { Actor } from './with-actor.ts'

/** As many as one server of a large Kreis sees in a day. */
const most = 20_000

/**
 * Whom sessions led to when they were last asked. Only a guess to begin with: the database resolves the session in
 * every transaction, and work that began with another answer is undone and done again (`withActor`).
 */
export class KnownActors {
  readonly #actors = new Map<string, Actor>()

  get(sessionHash: string): Actor | undefined {
    return this.#actors.get(sessionHash)
  }

  set(sessionHash: string, actor: Actor): void {
    this.#actors.delete(sessionHash)
    this.#actors.set(sessionHash, actor)
    if (this.#actors.size > most) this.#actors.delete(this.#actors.keys().next().value!)
  }

  delete(sessionHash: string): void {
    this.#actors.delete(sessionHash)
  }
}

/** Whether nothing that decides differs; when the session was last used decides nothing. */
export function sameActor(one: Actor, other: Actor): boolean {
  const decides = ({ lastSeenAt: _lastSeenAt, ...rest }: Actor) => JSON.stringify(rest)
  return decides(one) === decides(other)
}
