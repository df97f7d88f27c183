import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { notificationEndpoints as endpoints, notificationText } from '../contract/notifications.ts'

interface Row {
  id: string
  kind: string
  object_kind: string
  object_id: string | null
  case_id: string | null
  created_at: string
  read_at: string | null
}

/** The own notifications; a single one is ticked off in Mein Tag (module calendar). */
export function notificationRoutes(app: FastifyInstance): void {
  serve(app, endpoints.list, async (tx, actor, { query }) => {
    const after = cursorOf(query.after)
    const { rows } = await sql<Row>`
      select n.id, n.kind, n.object_kind, n.object_id, n.case_id, n.created_at, n.read_at from notification n
      where n.tenant_id = ${actor.tenantId} and n.user_id = ${actor.userId}
        and (${after.at}::timestamptz is null or (n.created_at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid))
      order by n.created_at desc, n.id desc limit ${query.limit + 1}`.execute(tx)
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    return {
      rows: page.map((row) => ({
        id: row.id,
        text: notificationText(row.kind),
        objectKind: row.object_kind,
        objectId: row.object_id,
        caseId: row.case_id,
        at: row.created_at,
        read: row.read_at !== null,
      })),
      ...(last ? { next: `${last.created_at}~${last.id}` } : {}),
    }
  })

  serve(app, endpoints.readAll, async (tx, actor, { body }) => {
    await sql`update notification set read_at = now() where tenant_id = ${actor.tenantId} and user_id = ${actor.userId}
      and read_at is null and created_at <= ${body.until}::timestamptz`.execute(tx)
  })
}

function cursorOf(after: string | undefined): { at: string | null; id: string | null } {
  if (after === undefined) return { at: null, id: null }
  const [at = '', id = ''] = after.split('~')
  if (!/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(Date.parse(at))) throw new Refusal('invalid', 'malformed')
  return { at, id }
}
