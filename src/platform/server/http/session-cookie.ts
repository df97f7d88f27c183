import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** `__Host-`: only over https or on localhost, only this host, only path `/`, not readable by scripts. */
const name = '__Host-lotse'

/** The database knows only this hash; the token itself lives in the person's browser alone. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const newToken = (): string => randomBytes(32).toString('base64url')

/** The sha256 of the session token of a request, or undefined when there is none. */
export function sessionHashOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[name]
  return token && token.length <= 100 ? hashOfToken(token) : undefined
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(name, token, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(name, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' })
}
