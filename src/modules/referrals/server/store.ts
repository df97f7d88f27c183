import type { Insertable, Selectable, Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type { Referral, ReferralStep, ReferralText } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

export type ReferralRow = Selectable<Referral>

/** The case, asked before it is locked: the case is always locked first, then what hangs on it. */
export async function caseOfReferral(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom('referral').select('case_id').where('id', '=', id).executeTakeFirst()
  return found(row).case_id
}

export async function lockReferral(tx: Tx, id: string): Promise<ReferralRow> {
  return found(
    await tx.selectFrom('referral').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function insertReferral(
  tx: Tx,
  referral: Insertable<Referral>,
  text: Insertable<ReferralText>,
): Promise<void> {
  await tx.insertInto('referral').values(referral).execute()
  await tx.insertInto('referral_text').values(text).execute()
}

/** Row and words carry one version: whoever changes either makes both stale for others. */
export async function updateReferral(
  tx: Tx,
  referral: Pick<ReferralRow, 'id' | 'version'>,
  change: Updateable<Referral>,
  text: Updateable<ReferralText> = {},
): Promise<void> {
  if (Object.keys(text).length > 0) {
    await tx.updateTable('referral_text').set(text).where('referral_id', '=', referral.id).execute()
  }
  await tx
    .updateTable('referral')
    .set({ ...change, version: referral.version + 1 })
    .where('id', '=', referral.id)
    .execute()
}

/** Words and goals go with it. The policy lets drafts go and nothing else. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('referral').where('id', '=', id).execute()
}

export async function replaceGoals(
  tx: Tx,
  referral: { id: string; caseId: string },
  goalIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('referral_goal').where('referral_id', '=', referral.id).execute()
  const rows = [...new Set(goalIds)].map((goalId, position) => ({
    referral_id: referral.id,
    case_id: referral.caseId,
    goal_id: goalId,
    position,
  }))
  if (rows.length > 0) await tx.insertInto('referral_goal').values(rows).execute()
}

/** In the order chosen. */
export async function replaceDocuments(
  tx: Tx,
  referral: { id: string; caseId: string },
  documentIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('referral_document').where('referral_id', '=', referral.id).execute()
  const rows = [...new Set(documentIds)].map((documentId, position) => ({
    referral_id: referral.id,
    case_id: referral.caseId,
    document_id: documentId,
    position,
  }))
  if (rows.length > 0) await tx.insertInto('referral_document').values(rows).execute()
}

type Step = Omit<Insertable<ReferralStep>, 'id' | 'case_id' | 'referral_id'>

/** A dated step and what was said with it. Write it before the state changes: it may close the writer's own sight. */
export async function insertStep(
  tx: Tx,
  referral: Pick<ReferralRow, 'id' | 'case_id'>,
  step: Step,
  note?: { content: string | null | undefined; forPartner: boolean },
): Promise<void> {
  const id = newId()
  const link = { referral_id: referral.id, case_id: referral.case_id }
  await tx
    .insertInto('referral_step')
    .values({ id, ...link, ...step })
    .execute()
  if (!note?.content) return
  await tx
    .insertInto('referral_step_text')
    .values({ step_id: id, ...link, content: note.content, for_partner: note.forPartner })
    .execute()
}
