import type {
  AccountEntry,
  Command,
  NavigationEntry,
  NewAction,
  Part,
  SearchProvider,
  WebModule,
} from './module.ts'
import type { Session } from './session.ts'

/** An entry with the other pages it stands for. */
export interface RegisteredEntry extends NavigationEntry {
  also: readonly string[]
}

/** Everything the modules add, reduced to what the signed-in person may use. */
export interface Registry {
  navigation: readonly RegisteredEntry[]
  commands: readonly Command[]
  newActions: readonly NewAction[]
  searches: readonly SearchProvider[]
  parts: readonly Part[]
  account: readonly AccountEntry[]
}

/** Hides what the session has no right for; the server refuses it anyway. */
export function registryFor(modules: readonly WebModule[], session: Pick<Session, 'rights'>): Registry {
  const allowed = <Entry extends { right?: string }>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.right === undefined || session.rights.has(entry.right))
  return {
    navigation: togetherByLabel(
      allowed(modules.flatMap((module) => module.navigation ?? [])).toSorted((a, b) => a.order - b.order),
    ),
    commands: allowed(modules.flatMap((module) => module.commands ?? [])),
    newActions: allowed(modules.flatMap((module) => module.newActions ?? [])),
    searches: allowed(modules.flatMap((module) => module.searches ?? [])),
    parts: allowed(modules.flatMap((module) => module.parts ?? [])).toSorted((a, b) => a.order - b.order),
    account: allowed(modules.flatMap((module) => module.account ?? [])),
  }
}

function togetherByLabel(entries: readonly NavigationEntry[]): RegisteredEntry[] {
  const byLabel = Map.groupBy(entries, ({ label }) => label)
  return [...byLabel.values()].map(([first, ...others]) => ({ ...first!, also: others.map(({ to }) => to) }))
}
