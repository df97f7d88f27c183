import type { BodyInput, EndpointSpec, QueryInput, Received } from '../contract/endpoint.ts'
import { newId } from '../contract/ids.ts'
import type { Problem } from '../contract/problem.ts'
import type { z } from 'zod'

import { draftHeader } from '../contract/draft.ts'
import { networkProblem, problemOf, ProblemError } from './problem-error.ts'

type ParamsInput<E extends EndpointSpec> = E['params'] extends z.ZodType ? z.input<E['params']> : undefined
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : Partial<Record<string, never>> extends Value
    ? { [N in Name]?: Value }
    : { [N in Name]: Value }

/** What a call of this endpoint needs: params, query and body only where the endpoint has them. */
export type CallOptions<E extends EndpointSpec> = Part<'params', ParamsInput<E>> &
  Part<'query', QueryInput<E>> &
  Part<'body', BodyInput<E> | (BodyInput<E> extends undefined ? undefined : FormData)> & {
    /** Version of the row the person saw; sent as `If-Match`. */
    ifMatch?: number
    /** Keep it the same when the same submit is tried again; `useForm` does. */
    idempotencyKey?: string
    signal?: AbortSignal
    /** `false`: a 401 is an answer (sign-in pages), not a reason to ask for the password. */
    reauthenticate?: boolean
    /** Is still sent when the page is closed right after. */
    keepalive?: boolean
  }

type Arguments<E extends EndpointSpec> =
  {} extends CallOptions<E> ? [options?: CallOptions<E>] : [options: CallOptions<E>]

/** Answers `true` when the same person has signed in again and the call may be repeated. */
type Reauthenticate = () => Promise<boolean>
let reauthenticate: Reauthenticate = async () => false

/** The shell sets here what happens on 401: the sign-in dialog over the page, which keeps what was typed. */
export function onUnauthenticated(ask: Reauthenticate): () => void {
  reauthenticate = ask
  return () => {
    reauthenticate = async () => false
  }
}

const TIMEOUT_MS = 30_000

let draftSettled: string | undefined

/**
 * What `run` writes settles this draft: calls it starts at once tell the server, which forgets the draft in the same
 * transaction. A page closed right after saving then never offers the text again, to be saved twice.
 */
export function settlingDraft<T>(key: string | undefined, run: () => T): T {
  draftSettled = key
  try {
    return run()
  } finally {
    draftSettled = undefined
  }
}

/**
 * Calls an endpoint of the API. Throws `ProblemError` for every answer that is not a success, and for a network
 * failure (code `network`) or a time-out (code `timeout`).
 */
export async function call<E extends EndpointSpec>(spec: E, ...args: Arguments<E>): Promise<Received<E>> {
  const options = (args[0] ?? {}) as LooseOptions
  const idempotencyKey = spec.method === 'POST' ? (options.idempotencyKey ?? newId()) : undefined
  const request = () => send(spec, options, idempotencyKey)
  try {
    return (await request()) as Received<E>
  } catch (error) {
    const signedOut = error instanceof ProblemError && error.problem.status === 401
    if (signedOut && options.reauthenticate !== false && (await reauthenticate())) {
      return (await request()) as Received<E>
    }
    throw error
  }
}

interface LooseOptions {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
  reauthenticate?: boolean
  keepalive?: boolean
}

async function send(spec: EndpointSpec, options: LooseOptions, idempotencyKey?: string): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  const form = options.body instanceof FormData
  if (options.body !== undefined && !form) headers.set('content-type', 'application/json')
  if (options.ifMatch !== undefined) headers.set('if-match', `"${options.ifMatch}"`)
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey)
  if (draftSettled && spec.method !== 'GET') headers.set(draftHeader, draftSettled)
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  let response: Response
  try {
    response = await fetch(addressOf(spec, options.params, options.query), {
      method: spec.method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.keepalive ?? false,
      body: form
        ? (options.body as FormData)
        : options.body === undefined
          ? null
          : JSON.stringify(options.body),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ProblemError(networkProblem(timeout.aborted ? 'timeout' : 'network'))
  }
  return read(response)
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw new ProblemError(networkProblem('network'))
  })
  const json = (response.headers.get('content-type') ?? '').includes('json')
  const content: unknown = json && text ? JSON.parse(text) : undefined
  if (!response.ok)
    throw new ProblemError(problemOf(response.status, content as Partial<Problem> | undefined))
  return content
}

/** Path and query of a call: `/api/cases/:id` with its params filled in; absent values are left out, lists repeat. */
export function addressOf(
  spec: Pick<EndpointSpec, 'path'>,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = spec.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
