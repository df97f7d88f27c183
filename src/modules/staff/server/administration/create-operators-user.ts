import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../../platform/contract/ids.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type { Role } from '../../contract/roles.ts'
import type { userEndpoints } from '../../contract/users.ts'
import { hashPassword } from '../sign-in/password.ts'
import { refuseFields, refuseForeignPlace } from './store.ts'

export interface OperatorsUser {
  readonly person: z.output<(typeof userEndpoints.create)['body']>
  readonly role: Role
  readonly password: string
  readonly secondFactorRequired: boolean
}

/**
 * A user with a role for the whole tenant, made by the operator as the tenant's system actor: the first
 * administrator, from whom all others come. The password has to be changed at the first sign-in.
 */
export async function createOperatorsUser(tx: Tx, wish: OperatorsUser): Promise<string> {
  const { person, role } = wish
  await refuseForeignPlace(tx, { organisationId: person.organisationId, unitId: person.unitId ?? null })
  const id = newId()
  await tx
    .insertInto('staff_user')
    .values({
      id,
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email ?? null,
      phone: person.phone ?? null,
      organisation_id: person.organisationId,
      unit_id: person.unitId ?? null,
    })
    .execute()
  const hash = await hashPassword(wish.password)
  const { rows } = await sql<{ outcome: string }>`
    select app.create_account(${id}, ${person.loginName}, ${hash}, ${wish.secondFactorRequired}) as outcome`.execute(
    tx,
  )
  if (rows[0]?.outcome !== 'created') {
    const message = 'Dieser Anmeldename ist schon vergeben.'
    refuseFields({ path: 'loginName', code: 'taken', message })
  }
  await tx
    .insertInto('role_assignment')
    .values({ id: newId(), user_id: id, role, scope_kind: 'tenant' })
    .execute()
  await sql`insert into audit_event (tenant_id, id, actor_id, action, object_kind, object_id, details)
    values (app.tenant_id(), ${newId()}, app.user_id(), 'user.createdByOperator', 'user', ${id}, ${JSON.stringify({ role })}::jsonb)`.execute(
    tx,
  )
  return id
}
