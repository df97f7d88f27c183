import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Body, EndpointSpec, Params, Query, View } from '../../contract/endpoint.ts'
import { Problem } from '../../contract/problem.ts'
import { NoActor, withActor, type Actor, type Tx } from '../db/with-actor.ts'
import type { Pool } from '../db/pool.ts'
import { once, requestHash, type Answer } from './idempotency.ts'
import { Refusal } from './refusal.ts'
import { sessionHashOf } from './session-cookie.ts'
import { settleDraft } from './settle-draft.ts'
import { readUpload, type Upload } from './uploads.ts'

/** A file as answer. `name` must not contain personal data: it ends up in download folders. */
export interface Download {
  readonly name: string
  readonly bytes: Uint8Array
}

export type { Upload } from './uploads.ts'

/** What a handler gets: everything parsed and strict, nothing of Fastify. */
export interface Call<E extends EndpointSpec> {
  readonly params: Params<E>
  readonly query: Query<E>
  readonly body: Body<E>
  /** Of `If-Match`; 0 where the endpoint does not ask for it. */
  readonly version: number
  /** The clock as a value. */
  readonly now: Temporal.Instant
  readonly upload: Upload | undefined
  /** Where the request came from; for throttling only, never stored in clear. */
  readonly address: string
}

type Answering<E extends EndpointSpec> = E['download'] extends string ? Download : View<E>
export type Handler<E extends EndpointSpec> = (tx: Tx, actor: Actor, call: Call<E>) => Promise<Answering<E>>

/** What `serve` needs of the running server; made once by `createApp`. */
export interface ServeContext {
  readonly pool: Pool
  readonly now: () => Temporal.Instant
  /** Whether the roles held give the right (the table of rights is a module's). */
  readonly mayDo: (roles: readonly string[], right: string) => boolean
  /** Called after a request of a signed-in person, for the idle time of the session. */
  readonly onSeen: (actor: Actor, sessionHash: string) => void
  /** Called when a right was missing; writes the refused attempt in a transaction of its own. */
  readonly onRefused: (sessionHash: string, right: string, route: string) => Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    lotse: ServeContext
    endpoints: EndpointSpec[]
  }
  interface FastifyContextConfig {
    right?: string
  }
}

/**
 * Registers one endpoint: schemas both ways, the right, the transaction of the actor, If-Match, Idempotency-Key.
 * The handler is the use case and nothing else.
 */
export function serve<const E extends EndpointSpec>(
  app: FastifyInstance,
  endpoint: E,
  handler: Handler<E>,
): void {
  const context = app.lotse
  // Work on files has effects outside its transaction.
  const manner = { readOnly: endpoint.reads, guess: !endpoint.upload && !endpoint.download }
  app.endpoints.push(endpoint)
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { right: endpoint.right },
    schema: routeSchema(endpoint),
    handler: async (request, reply) => {
      const hash = sessionHashOf(request)
      if (hash === undefined) throw new Refusal('unauthenticated', 'unauthenticated')
      const call = await callOf(endpoint, request, context.now())
      let seen: Actor | undefined
      let refused = false
      try {
        const answer = await withActor(
          context.pool,
          hash,
          async (tx, actor) => {
            seen = actor
            refused = false
            if (actor.mustChangePassword && !endpoint.beforePasswordChange) {
              throw new Refusal('forbidden', 'mustChangePassword')
            }
            if (endpoint.right !== 'self' && !context.mayDo(actor.roles, endpoint.right)) {
              refused = true
              throw new Refusal('forbidden', 'forbidden')
            }
            const given = await answering(tx, endpoint, request, () => handler(tx, actor, call))
            settleDraft(tx, request)
            return given
          },
          manner,
        )
        return await send(reply, endpoint, answer)
      } catch (error) {
        throw seen ? await signedOutOr(error, context.pool, hash) : error
      } finally {
        if (refused) await context.onRefused(hash, endpoint.right, `${endpoint.method} ${endpoint.path}`)
        if (seen) context.onSeen(seen, hash)
      }
    },
  })
}

