import { useSyncExternalStore } from 'react'

import { caseInAddress } from './case-in-address.ts'

/** What the sheet shows: a new task (of a case, or of none), or one that is there. */
export type TaskSheet = { readonly caseId: string | undefined } | { readonly taskId: string }

let current: TaskSheet | undefined
const listeners = new Set<() => void>()

function show(sheet: TaskSheet | undefined): void {
  current = sheet
  for (const listener of listeners) listener()
}

/** Opens the sheet over the page; with `n` and `t` for the case whose page is open. */
export function openTask(sheet: TaskSheet = { caseId: caseInAddress(location.pathname) }): void {
  show(sheet)
}

export const closeTask = (): void => show(undefined)

export function useTaskSheet(): TaskSheet | undefined {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
