import { z } from 'zod'
import { PersonName } from '../../../platform/contract/names.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf, PageQuery } from '../../../platform/contract/paging.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { ExportGrantView } from './export-grants.ts'
import { Role } from './roles.ts'

export const scopeKinds = ['tenant', 'region', 'organisation', 'site'] as const
export const ScopeKind = z.enum(scopeKinds)
export type ScopeKind = z.infer<typeof ScopeKind>

export const RoleView = z
  .object({
    id: Id,
    role: Role,
    scopeKind: ScopeKind,
    scopeId: Id.nullable(),
    /** Name of the region, organisation or site. */
    scope: z.string().nullable(),
    from: z.string(),
    /** Null: until it is ended. */
    until: z.string().nullable(),
    state: z.enum(['planned', 'current', 'ended']),
  })
  .meta({ id: 'RoleAssignment' })
export type RoleView = z.infer<typeof RoleView>

const person = {
  id: Id,
  givenName: z.string(),
  familyName: z.string(),
  organisation: z.string().nullable(),
  unit: z.string().nullable(),
  active: z.boolean(),
}

export const UserRow = z
  .object({
    ...person,
    loginName: z.string().nullable(),
    /** Roles held now. */
    roles: z.array(Role),
    secondFactor: z.boolean(),
  })
  .meta({ id: 'UserRow' })
export type UserRow = z.infer<typeof UserRow>

export const UserView = z
  .object({
    ...person,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    organisationId: Id.nullable(),
    unitId: Id.nullable(),
    /** Null: no login yet. */
    account: z
      .object({
        loginName: z.string(),
        secondFactor: z.boolean(),
        secondFactorRequired: z.boolean(),
        mustChangePassword: z.boolean(),
      })
      .nullable(),
    roles: z.array(RoleView),
    /** Rights to take lists out, newest first; ended ones stay readable. */
    exportGrants: z.array(ExportGrantView),
    /** Who oversees the professional work of this person, and whose this person oversees. */
    overseenBy: z.array(z.object({ id: Id, name: z.string() })),
    oversees: z.array(z.object({ id: Id, name: z.string() })),
    can: z.array(z.enum(['change', 'deactivate', 'reactivate', 'giveRole', 'resetPassword'])),
    version: z.int(),
  })
  .meta({ id: 'User' })
export type UserView = z.infer<typeof UserView>

const LoginName = z
  .string()
  .trim()
  .normalize()
  .min(3, 'Ein Anmeldename hat mindestens 3 Zeichen.')
  .max(100, 'Ein Anmeldename hat höchstens 100 Zeichen.')
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u,
    'Ein Anmeldename besteht aus Buchstaben, Ziffern, Punkt, Strich, Unterstrich und @.',
  )

const Email = z
  .union([
    z.literal('').transform(() => null),
    z.email('Bitte geben Sie eine vollständige E-Mail-Adresse ein.'),
  ])
  .nullable()
  .optional()

const details = {
  givenName: PersonName,
  familyName: PersonName,
  email: Email,
  phone: optionalText(60),
  organisationId: Id,
  unitId: Id.nullable().optional(),
}

/** What somebody who leaves would leave behind. Numbers only: no names of clients, nothing compared (R171). */
export const OpenWork = z
  .object({
    openCases: z.int(),
    /** Closed ones, restricted or not: somebody has to be able to reopen them. */
    closedCases: z.int(),
    /** Agreements in these cases that nobody has signed yet; they go with the case. */
    agreementDrafts: z.int(),
    openRequests: z.int(),
    openTasks: z.int(),
    /** Running or planned: others rely on this person, or this person is stood in for. */
    standingIn: z.int(),
    stoodInFor: z.int(),
    oversees: z.int(),
    /** Questions to this person as the second person of a disclosure. */
    askedDisclosures: z.int(),
    actionItems: z.int(),
    /** Moderated by this person and not ended. */
    reconstructions: z.int(),
    /** Forms begun; deleted when the account is closed. */
    drafts: z.int(),
    /** Coordinators and the person: who can hand the cases over. */
    handOverBy: z.array(z.object({ id: Id, name: z.string() })),
    /** False: the account cannot be closed yet. */
    nothingLeft: z.boolean(),
  })
  .meta({ id: 'OpenWork' })
