import { addDays } from '../../../platform/contract/dates.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseIf } from '../../../platform/server/http/refusal.ts'
import type { ResidenceView } from '../contract/person.ts'
import { whyNotResidence } from '../rules.ts'
import { offeredBy, withLabel } from './read-person.ts'
import { residenceContext } from './store.ts'

interface Wish {
  readonly code: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: 'seen' | 'stated'
}

/** Records a residence status; an open one before it ends the day before the new one begins. History is kept. */
export async function recordResidence(tx: Tx, personId: string, wish: Wish): Promise<ResidenceView> {
  await lockPerson(tx, personId)
  const context = await residenceContext(tx, personId)
  refuseIf(whyNotResidence(wish, { basisRecorded: context.basis, offered: offeredBy(context) }))
  if (wish.validFrom !== null) {
    await tx
      .updateTable('person_residence')
      .set({ valid_to: addDays(wish.validFrom, -1) })
      .where('person_id', '=', personId)
      .where('valid_to', 'is', null)
      .where('valid_from', '<', wish.validFrom)
      .execute()
  }
  const id = newId()
  const columns = { code: wish.code, valid_from: wish.validFrom, valid_to: wish.validTo, source: wish.source }
  await tx
    .insertInto('person_residence')
    .values({ id, person_id: personId, ...columns })
    .execute()
  await audit(tx, { action: 'residence.recorded', objectKind: 'personResidence', objectId: id, personId })
  return readResidence(tx, personId, id)
}

/** Sets or clears the last day of a recorded status. */
export async function endResidence(
  tx: Tx,
  ids: { id: string; residenceId: string },
  validTo: string | null,
): Promise<ResidenceView> {
  await lockPerson(tx, ids.id)
  const row = await readResidence(tx, ids.id, ids.residenceId)
  if (row.validFrom !== null && validTo !== null && validTo < row.validFrom)
    throw new Refusal('conflict', 'residenceRangeEmpty')
  await tx
    .updateTable('person_residence')
    .set({ valid_to: validTo })
    .where('id', '=', ids.residenceId)
    .where('person_id', '=', ids.id)
    .execute()
  await audit(tx, {
    action: 'residence.changed',
    objectKind: 'personResidence',
    objectId: ids.residenceId,
    personId: ids.id,
  })
  return { ...row, validTo }
}

async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row !== undefined) return
  found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
  throw new Refusal('forbidden', 'personReadOnly')
}

async function readResidence(tx: Tx, personId: string, id: string): Promise<ResidenceView> {
  const row = found(
    await tx
      .selectFrom('person_residence')
      .select(['id', 'code', 'valid_from', 'valid_to', 'source', 'recorded_at'])
      .where('person_id', '=', personId)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return withLabel({
    id: row.id,
    code: row.code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source as ResidenceView['source'],
    recordedAt: row.recorded_at,
  })
}
