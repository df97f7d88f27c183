import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, Refusal, type FieldProblem } from '../../../../platform/server/http/refusal.ts'

/** The row of a person, locked; the system actor is nobody's to change. */
export async function lockUser(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('staff_user')
    .selectAll()
    .where('staff_user.id', '=', id)
    .where('staff_user.kind', '=', 'person')
    .forUpdate()
    .executeTakeFirst()
  return found(row)
}

export const refuseFields = (...fields: FieldProblem[]): void => {
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}

/** Employer and unit must be of this tenant, and the unit of this employer. */
export async function refuseForeignPlace(
  tx: Tx,
  place: { organisationId: string | null; unitId: string | null },
): Promise<void> {
  const { organisationId, unitId } = place
  const organisation =
    organisationId === null
      ? undefined
      : await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).executeTakeFirst()
  if (!organisation) {
    const message = 'Diese Organisation ist im Kreis nicht angelegt.'
    return refuseFields({ path: 'organisationId', code: 'unknown', message })
  }
  if (unitId === null) return
  const unit = await tx
    .selectFrom('unit')
    .select('organisation_id')
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (unit?.organisation_id === organisation.id) return
  const message = 'Diese Stelle gehört nicht zur gewählten Organisation.'
  refuseFields({ path: 'unitId', code: 'foreignUnit', message })
}
