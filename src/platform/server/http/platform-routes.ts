import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { draftEndpoints } from '../../contract/draft.ts'
import type { Pool } from '../db/pool.ts'
import { serve } from './serve.ts'

/** Drafts of forms: own rows only, content as the form wrote it. */
export function draftRoutes(app: FastifyInstance): void {
  serve(app, draftEndpoints.read, async (tx, _actor, { params }) => {
    const row = await tx
      .selectFrom('draft')
      .select(['key', 'content', 'saved_at'])
      .where('key', '=', params.key)
      .executeTakeFirst()
    return { draft: row ? { key: row.key, content: row.content, savedAt: row.saved_at } : null }
  })

  serve(app, draftEndpoints.save, async (tx, actor, { params, body, now }) => {
    const content = JSON.stringify(body.content ?? null)
    const { rows } = await sql<{ saved_at: string }>`
      insert into draft (key, content) values (${params.key}, ${content}::jsonb)
      on conflict (tenant_id, user_id, key) do update set content = excluded.content, saved_at = ${now.toString()}
      where draft.user_id = ${actor.userId} returning saved_at`.execute(tx)
    return { key: params.key, content: body.content, savedAt: rows[0]!.saved_at }
  })

  serve(app, draftEndpoints.drop, async (tx, _actor, { params }) => {
    await tx.deleteFrom('draft').where('key', '=', params.key).execute()
  })
}

/** For the operator's monitoring: alive, and able to serve. Neither says anything about data. */
export function healthRoutes(app: FastifyInstance, pool: Pool): void {
  const hidden = {
    schema: { hide: true } as object,
    config: { rateLimit: false as const },
    logLevel: 'silent' as const,
  }
  app.get('/healthz', hidden, async () => ({ status: 'ok' }))
  app.get('/readyz', hidden, async (_request, reply) => {
    try {
      await pool.query('select 1')
      return { status: 'ok' }
    } catch {
      return reply.code(503).header('retry-after', '2').send({ status: 'database unavailable' })
    }
  })
}
