import { sql } from 'kysely'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { OversightView } from '../../contract/oversights.ts'
import { notify } from '../notify.ts'
import { readOversight } from './oversight-screens.ts'
import { refuseFields } from './store.ts'

/** Professional oversight from now on (R009). The case manager is told; both must hold their role now. */
export async function arrangeOversight(
  tx: Tx,
  actor: Actor,
  { coordinatorId, caseManagerId }: { coordinatorId: string; caseManagerId: string },
): Promise<OversightView> {
  refuseIf(coordinatorId === actor.userId ? 'ownOversight' : null)
  if (coordinatorId === caseManagerId) {
    const message = 'Niemand führt die Fachaufsicht über sich selbst.'
    refuseFields({ path: 'coordinatorId', code: 'samePerson', message })
  }
  await refuseUnfit(tx, { path: 'coordinatorId', userId: coordinatorId, role: 'coordinator' })
  await refuseUnfit(tx, { path: 'caseManagerId', userId: caseManagerId, role: 'caseManager' })
  // The lead may not lock the row of a user; two arrangements for one person at once still come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`oversight ${caseManagerId}`}, 0))`.execute(tx)
  const { rows } = await sql`select from oversight v where v.tenant_id = (select app.tenant_id())
    and v.coordinator_id = ${coordinatorId} and v.case_manager_id = ${caseManagerId} and v.valid_during @> now()`.execute(
    tx,
  )
  refuseIf(rows.length > 0 ? 'oversightArranged' : null)
  const id = newId()
  await tx
    .insertInto('oversight')
    .values({ id, coordinator_id: coordinatorId, case_manager_id: caseManagerId })
    .execute()
  await audit(tx, { action: 'oversight.arranged', objectKind: 'oversight', objectId: id })
  await notify(tx, {
    userId: caseManagerId,
    kind: 'oversight.arranged',
    objectKind: 'oversight',
    objectId: id,
  })
  return readOversight(tx, id)
}

async function refuseUnfit(
  tx: Tx,
  { path, userId, role }: { path: string; userId: string; role: 'coordinator' | 'caseManager' },
): Promise<void> {
  const { rows } = await sql`select from role_assignment r
      join staff_user u on u.tenant_id = r.tenant_id and u.id = r.user_id and u.active
    where r.tenant_id = (select app.tenant_id()) and r.user_id = ${userId} and r.role = ${role} and r.valid_during @> now()
    limit 1`.execute(tx)
  if (rows.length > 0) return
  const message =
    role === 'coordinator'
      ? 'Diese Person hat zurzeit nicht die Aufgabe „Koordination mit Fachaufsicht“.'
      : 'Diese Person hat zurzeit nicht die Aufgabe „Case Management“.'
  refuseFields({ path, code: 'roleMissing', message })
}
