import type { Role } from './contract/roles.ts'
import type { ScopeKind } from './contract/users.ts'

/** Where a role can be held. Oversight never follows from a scope: it is arranged person by person (R009). */
const scopesOfRole: Readonly<Partial<Record<Role, readonly ScopeKind[]>>> = {
  caseManager: ['site', 'organisation', 'region', 'tenant'],
  coordinator: ['region', 'tenant'],
  kimLead: ['tenant'],
  lineManager: ['organisation'],
  administrator: ['tenant'],
}
const otherScopes: readonly ScopeKind[] = ['tenant', 'organisation']

/** The scopes a role can be given with, the usual one first. */
export const scopesFor = (role: Role): readonly ScopeKind[] => scopesOfRole[role] ?? otherScopes

/** Longer absences are arranged anew: somebody looks at them again. */
const mostDeputyDays = 366

const day = 86_400_000
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / day

export interface DeputyWish {
  readonly from: string
  readonly lastDay: string
}

/** Why a period of deputising cannot be, with the field it is about, or null. Days as ISO text. */
export function whyNotDeputyPeriod(
  wish: DeputyWish,
  today: string,
): { field: 'from' | 'lastDay'; code: 'fromPast' | 'lastDayBefore' | 'lastDayPast' | 'tooLong' } | null {
  if (wish.from < today) return { field: 'from', code: 'fromPast' }
  if (wish.lastDay < wish.from) return { field: 'lastDay', code: 'lastDayBefore' }
  return whyNotLastDay(wish, today)
}

/** Why the last day of a running or planned arrangement cannot be moved there, or null. */
export function whyNotLastDay(
  wish: DeputyWish,
  today: string,
): { field: 'lastDay'; code: 'lastDayBefore' | 'lastDayPast' | 'tooLong' } | null {
  if (wish.lastDay < today) return { field: 'lastDay', code: 'lastDayPast' }
  if (wish.lastDay < wish.from) return { field: 'lastDay', code: 'lastDayBefore' }
  if (daysFrom(wish.from, wish.lastDay) > mostDeputyDays) return { field: 'lastDay', code: 'tooLong' }
  return null
}

const reauthenticationMinutes = 10

/** Whether a sensitive change may go ahead without asking for the password again. Instants as ISO text. */
export const isFreshlyAuthenticated = (reauthenticatedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(reauthenticatedAt) <= reauthenticationMinutes * 60_000

/** What must be empty before an account is closed: somebody waits for each of these. */
const heldBy = [
  'openCases',
  'closedCases',
  'openRequests',
  'openTasks',
  'standingIn',
  'stoodInFor',
  'oversees',
  'askedDisclosures',
  'actionItems',
  'reconstructions',
] as const

/** Whether nobody is left waiting when this person goes. */
export const nothingLeft = (work: Readonly<Record<(typeof heldBy)[number], number>>): boolean =>
  heldBy.every((kind) => work[kind] === 0)
