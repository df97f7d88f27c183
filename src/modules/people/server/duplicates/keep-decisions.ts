import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'

/** Keeps that `personId` is somebody else than each of `others`; all of them must be visible to the actor. */
export async function keepTold(tx: Tx, personId: string, others: readonly string[]): Promise<void> {
  for (const otherPersonId of new Set(others))
    await keepDecided(tx, personId, { otherPersonId, decision: 'other' })
}

const actions = { other: 'person.toldApart', duplicate: 'person.foundDouble' } as const

/**
 * Keeps what was decided about two persons; what was decided last counts, said twice is once. Both must be visible to
 * the actor: throws 404.
 */
export async function keepDecided(
  tx: Tx,
  personId: string,
  { otherPersonId, decision }: { otherPersonId: string; decision: 'other' | 'duplicate' },
): Promise<void> {
  found(await tx.selectFrom('person').select('id').where('id', '=', otherPersonId).executeTakeFirst())
  const last = await tx
    .selectFrom('duplicate_decision')
    .select('decision')
    .where((eb) =>
      eb.or([
        eb.and([eb('person_id', '=', personId), eb('other_person_id', '=', otherPersonId)]),
        eb.and([eb('person_id', '=', otherPersonId), eb('other_person_id', '=', personId)]),
      ]),
    )
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (last?.decision === decision) return
  const row = { id: newId(), person_id: personId, other_person_id: otherPersonId, decision }
  await tx.insertInto('duplicate_decision').values(row).execute()
  await audit(tx, { action: actions[decision], objectKind: 'duplicateDecision', objectId: row.id, personId })
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
