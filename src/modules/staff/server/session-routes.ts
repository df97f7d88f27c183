import type { FastifyInstance, FastifyRequest } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import type { AuthDatabase } from '../../../platform/server/db/auth-database.ts'
import { NoActor, withActor, type Actor, type Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { routeSchema, serve } from '../../../platform/server/http/serve.ts'
import {
  clearSessionCookie,
  sessionHashOf,
  setSessionCookie,
} from '../../../platform/server/http/session-cookie.ts'
import { sessionEndpoints as endpoints, type SessionView } from '../contract/session.ts'
import { readSession } from './screens.ts'
import { whyNotPassword } from './sign-in/leaked-passwords.ts'
import { confirmEnrolment, hasSecondFactor, startEnrolment } from './sign-in/second-factor.ts'
import { listSessions, revokeSession, revokeSessionsOf } from './sign-in/sessions.ts'
import { completeSignIn, refuseWrongPassword, setPassword, signIn } from './sign-in/sign-in.ts'

export interface StaffDeps {
  readonly auth: AuthDatabase
  readonly mode: 'demo' | 'production'
}

export function sessionRoutes(app: FastifyInstance, deps: StaffDeps): void {
  signInRoutes(app, deps)
  secondFactorRoutes(app, deps)
  const { auth } = deps

  const read = async (tx: Tx, actor: Actor) => {
    const secondFactor = await hasSecondFactor(auth, actor.userId)
    return readSession(tx, actor, { mode: deps.mode, secondFactor })
  }
  serve(app, endpoints.read, read)
  currentSessionRoute(app, read)

  serve(app, endpoints.list, async (_tx, actor) => ({
    rows: (await listSessions(auth, actor.userId)).map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      userAgent: row.user_agent,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
    })),
  }))

  serve(app, endpoints.revoke, async (tx, actor, { params }) => {
    const ended = await revokeSessionsOf(auth, actor.userId, { id: params.id })
    if (ended === 0) throw new Refusal('notFound', 'notFound')
    await audit(tx, { action: 'session.revoked', objectKind: 'session', objectId: params.id })
  })

  serve(app, endpoints.changePassword, async (tx, actor, { body, address }) => {
    await refuseWrongPassword(auth, actor.userId, body.current, 'current', address)
    const why = whyNotPassword(body.next)
    if (why) throw new Refusal('invalid', 'invalidInput', { fields: [{ path: 'next', ...why }] })
    await audit(tx, { action: 'password.changed', objectKind: 'account', objectId: actor.userId })
    await setPassword(auth, actor.userId, body.next)
    await revokeSessionsOf(auth, actor.userId, { allBut: actor.sessionId })
  })
}

/** Open to everybody: who is signed in gets the own session, anybody else null. */
function currentSessionRoute(
  app: FastifyInstance,
  read: (tx: Tx, actor: Actor) => Promise<SessionView>,
): void {
  const endpoint = endpoints.current
  app.endpoints.push(endpoint)
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { right: 'public' },
    schema: routeSchema(endpoint),
    handler: async (request) => {
      const hash = sessionHashOf(request)
      if (hash === undefined) return { session: null }
      try {
        return await withActor(app.lotse.pool, hash, async (tx, actor) => {
          const session = await read(tx, actor)
          app.lotse.onSeen(actor, hash)
          return { session }
        })
      } catch (error) {
        if (error instanceof NoActor) return { session: null }
        throw error
      }
    },
  })
}

function secondFactorRoutes(app: FastifyInstance, { auth }: StaffDeps): void {
  serve(app, endpoints.startEnrolment, async (tx, actor, { body, address }) => {
    await refuseWrongPassword(auth, actor.userId, body.password, 'password', address)
    await audit(tx, {
      action: 'secondFactor.enrolmentStarted',
      objectKind: 'account',
      objectId: actor.userId,
    })
    return startEnrolment(auth, actor.userId)
  })

  serve(app, endpoints.confirmEnrolment, async (tx, actor, { body }) => {
    if (!(await confirmEnrolment(auth, actor.userId, body.code))) {
      throw new Refusal('invalid', 'wrongCode', {
        fields: [
          {
            path: 'code',
            code: 'wrongCode',
            message: 'Dieser Code stimmt nicht. Bitte geben Sie den aktuellen Code aus der App ein.',
          },
        ],
      })
    }
    await audit(tx, { action: 'secondFactor.enrolled', objectKind: 'account', objectId: actor.userId })
  })
}

/** Sign-in and sign-out have no actor yet: they run on the pool of lotse_auth alone. */
function signInRoutes(app: FastifyInstance, { auth }: StaffDeps): void {
  const open = (endpoint: (typeof endpoints)['signIn' | 'secondFactor' | 'signOut']) => {
    app.endpoints.push(endpoint)
    return {
      method: endpoint.method,
      url: endpoint.path,
      config: { right: 'public' },
      schema: routeSchema(endpoint),
    }
  }

  app.route({
    ...open(endpoints.signIn),
    handler: async (request, reply) => {
      refusePlainHttp(request)
      const { token, view } = await signIn(
        auth,
        request.body as { loginName: string; password: string },
        origin(request),
      )
      setSessionCookie(reply, token)
      return reply.send(view)
    },
  })
  app.route({
    ...open(endpoints.secondFactor),
    handler: async (request, reply) => {
      const hash = sessionHashOf(request)
      if (hash === undefined) throw new Refusal('unauthenticated', 'signInExpired')
      const { token, view } = await completeSignIn(
        auth,
        hash,
        (request.body as { code: string }).code,
        origin(request),
      )
      setSessionCookie(reply, token)
      return reply.send(view)
    },
  })
  app.route({
    ...open(endpoints.signOut),
    handler: async (request, reply) => {
      const hash = sessionHashOf(request)
      if (hash !== undefined) await revokeSession(auth, hash)
      clearSessionCookie(reply)
      return reply.code(204).header('clear-site-data', '"cache"').send()
    },
  })
}

const origin = (request: FastifyRequest) => ({
  address: request.ip,
  userAgent: request.headers['user-agent'],
})

/** Browsers keep a `__Host-` cookie over plain http only on the own machine: say so instead of failing silently. */
function refusePlainHttp(request: FastifyRequest): void {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(request.hostname.replace(/:\d+$/, ''))
  if (request.protocol !== 'https' && !local) throw new Refusal('forbidden', 'plainHttp')
}
