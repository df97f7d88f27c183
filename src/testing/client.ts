import type { FastifyInstance } from 'fastify'
import type { BodyInput, EndpointSpec, Params, QueryInput, Received } from '../platform/contract/endpoint.ts'
import type { Problem } from '../platform/contract/problem.ts'

export interface CallOptions<E extends EndpointSpec> {
  readonly params?: Params<E>
  readonly query?: QueryInput<E>
  readonly body?: BodyInput<E>
  readonly ifMatch?: number
  readonly idempotencyKey?: string
}

export interface Answer<T> {
  readonly status: number
  /** The view; on 4xx and 5xx look at `problem`. */
  readonly body: T
  readonly problem: Problem
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
}

/** Calls endpoints of the table through HTTP (Fastify's inject: the whole server without a socket). */
export class Client {
  readonly app: FastifyInstance
  token: string | undefined

  constructor(app: FastifyInstance, token: string | undefined) {
    this.app = app
    this.token = token
  }

  async call<const E extends EndpointSpec>(
    endpoint: E,
    options: CallOptions<E> = {},
  ): Promise<Answer<Received<E>>> {
    const params = (options.params ?? {}) as Record<string, string>
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    )
    return this.raw(endpoint.method, path, options as CallOptions<EndpointSpec>) as Promise<
      Answer<Received<E>>
    >
  }

  /** Any method, path and body: also what no endpoint allows. */
  async raw(
    method: string,
    path: string,
    options: {
      query?: unknown
      body?: unknown
      ifMatch?: number
      idempotencyKey?: string
      headers?: Record<string, string>
    } = {},
  ): Promise<Answer<unknown>> {
    const reply = await this.app.inject({
      method: method as 'GET',
      url: path,
      query: options.query as Record<string, string>,
      headers: {
        host: 'localhost',
        ...(this.token === undefined ? {} : { cookie: `__Host-lotse=${this.token}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { payload: JSON.stringify(options.body) }),
    })
    const json = String(reply.headers['content-type'] ?? '').includes('json') && reply.body !== ''
    const body: unknown = json ? JSON.parse(reply.body) : undefined
    return {
      status: reply.statusCode,
      body,
      problem: body as Problem,
      headers: reply.headers,
      bytes: reply.rawPayload,
    }
  }
}
