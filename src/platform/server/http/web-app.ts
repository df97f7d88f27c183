import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from './refusal.ts'

/**
 * The browser application: index.html with a fresh nonce for every page address, hashed assets immutable.
 * Without a build (tests of the API alone) pages answer 404.
 */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<void> {
  const indexFile = join(folder, 'index.html')
  const page = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : undefined
  if (existsSync(join(folder, 'assets'))) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      index: false,
      cacheControl: false,
      setHeaders: (reply) => {
        void reply.header('cache-control', 'public, max-age=31536000, immutable')
      },
    })
  }
  app.get('/*', { schema: { hide: true } as object }, async (request, reply) => {
    if (page === undefined || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) {
      throw new Refusal('notFound', 'notFound')
    }
    return reply.type('text/html; charset=utf-8').send(page.replaceAll('__CSP_NONCE__', request.nonce))
  })
}
