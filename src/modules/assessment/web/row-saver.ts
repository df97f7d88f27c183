import { isTransient, ProblemError } from '../../../platform/web/problem-error.ts'
import type { Problem } from '../../../platform/contract/problem.ts'

export interface RowState<V> {
  readonly values: V
  readonly version: number
  /** Something is typed that the server does not have yet. */
  readonly dirty: boolean
  readonly saving: boolean
  readonly savedAt: Date | undefined
  readonly error: unknown
  /** Somebody else saved in between (412). */
  readonly conflict: { readonly current: unknown; readonly problem: Problem } | undefined
}

type Save<V> = (values: V, version: number) => Promise<{ version: number }>

const RETRY_MS = 5_000

/**
 * Saves one row while it is typed: one write at a time, the newest values last. What could not be saved stays and is
 * tried again when only the connection was missing. Lives outside React, so that leaving the tab loses nothing.
 */
export class RowSaver<V> {
  #state: RowState<V>
  #running: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #save: Save<V>

  constructor(values: V, version: number, save: Save<V>) {
    const nothing = { dirty: false, saving: false, savedAt: undefined, error: undefined, conflict: undefined }
    this.#state = { values, version, ...nothing }
    this.#save = save
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): RowState<V> => this.#state

  /** Choices are saved at once (`delayMs` 0), typing after a pause. */
  change(part: Partial<V>, delayMs: number): void {
    this.#set({ values: { ...this.#state.values, ...part }, dirty: true })
    this.#later(delayMs)
  }

  /** Takes over what another page or person saved, unless something is being typed here. */
  adopt(values: V, version: number): void {
    const { dirty, saving } = this.#state
    if (!dirty && !saving && version > this.#state.version) this.#set({ values, version })
  }

  keepMine(version: number): void {
    this.#set({ version, conflict: undefined, dirty: true })
    void this.flush()
  }

  takeCurrent(values: V, version: number): void {
    this.#set({ values, version, conflict: undefined, dirty: false })
  }

  /** Writes what is not yet written; resolves when nothing is under way. Never throws: see `state().error`. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#running ??= this.#writeAll().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** One after the other: a second write beside the first would meet its own version. */
  async #writeAll(): Promise<void> {
    while (this.#state.dirty && !this.#state.conflict) {
      if (!(await this.#write())) return
    }
  }

  async #write(): Promise<boolean> {
    const { values, version } = this.#state
    this.#set({ saving: true, error: undefined })
    try {
      const saved = await this.#save(values, version)
      const dirty = this.#state.values !== values
      this.#set({ saving: false, version: saved.version, savedAt: new Date(), dirty })
      return true
    } catch (error) {
      const conflict = conflictOf(error)
      this.#set({ saving: false, conflict, error: conflict ? undefined : error })
      if (isTransient(error)) this.#later(RETRY_MS)
      return false
    }
  }

  #later(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delayMs)
  }

  #set(part: Partial<RowState<V>>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}

function conflictOf(error: unknown): RowState<unknown>['conflict'] {
  if (!(error instanceof ProblemError) || error.problem.status !== 412) return undefined
  return { current: error.problem.current, problem: error.problem }
}
