import { useEffect, useEffectEvent, useRef } from 'react'

import { draftEndpoints } from '../../contract/draft.ts'
import { call } from '../api.ts'
import { ProblemError } from '../problem-error.ts'

const DELAY_MS = 1_500

/** The version is kept too: a draft typed over an older row must still meet its conflict. */
export interface DraftContent<V> {
  values: V
  version: number | undefined
}

interface DraftOptions<V> {
  key: string | undefined
  values: V
  version: number | undefined
  /** Nothing is written while the form is as it was loaded. */
  dirty: boolean
  onRestore: (content: DraftContent<V>, savedAt: string) => void
  onSave: (savedAt: string) => void
}

/**
 * Keeps what is typed on the server, so that it follows to another device and survives a crash. Returns `drop`,
 * which forgets the draft after saving. Failing to keep a draft never disturbs typing; it is tried again with the
 * next change.
 */
export function useDraft<V>({ key, values, version, dirty, onRestore, onSave }: DraftOptions<V>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const restore = useEffectEvent((content: DraftContent<V>, savedAt: string) => {
    // Who already types does not want the old text over it.
    if (!dirty) onRestore(content, savedAt)
  })
  const saved = useEffectEvent((savedAt: string) => onSave(savedAt))

  useEffect(() => {
    if (!key) return
    const stop = new AbortController()
    call(draftEndpoints.read, { params: { key }, signal: stop.signal })
      .then(({ draft }) => {
        if (draft && !stop.signal.aborted) restore(draft.content as DraftContent<V>, draft.savedAt)
      })
      .catch(ignoreProblem)
    return () => stop.abort()
  }, [key])

  useEffect(() => {
    if (!key || !dirty) return
    timer.current = setTimeout(() => {
      saving.current = call(draftEndpoints.save, { params: { key }, body: { content: { values, version } } })
        .then((draft) => saved(draft.savedAt))
        .catch(ignoreProblem)
    }, DELAY_MS)
    return () => clearTimeout(timer.current)
  }, [key, dirty, values, version])

  return () => {
    clearTimeout(timer.current)
    if (!key) return
    // After a save still under way, or it would bring the draft back; also when the page is closed meanwhile.
    const drop = () => call(draftEndpoints.drop, { params: { key }, keepalive: true })
    void saving.current.then(drop).catch(ignoreProblem)
  }
}

/** No connection, aborted: typing goes on. Programming errors still surface. */
function ignoreProblem(error: unknown): void {
  if (error instanceof ProblemError || (error instanceof DOMException && error.name === 'AbortError')) return
  throw error
}
