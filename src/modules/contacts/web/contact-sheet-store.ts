import { useSyncExternalStore } from 'react'

import { caseInAddress } from '../../calendar/web/index.ts'

/** What the sheet shows: a new contact (of a case, or one still to be chosen), or one that is there. */
export type ContactSheet = { readonly caseId: string | undefined } | { readonly contactId: string }

let current: ContactSheet | undefined
const listeners = new Set<() => void>()

function show(sheet: ContactSheet | undefined): void {
  current = sheet
  for (const listener of listeners) listener()
}

/** Opens the sheet over the page; with `n` and `k` for the case whose page is open. */
export function openContact(sheet: ContactSheet = { caseId: caseInAddress(location.pathname) }): void {
  show(sheet)
}

export const closeContact = (): void => show(undefined)

export function useContactSheet(): ContactSheet | undefined {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
