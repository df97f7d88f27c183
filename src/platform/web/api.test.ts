import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { endpoint } from '../contract/endpoint.ts'
import { addressOf, call, onUnauthenticated } from './api.ts'
import { ProblemError } from './problem-error.ts'

const make = endpoint({
  method: 'POST',
  path: '/api/things/:id/parts',
  right: 'self',
  summary: 'Test.',
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ name: z.string() }),
  response: z.object({ id: z.string() }),
})
const read = endpoint({
  method: 'GET',
  path: '/api/things',
  right: 'self',
  summary: 'Test.',
  response: z.object({ id: z.string() }),
})

interface Sent {
  address: string
  init: RequestInit & { headers: Headers }
}

/** Stands for the network only; everything of ours is real. */
function answering(...answers: (Response | Error)[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (address: string, init: Sent['init']) => {
    sent.push({ address, init })
    const answer = answers.shift()!
    if (answer instanceof Error) throw answer
    return answer
  })
  return sent
}

const json = (status: number, content: unknown): Response =>
  new Response(JSON.stringify(content), { status, headers: { 'content-type': 'application/json' } })

afterEach(() => {
  vi.unstubAllGlobals()
})

test('fills params into the path and leaves out absent query values', () => {
  expect(addressOf(make, { id: 'a/b' })).toBe('/api/things/a%2Fb/parts')
  expect(addressOf(read, {}, { after: undefined, kind: ['a', 'b'], empty: '', limit: 5 })).toBe(
    '/api/things?kind=a&kind=b&limit=5',
  )
})

test('a POST carries an idempotency key, and If-Match quotes the version', async () => {
  const sent = answering(json(201, { id: '1' }))
  await call(make, { params: { id: 'x' }, body: { name: 'n' }, ifMatch: 3, idempotencyKey: 'key-1' })
  expect(sent[0]!.init.headers.get('idempotency-key')).toBe('key-1')
  expect(sent[0]!.init.headers.get('if-match')).toBe('"3"')
  expect(sent[0]!.init.body).toBe('{"name":"n"}')
})

test('problem details become a ProblemError with their fields', async () => {
  const problem = {
    type: 'about:blank',
    status: 400,
    code: 'invalid',
    title: 'So nicht.',
    fields: [{ path: 'name', code: 'x', message: 'm' }],
  }
  answering(json(400, problem))
  await expect(call(make, { params: { id: 'x' }, body: { name: '' } })).rejects.toMatchObject({ problem })
})

test('an answer that is no problem+json still speaks German', async () => {
  answering(new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }))
  const error = await call(read).catch((thrown: unknown) => thrown)
  expect((error as ProblemError).problem).toMatchObject({
    status: 502,
    title: 'Der Server kann die Anfrage gerade nicht bearbeiten.',
  })
})

test('no network is a problem that says what was typed is still there', async () => {
  answering(new TypeError('Failed to fetch'))
  const error = await call(read).catch((thrown: unknown) => thrown)
  expect((error as ProblemError).problem).toMatchObject({ status: 0, code: 'network' })
})

test('after 401 the call is repeated with the same key once the person signed in again', async () => {
  const sent = answering(json(401, {}), json(201, { id: '1' }))
  const stop = onUnauthenticated(async () => true)
  await expect(call(make, { params: { id: 'x' }, body: { name: 'n' } })).resolves.toEqual({ id: '1' })
  expect(sent[0]!.init.headers.get('idempotency-key')).toBe(sent[1]!.init.headers.get('idempotency-key'))
  stop()
})

test('without signing in again the 401 stays', async () => {
  answering(json(401, {}))
  await expect(call(read)).rejects.toMatchObject({
    problem: { status: 401, title: 'Sie sind nicht angemeldet.' },
  })
})
