import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'

/** At most so many of each per run; the next run takes the rest. */
const batch = 500

/**
 * Retention of requests (R043–R049): name and call-back number go on their own day, the whole request when it is
 * closed without a case and its time is over. An open one is never deleted: somebody is still waiting for an answer.
 * Each deletion leaves an audit row without content. `today`: ISO.
 */
export async function deleteExpiredRequests(tx: Tx, today: string): Promise<void> {
  const contacts = await sql<{ id: string }>`
    delete from request_contact where tenant_id = (select app.tenant_id()) and request_id in (
      select request_id from request_contact where tenant_id = (select app.tenant_id()) and delete_on < ${today} limit ${batch})
    returning request_id as id`.execute(tx)
  const requests = await sql<{ id: string }>`
    delete from request where tenant_id = (select app.tenant_id()) and id in (
      select id from request where tenant_id = (select app.tenant_id()) and delete_after < ${today}
        and closed_at is not null and case_id is null and state <> 'converted' limit ${batch})
    returning id`.execute(tx)
  const entries = [
    ...contacts.rows.map(({ id }) => ({ id, action: 'request.contactDeleted' })),
    ...requests.rows.map(({ id }) => ({ id, action: 'request.deleted' })),
  ]
  for (const { id, action } of entries) {
    await audit(tx, { action, objectKind: 'request', objectId: id, reason: 'retention' })
  }
}
