import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { Role } from './roles.ts'

/** Where a sign-in stands. `enrolSecondFactor`: the role needs a second factor and none is set up yet. */
export const SignInState = z
  .object({
    state: z.enum(['open', 'secondFactor', 'enrolSecondFactor']),
    /** Only with `enrolSecondFactor`: the secret as otpauth URI for the authenticator app, and as text to type. */
    enrolment: z.object({ uri: z.string(), secret: z.string() }).optional(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'SignInState' })

/** Everything the shell of the browser application needs to know about the signed-in person. */
export const SessionView = z
  .object({
    user: z.object({
      id: Id,
      givenName: z.string(),
      familyName: z.string(),
      organisation: z.string().nullable(),
      unit: z.string().nullable(),
    }),
    tenant: z.object({
      key: z.string(),
      name: z.string(),
      kiName: z.string(),
      buildingBlockLabel: z.string(),
      fundersNote: z.string(),
    }),
    roles: z.array(Role),
    rights: z.array(z.string()),
    /** Colleagues the person stands in for now. */
    deputyFor: z.array(z.object({ id: Id, name: z.string(), until: z.string() })),
    sites: z.array(z.object({ id: Id, name: z.string() })),
    mode: z.enum(['demo', 'production']),
    secondFactor: z.boolean(),
    unreadNotifications: z.number().int(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

export const OpenSession = z
  .object({
    id: Id,
    current: z.boolean(),
    userAgent: z.string().nullable(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'OpenSession' })

export const Password = z
  .string()
  .min(12, 'Das Kennwort muss mindestens 12 Zeichen haben.')
  .max(200, 'Das Kennwort darf höchstens 200 Zeichen haben.')

const SixDigits = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Bitte geben Sie die sechs Ziffern aus Ihrer App ein.'))

export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    right: 'public',
    summary: 'Signs in with login name and password; the second factor may follow.',
    body: z.strictObject({
      loginName: z.string().min(1, 'Bitte geben Sie Ihren Anmeldenamen ein.').max(200),
      password: z.string().min(1, 'Bitte geben Sie Ihr Kennwort ein.').max(200),
    }),
    response: SignInState,
  }),
  secondFactor: endpoint({
    method: 'POST',
    path: '/api/session/second-factor',
    right: 'public',
    summary: 'Completes a sign-in with a TOTP code; confirms the enrolment when none was set up.',
    body: z.strictObject({ code: SixDigits }),
    response: SignInState,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/session',
    right: 'self',
    beforePasswordChange: true,
    summary: 'The signed-in person, the tenant, the roles and rights.',
    response: SessionView,
  }),
  current: endpoint({
    // Not 401: the first page asks before anybody has signed in, and a browser shows each 401 as an error.
    method: 'GET',
    path: '/api/session/current',
    right: 'public',
    summary: 'The session as GET /api/session gives it, or null when nobody is signed in.',
    response: z.object({ session: SessionView.nullable() }).meta({ id: 'CurrentSession' }),
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    right: 'public',
    summary: 'Signs out; always answers 204.',
    status: 204,
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/sessions',
    right: 'self',
    summary: 'The open sessions of the signed-in person.',
    response: z.object({ rows: z.array(OpenSession) }).meta({ id: 'OpenSessions' }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:id',
    right: 'self',
    summary: 'Ends one of the own sessions at once.',
    params: IdParams,
    status: 204,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/session/password',
    right: 'self',
    beforePasswordChange: true,
    summary: 'Changes the own password; all other sessions end.',
    body: z.strictObject({
      current: z.string().min(1, 'Bitte geben Sie Ihr bisheriges Kennwort ein.').max(200),
      next: Password,
    }),
    status: 204,
  }),
  startEnrolment: endpoint({
    method: 'POST',
    keepsNoAnswer: true,
    path: '/api/session/enrolment',
    right: 'self',
    summary: 'Starts setting up a second factor; it counts once confirmed with a code.',
    body: z.strictObject({ password: z.string().min(1, 'Bitte geben Sie Ihr Kennwort ein.').max(200) }),
    response: z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'Enrolment' }),
  }),
  confirmEnrolment: endpoint({
    method: 'POST',
    path: '/api/session/enrolment/confirmation',
    right: 'self',
    summary: 'Confirms the second factor with a code of the app.',
    body: z.strictObject({ code: SixDigits }),
    status: 204,
  }),
}
