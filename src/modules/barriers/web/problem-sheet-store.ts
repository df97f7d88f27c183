import { useSyncExternalStore } from 'react'

import { caseInAddress } from '../../calendar/web/index.ts'
import type { ProblemOrigin } from '../contract/codes.ts'

/** Where the sheet was opened: of a case (or one still to be chosen), perhaps from something in it. */
export interface ProblemSheet {
  readonly caseId: string | undefined
  readonly origin?: ProblemOrigin
  readonly originId?: string
  /** What the place it was opened from knows, where nothing is stored yet. */
  readonly known?: { readonly lifeDomain: string; readonly organisationIds: readonly string[] }
}

let current: ProblemSheet | undefined
const listeners = new Set<() => void>()

function show(sheet: ProblemSheet | undefined): void {
  current = sheet
  for (const listener of listeners) listener()
}

/** Opens the sheet over the page; with `n` and `h` for the case whose page is open. */
export function openProblem(sheet: ProblemSheet = { caseId: caseInAddress(location.pathname) }): void {
  show(sheet)
}

export const closeProblem = (): void => show(undefined)

export function useProblemSheet(): ProblemSheet | undefined {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