export type OpenWork = z.infer<typeof OpenWork>

export const userEndpoints = {
  search: endpoint({
    // POST: the words searched for are names, and those belong in no address.
    method: 'POST',
    keepsNoAnswer: true,
    path: '/api/users/search',
    right: 'staff.administer',
    summary:
      'The users of the tenant by name, narrowed by the beginning of a name or login name, state, role, employer.',
    body: z.strictObject({
      ...PageQuery.shape,
      text: z.string().trim().normalize().max(100).optional(),
      state: z.enum(['active', 'inactive', 'all']).default('active'),
      role: Role.optional(),
      organisationId: Id.optional(),
    }),
    response: pageOf(UserRow, 'UserPage'),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/users/:id',
    right: 'staff.administer',
    summary: 'One user with account, roles and oversight.',
    params: IdParams,
    response: UserView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/users',
    right: 'staff.administer',
    summary:
      'Creates a user with a login but no password: set the first one with PUT /api/users/{id}/password.',
    body: z.strictObject({ ...details, loginName: LoginName }),
    response: UserView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/users/:id',
    right: 'staff.administer',
    summary: 'Changes name, contact, employer or unit of a user; absent fields stay, null clears.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(details).partial(),
    response: UserView,
  }),
  openWork: endpoint({
    method: 'GET',
    path: '/api/users/:id/open-work',
    right: 'staff.administer',
    summary: 'What has to be handed over before a person leaves: numbers, asked one by one and audited.',
    params: IdParams,
    response: OpenWork,
  }),
  releaseOpenWork: endpoint({
    method: 'POST',
    path: '/api/users/:id/open-work/release',
    right: 'staff.administer',
    summary:
      'Puts requests back into the queue, tasks, action items and questions back to where they came from, ends deputies and oversight; cases are handed over.',
    params: IdParams,
    body: z.strictObject({
      requests: z.boolean().default(false),
      tasks: z.boolean().default(false),
      deputies: z.boolean().default(false),
      oversight: z.boolean().default(false),
      disclosures: z.boolean().default(false),
      actionItems: z.boolean().default(false),
      reconstructions: z.boolean().default(false),
    }),
    response: OpenWork,
  }),
  deactivate: endpoint({
    method: 'POST',
    path: '/api/users/:id/deactivation',
    right: 'staff.administer',
    summary: 'Ends all sessions at once and closes the sign-in.',
    params: IdParams,
    ifMatch: true,
    response: UserView,
  }),
  reactivate: endpoint({
    method: 'POST',
    path: '/api/users/:id/reactivation',
    right: 'staff.administer',
    summary: 'Opens the sign-in again; sessions stay ended.',
    params: IdParams,
    ifMatch: true,
    response: UserView,
  }),
  resetPassword: endpoint({
    // PUT: the answer of a POST is kept for its idempotency key, and a password must be kept nowhere.
    method: 'PUT',
    path: '/api/users/:id/password',
    right: 'staff.administer',
    summary: 'Makes a new first password, shown once; the person must change it. All sessions end.',
    params: IdParams,
    body: z.strictObject({ resetSecondFactor: z.boolean().default(false) }),
    response: z.object({ password: z.string() }).meta({ id: 'FirstPassword' }),
  }),
  giveRole: endpoint({
    method: 'POST',
    path: '/api/users/:id/roles',
    right: 'staff.administer',
    summary: 'Gives a role with a scope, never to oneself.',
    params: IdParams,
    body: z.strictObject({
      role: Role,
      scopeKind: ScopeKind,
      scopeId: Id.nullable().optional(),
      /** First and last day; without `from` it begins now. */
      from: PlainDate.optional(),
      lastDay: PlainDate.nullable().optional(),
    }),
    response: RoleView,
    status: 201,
  }),
  endRole: endpoint({
    method: 'POST',
    path: '/api/role-assignments/:id/end',
    right: 'staff.administer',
    summary: 'Ends a role at once; access that rests on it closes with it.',
    params: IdParams,
    response: RoleView,
  }),
}
