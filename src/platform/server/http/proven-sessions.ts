/** As many as one server of a large Kreis sees in a day; who falls out is counted by address until the next answer. */
const most = 20_000

/** Hashes of the session tokens that led to a person lately: only these may be counted apart from their address. */
export class ProvenSessions {
  readonly #hashes = new Set<string>()

  add(hash: string): void {
    this.#hashes.delete(hash)
    this.#hashes.add(hash)
    if (this.#hashes.size > most) this.#hashes.delete(this.#hashes.values().next().value!)
  }

  has(hash: string): boolean {
    return this.#hashes.has(hash)
  }
}
