import { useSyncExternalStore } from 'react'

/** How this person likes the screen on this device. Nothing personal, so it may stay in the browser. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  density: 'compact' | 'comfortable'
  /** Single-letter keys can be switched off (WCAG 2.1.4): voice control would trigger them. */
  letterKeys: boolean
}

const KEY = 'lotse.preferences'
const defaults: Preferences = { theme: 'system', density: 'compact', letterKeys: true }

let current = read()
const listeners = new Set<() => void>()

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // Storage may be switched off; the choice then lasts until the page is closed.
  }
  applyPreferences()
  for (const listener of listeners) listener()
}

/** Writes theme and density to `<html>`, where KERN's and our rules read them. */
export function applyPreferences(): void {
  const html = document.documentElement
  if (current.theme === 'system') delete html.dataset['kernTheme']
  else html.dataset['kernTheme'] = current.theme
  html.dataset['density'] = current.density
}

function read(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    return defaults
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
