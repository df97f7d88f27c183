import { normalizeIP, type RateLimitPluginOptions } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { ProvenSessions } from './proven-sessions.ts'
import { sessionHashOf } from './session-cookie.ts'

/** Requests a minute. A Kreis signs in from one address in the morning: a thousand people need some three each. */
const limits = { session: 1200, address: 6000 } as const

/**
 * How many requests are answered: counted per session once it has led to a person, per address before. An invented
 * cookie therefore opens no count of its own. Files of the application are not counted, they cost nothing.
 */
export function requestLimit(proven: ProvenSessions): RateLimitPluginOptions {
  return {
    global: true,
    timeWindow: '1 minute',
    keyGenerator: (request) => keyOf(request, proven),
    max: (_request, key) => (key.startsWith('session ') ? limits.session : limits.address),
    allowList: (request) => !request.url.startsWith('/api/'),
  }
}

function keyOf(request: FastifyRequest, proven: ProvenSessions): string {
  const hash = sessionHashOf(request)
  return hash !== undefined && proven.has(hash) ? `session ${hash}` : `address ${normalizeIP(request.ip, 64)}`
}