/**
 * What happens to work whose session ends meanwhile: from the next statement on row level security hides every row, and
 * the database refuses to write as nobody. Refusals of a rule are none of it.
 */
const looksSignedOut = (error: unknown): boolean =>
  error instanceof Refusal
    ? error.kind === 'notFound'
    : ['42501', '23502', '23503'].includes(String((error as { code?: unknown } | null)?.code))

/** The error, or that the session has ended where that is the reason of it. */
const signedOutOr = async (error: unknown, pool: Pool, hash: string): Promise<unknown> =>
  looksSignedOut(error) && (await isSignedOut(pool, hash))
    ? new Refusal('unauthenticated', 'unauthenticated')
    : error

/** Whether the session leads to nobody any more; a database that does not answer says nothing about it. */
const isSignedOut = (pool: Pool, hash: string): Promise<boolean> =>
  withActor(pool, hash, async () => false, { readOnly: true }).catch(
    (error: unknown) => error instanceof NoActor,
  )

/** The documentation's side of a route that answers without a transaction of an actor (sign-in, health). */
export function routeSchema(endpoint: EndpointSpec) {
  const status = endpoint.status ?? (endpoint.response || endpoint.download ? 200 : 204)
  const problems = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503].map((code) => [
    code,
    Problem,
  ])
  const success = endpoint.download
    ? {
        content: {
          [endpoint.download]: { schema: z.string().meta({ description: 'Datei', format: 'binary' }) },
        },
      }
    : (endpoint.response ?? z.null().meta({ description: 'Kein Inhalt' }))
  return {
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    description: `Right: ${endpoint.right}${endpoint.ifMatch ? '. Needs If-Match.' : ''}`,
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    ...(endpoint.upload ? { consumes: ['multipart/form-data'] } : {}),
    response: { [status]: success, ...Object.fromEntries(problems) },
  }
}

async function callOf<E extends EndpointSpec>(
  endpoint: E,
  request: FastifyRequest,
  now: Temporal.Instant,
): Promise<Call<E>> {
  return {
    params: request.params as Params<E>,
    query: request.query as Query<E>,
    body: request.body as Body<E>,
    version: endpoint.ifMatch ? versionOf(request) : 0,
    now,
    upload: endpoint.upload ? await readUpload(request) : undefined,
    address: request.ip,
  }
}

async function answering(
  tx: Tx,
  endpoint: EndpointSpec,
  request: FastifyRequest,
  work: () => Promise<unknown>,
): Promise<Answer> {
  const status = endpoint.status ?? (endpoint.response || endpoint.download ? 200 : 204)
  const run = async (): Promise<Answer> => ({ status, body: await work() })
  const key = request.headers['idempotency-key']
  const repeatable =
    endpoint.method === 'POST' && !endpoint.download && !endpoint.upload && !endpoint.keepsNoAnswer
  if (!repeatable || typeof key !== 'string') return run()
  if (key.length < 8 || key.length > 100) throw new Refusal('invalid', 'malformed')
  return once(tx, key, requestHash(request.method, request.url, request.body), run)
}

function send(reply: FastifyReply, endpoint: EndpointSpec, answer: Answer): FastifyReply {
  if (endpoint.download) {
    const file = answer.body as Download
    return reply
      .header('content-type', endpoint.download)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(file.bytes))
  }
  const version = (answer.body as { version?: unknown } | undefined)?.version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
  return answer.status === 204 ? reply.code(204).send() : reply.code(answer.status).send(answer.body)
}

function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) throw new Refusal('preconditionRequired', 'ifMatchMissing')
  const match = /^"(\d{1,9})"$/.exec(header)
  if (!match) throw new Refusal('invalid', 'malformed')
  return Number(match[1])
}
