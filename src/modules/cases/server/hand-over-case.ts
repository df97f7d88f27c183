import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { HandoverReason } from '../contract/codes.ts'
import { getCase } from './get-case.ts'
import { saveText } from './store.ts'

/**
 * Hands a case to another case manager: by who works it, or by the coordinator with oversight over both. A note goes
 * with it only from who works the case. The new case manager is told; the old one loses access.
 */
export async function handOverCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: { to: string; reason: HandoverReason; note?: string | null | undefined },
): Promise<void> {
  const file = await getCase(tx, caseId)
  if (file.closed_on !== null) throw new Refusal('conflict', 'caseClosed')
  if (file.responsible_user_id === wish.to) throw new Refusal('conflict', 'handoverToSame')
  const works = await worksCase(tx, actor, caseId)
  if (wish.note && works) await saveText(tx, caseId, 'handover', wish.note)
  // Before the handover: afterwards the row of the audit is written all the same, but the case may be gone.
  await audit(tx, {
    action: 'case.handedOver',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    reason: wish.reason,
    deputyOf: works && file.responsible_user_id !== actor.userId ? file.responsible_user_id : null,
  })
  const { rows } = await sql<{ done: boolean }>`
    select app.hand_over_case(${caseId}, ${wish.to}, ${newId()}, ${wish.reason}) as done`.execute(tx)
  if (!rows[0]!.done) throw new Refusal('conflict', 'handoverRefused')
  await tx
    .insertInto('notification')
    .values({
      id: newId(),
      user_id: wish.to,
      kind: 'case.handedOver',
      object_kind: 'case',
      object_id: caseId,
      case_id: caseId,
    })
    .execute()
}

async function worksCase(tx: Tx, actor: Actor, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('case_access')
    .select('case_id')
    .where('user_id', '=', actor.userId)
    .where('case_id', '=', caseId)
    .where(sql<boolean>`parts & 64 <> 0 and valid_during @> now()`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whom the acting person may hand the case to: case managers; for a coordinator those under the same oversight. */
export async function listCandidates(tx: Tx, actor: Actor, caseId: string) {
  await getCase(tx, caseId)
  const { rows } = await sql<{ id: string; name: string; organisation: string; organisationId: string }>`
    select u.id, u.given_name || ' ' || u.family_name as name, o.name as organisation, o.id as "organisationId"
    from app.handover_candidates(${caseId}) c (id)
      join staff_user u on u.tenant_id = ${actor.tenantId} and u.id = c.id
      join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    order by o.position, u.family_name, u.given_name, u.id limit 500`.execute(tx)
  return { rows }
}
