import type { Body } from '../../../../platform/contract/endpoint.ts'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { protectionEndpoints, StaffDataBasis } from '../../contract/protection.ts'
import { refuseForeignPlace } from '../administration/store.ts'
import { listStaffDataBases } from './protection-screens.ts'

/** The agreement with the staff council of an employer (R171): without it data about staff work stay off. */
export async function registerStaffDataBasis(
  tx: Tx,
  wish: Body<typeof protectionEndpoints.registerStaffDataBasis>,
  now: Temporal.Instant,
): Promise<StaffDataBasis> {
  refuseIf(wish.agreedOn > berlinDay(now) ? 'agreementLater' : null)
  await refuseForeignPlace(tx, { organisationId: wish.organisationId, unitId: null })
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff_data_basis')
    .values({
      organisation_id: wish.organisationId,
      council: wish.council,
      reference: wish.reference,
      agreed_on: wish.agreedOn,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'organisation_id']).doNothing())
    .executeTakeFirstOrThrow()
  refuseIf(numInsertedOrUpdatedRows === 0n ? 'basisRegistered' : null)
  await audit(tx, {
    action: 'staffDataBasis.registered',
    objectKind: 'organisation',
    objectId: wish.organisationId,
    details: { council: wish.council },
  })
  return found((await listStaffDataBases(tx)).find((row) => row.organisationId === wish.organisationId))
}
