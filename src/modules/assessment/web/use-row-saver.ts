import { useEffect, useState, useSyncExternalStore } from 'react'

import { RowSaver, type RowState } from './row-saver.ts'

/** Savers of rows that are shown or not yet written, by row. Outside React: leaving a tab must not lose a row. */
const savers = new Map<string, { readonly saver: RowSaver<unknown>; shown: number }>()

/** Writes everything of an assessment that is still unwritten. False: something could not be written. */
export async function flushRows(prefix: string): Promise<boolean> {
  const mine = [...savers].filter(([key]) => key.startsWith(prefix)).map(([, { saver }]) => saver)
  await Promise.all(mine.map((saver) => saver.flush()))
  return mine.every((saver) => !saver.state().dirty)
}

interface RowOptions<V> {
  /** Begins with the id of the assessment. */
  key: string
  values: V
  version: number
  save: (values: V, version: number) => Promise<{ version: number }>
}

/** The saver of one row, the same one while anything of it is unwritten. The component needs `key={key}`. */
export function useRowSaver<V>({ key, values, version, save }: RowOptions<V>): [RowSaver<V>, RowState<V>] {
  const known = savers.get(key)?.saver as RowSaver<V> | undefined
  const [saver] = useState(() => known ?? new RowSaver(values, version, save))
  const state = useSyncExternalStore(saver.subscribe, saver.state)

  useEffect(() => saver.adopt(values, version), [saver, values, version])

  useEffect(() => {
    const entry = savers.get(key) ?? { saver: saver as RowSaver<unknown>, shown: 0 }
    savers.set(key, entry)
    entry.shown += 1
    return () => {
      entry.shown -= 1
      void saver.flush().then(() => {
        if (entry.shown === 0 && !saver.state().dirty) savers.delete(key)
      })
    }
  }, [key, saver])

  useEffect(() => {
    if (!state.dirty) return
    const ask = (event: BeforeUnloadEvent) => {
      void saver.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [saver, state.dirty])

  return [saver, state]
}
