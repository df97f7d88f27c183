import type { Body } from '../../../../platform/contract/endpoint.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { userEndpoints, UserView } from '../../contract/users.ts'
import { lockUser, refuseForeignPlace } from './store.ts'
import { readUser } from './user-screens.ts'

/** Name, contact, employer, unit. With another employer, what deputies of other employers see changes at once. */
export async function changeUser(
  tx: Tx,
  actor: Actor,
  id: string,
  change: Body<typeof userEndpoints.change>,
  version: number,
): Promise<UserView> {
  const row = await lockUser(tx, id)
  const current = await readUser(tx, actor, id)
  refuseStale(row.version, version, () => current)
  const organisationId = change.organisationId ?? row.organisation_id
  // A unit belongs to its employer: with another employer and no unit named, there is none.
  const kept = change.organisationId === undefined || change.organisationId === row.organisation_id
  const unitId = change.unitId === undefined ? (kept ? row.unit_id : null) : change.unitId
  await refuseForeignPlace(tx, { organisationId, unitId })
  await tx
    .updateTable('staff_user')
    .set({
      given_name: change.givenName ?? row.given_name,
      family_name: change.familyName ?? row.family_name,
      email: change.email === undefined ? row.email : change.email,
      phone: change.phone === undefined ? row.phone : change.phone,
      organisation_id: organisationId,
      unit_id: unitId,
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await audit(tx, {
    action: 'user.changed',
    objectKind: 'user',
    objectId: id,
    details: { fields: Object.keys(change) },
  })
  return readUser(tx, actor, id)
}
