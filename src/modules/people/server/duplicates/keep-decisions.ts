import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'

/** Keeps that `personId` is somebody else than each of `others`; all of them must be visible to the actor. */
export async function keepTold(tx: Tx, personId: string, others: readonly string[]): Promise<void> {
  for (const other of new Set(others)) {
    found(await tx.selectFrom('person').select('id').where('id', '=', other).executeTakeFirst())
    const told = await tx
      .selectFrom('duplicate_decision')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([eb('person_id', '=', personId), eb('other_person_id', '=', other)]),
          eb.and([eb('person_id', '=', other), eb('other_person_id', '=', personId)]),
        ]),
      )
      .executeTakeFirst()
    if (told) continue
    const row = { id: newId(), person_id: personId, other_person_id: other, decision: 'other' }
    await tx.insertInto('duplicate_decision').values(row).execute()
    await audit(tx, {
      action: 'person.toldApart',
      objectKind: 'duplicateDecision',
      objectId: row.id,
      personId,
    })
  }
}

/** Keeps that a known person was taken over into a case instead of being written down again. */
export async function keepTakenOver(tx: Tx, personId: string, caseId: string): Promise<void> {
  const row = { id: newId(), person_id: personId, case_id: caseId, decision: 'same' }
  await tx.insertInto('duplicate_decision').values(row).execute()
  await audit(tx, {
    action: 'person.takenOver',
    objectKind: 'duplicateDecision',
    objectId: row.id,
    personId,
    caseId,
  })
}
