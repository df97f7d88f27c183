import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type { RequestRelation, RequestState } from '../../contract/requests/index.ts'

export interface LockedRequest {
  readonly id: string
  readonly version: number
  readonly state: RequestState
  readonly site_id: string
  readonly language: string | null
  readonly assigned_to: string | null
  readonly relation: RequestRelation
  readonly at_own_site: boolean
  /** Name or number are noted. False for the coordinator, who does not read them. */
  readonly has_contact: boolean
}

/** How the asking person comes to see the request `r`; the policy on `request` lets through exactly these four. */
export const relationSql = sql<RequestRelation>`case
  when r.assigned_to is null then 'queue'
  when r.assigned_to = (select app.user_id()) then 'own'
  when r.assigned_to = any ((select app.deputised_colleagues())::uuid[]) then 'deputy'
  else 'oversight' end`

export const atOwnSiteSql = sql<boolean>`exists (select from site_access a where a.tenant_id = r.tenant_id
  and a.user_id = (select app.user_id()) and a.site_id = r.site_id and a.valid_during @> now())`

/** Waits for whoever holds the row; undefined when it is (or has just become) invisible. */
export async function findRequestLocked(tx: Tx, id: string): Promise<LockedRequest | undefined> {
  const { rows } = await sql<LockedRequest>`
    select r.id, r.version, r.state, r.site_id, r.language, r.assigned_to,
      ${relationSql} as relation, ${atOwnSiteSql} as at_own_site,
      exists (select from request_contact k where k.tenant_id = r.tenant_id and k.request_id = r.id) as has_contact
    from request r where r.tenant_id = (select app.tenant_id()) and r.id = ${id} for update of r`.execute(tx)
  return rows[0]
}

export interface RequestText {
  readonly concern?: string | null | undefined
  readonly signposted_service?: string | null | undefined
}

/** Keeps what is not given; the row exists only once there is something to say. */
export async function saveText(tx: Tx, requestId: string, text: RequestText): Promise<void> {
  const given = Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await tx
    .insertInto('request_text')
    .values({ request_id: requestId, ...given })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'request_id']).doUpdateSet(given))
    .execute()
}

export interface RequestContact {
  readonly caller_name?: string | null | undefined
  readonly callback_number?: string | null | undefined
}

/** Name and number with the day of their deletion, which a later change does not move. */
export async function addContact(
  tx: Tx,
  requestId: string,
  contact: RequestContact,
  deleteOn: string,
): Promise<void> {
  if (!contact.caller_name && !contact.callback_number) return
  await tx
    .insertInto('request_contact')
    .values({ request_id: requestId, ...contact, delete_on: deleteOn })
    .execute()
}

/** Only for case managers: the coordinator does not read the row, so an upsert would be refused. */
export async function saveContact(
  tx: Tx,
  requestId: string,
  contact: RequestContact,
  deleteOn: string,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await tx
    .insertInto('request_contact')
    .values({ request_id: requestId, ...given, delete_on: deleteOn })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'request_id']).doUpdateSet(given))
    .execute()
  await sql`delete from request_contact where tenant_id = (select app.tenant_id()) and request_id = ${requestId}
    and caller_name is null and callback_number is null`.execute(tx)
}
