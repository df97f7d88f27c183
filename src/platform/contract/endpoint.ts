import type { z } from 'zod'

/**
 * One line of the endpoint table of a module: everything the server, the browser and openapi.json need to
 * know about a route. `right` is checked before the handler runs; `public` needs no session, `self` needs a
 * session and nothing more. What rows the person may touch is decided by row level security, not here.
 */
export interface EndpointSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify notation: `/api/cases/:id/contacts`. */
  readonly path: `/api/${string}`
  readonly right: string
  /** One English sentence for the API documentation. */
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** View schema: an allow-list, unknown fields never leave. Omit for 204. */
  readonly response?: z.ZodType
  readonly status?: 200 | 201 | 204
  /** Writes nothing, not even an audit row: the database refuses writes, and the answer does not wait for COMMIT. */
  readonly reads?: true
  /** A POST that only reads, or whose answer is a secret: the answer is not kept for repetition. */
  readonly keepsNoAnswer?: true
  /** Served also while the password still has to be changed: the session itself and the change. */
  readonly beforePasswordChange?: true
  /** `true`: the row is versioned, the request must carry `If-Match: "<version>"` (428 when missing, 412 when stale). */
  readonly ifMatch?: boolean
  /** The answer is a file (sent as attachment, never inline); the handler returns a `Download`. */
  readonly download?:
    | 'application/pdf'
    | 'text/csv'
    | 'application/octet-stream'
    | 'text/yaml'
    | 'text/calendar'
    | 'message/rfc822'
  /** The body is one file, as multipart/form-data; the handler finds it in `upload`. */
  readonly upload?: boolean
}

/** Keeps the literal types of an endpoint, so that server and browser infer request and response from it. */
export const endpoint = <const E extends EndpointSpec>(spec: E): E => spec

export type Params<E extends EndpointSpec> = E['params'] extends z.ZodType ? z.output<E['params']> : undefined
export type Query<E extends EndpointSpec> = E['query'] extends z.ZodType ? z.output<E['query']> : undefined
export type Body<E extends EndpointSpec> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined
export type BodyInput<E extends EndpointSpec> = E['body'] extends z.ZodType ? z.input<E['body']> : undefined
export type QueryInput<E extends EndpointSpec> = E['query'] extends z.ZodType
  ? z.input<E['query']>
  : undefined
/** What a handler may return: the input side of the view schema. */
export type View<E extends EndpointSpec> = E['response'] extends z.ZodType ? z.input<E['response']> : void
/** What the browser receives. */
export type Received<E extends EndpointSpec> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : void
