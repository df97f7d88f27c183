import type { AnyRoute } from '@tanstack/react-router'
import type { ComponentType } from 'react'

import type { Session } from './session.ts'
import type { IconName } from './ui/icon.tsx'

/**
 * An entry of the side navigation. Shown only when the session holds `right`. Pages that belong together have the same
 * label: they become one entry, which opens the first of them the person may use and stays marked on all of them.
 */
export interface NavigationEntry {
  label: string
  to: string
  icon: IconName
  /** Position in the side navigation; tens leave room: Mein Tag 10, Anfragen 20, Fälle 30, Kalender 40 … */
  order: number
  right?: string
}

/** An entry of the command palette (Strg K). */
export interface Command {
  label: string
  icon?: IconName
  right?: string
  /** Words by which it is found besides its label. */
  keywords?: string
  /** One of both. */
  to?: string
  run?: () => void
}

/** An entry of „Neu“; with `key`, also reached by `n` and that letter. */
export interface NewAction extends Command {
  icon: IconName
  key?: string
}

/** An entry of the menu behind the person's own name. */
export interface AccountEntry extends Command {
  icon: IconName
  /** How many of its things are new for the person: while there are any, the entry stands in the header as well. */
  news?: (session: Session) => number
}

/** What a module's search finds for the palette. Search terms travel in POST bodies. */
export interface SearchHit {
  label: string
  hint?: string
  to: string
}

export interface SearchProvider {
  /** Heading over the hits: „Fälle“. */
  label: string
  right?: string
  search: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>
}

/**
 * A piece of a page that another module shows: a tab, a card, a box. The page that owns the slot says which props
 * its parts get (`useParts`), and renders them in `order`.
 */
export interface Part {
  slot: string
  key: string
  label: string
  order: number
  right?: string
  load: () => Promise<{ default: ComponentType<never> }>
}

/** What a module adds to the staff UI; `src/web.tsx` lists them. */
export interface WebModule {
  name: string
  /** Children of `appRoute` (signed in, inside the shell), pages lazy. */
  routes?: readonly AnyRoute[]
  navigation?: readonly NavigationEntry[]
  commands?: readonly Command[]
  newActions?: readonly NewAction[]
  searches?: readonly SearchProvider[]
  parts?: readonly Part[]
  account?: readonly AccountEntry[]
}
