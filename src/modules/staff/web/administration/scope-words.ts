import type { ScopeKind } from '../../contract/users.ts'

export const scopeWords: Readonly<Record<ScopeKind, string>> = {
  tenant: 'ganzer Kreis',
  region: 'Bezirk',
  organisation: 'Organisation',
  site: 'Standort',
}
