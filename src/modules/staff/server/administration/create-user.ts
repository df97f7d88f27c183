import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { userEndpoints, UserView } from '../../contract/users.ts'
import { refuseFields, refuseForeignPlace } from './store.ts'
import { readUser } from './user-screens.ts'

/** A user with a login and no password yet: nobody can sign in until a first one is made. */
export async function createUser(
  tx: Tx,
  actor: Actor,
  wish: Body<typeof userEndpoints.create>,
  { secondFactorRequired }: { secondFactorRequired: boolean },
): Promise<UserView> {
  await refuseForeignPlace(tx, { organisationId: wish.organisationId, unitId: wish.unitId ?? null })
  const id = newId()
  await tx
    .insertInto('staff_user')
    .values({
      id,
      given_name: wish.givenName,
      family_name: wish.familyName,
      email: wish.email ?? null,
      phone: wish.phone ?? null,
      organisation_id: wish.organisationId,
      unit_id: wish.unitId ?? null,
    })
    .execute()
  const { rows } = await sql<{ outcome: string }>`
    select app.create_account(${id}, ${wish.loginName}, null, ${secondFactorRequired}) as outcome`.execute(tx)
  if (rows[0]?.outcome !== 'created') {
    const message = 'Dieser Anmeldename ist schon vergeben.'
    refuseFields({ path: 'loginName', code: 'taken', message })
  }
  await audit(tx, { action: 'user.created', objectKind: 'user', objectId: id })
  return readUser(tx, actor, id)
}
