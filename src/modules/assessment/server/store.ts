import type { Insertable, Selectable, Updateable } from 'kysely'
import type {
  Assessment,
  AssessmentRating,
  AssessmentSummary,
  AssessmentText,
} from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

export type AssessmentRow = Selectable<Assessment>

/** Without a lock: the case is always locked first, then what hangs on it. */
export async function getAssessment(tx: Tx, id: string): Promise<AssessmentRow> {
  return found(await tx.selectFrom('assessment').selectAll().where('id', '=', id).executeTakeFirst())
}

export async function lockAssessment(tx: Tx, id: string): Promise<AssessmentRow> {
  return found(
    await tx.selectFrom('assessment').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function insertAssessment(tx: Tx, row: Insertable<Assessment>): Promise<void> {
  await tx.insertInto('assessment').values(row).execute()
}

export async function updateAssessment(
  tx: Tx,
  { id, version }: Pick<AssessmentRow, 'id' | 'version'>,
  change: Updateable<Assessment>,
): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** Ratings, words and summary go with it. Only an open one, see the policy. */
export async function deleteAssessment(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('assessment').where('id', '=', id).execute()
}

/** A rating and its words are written together and carry one version. */
export async function insertRating(
  tx: Tx,
  rating: Insertable<AssessmentRating>,
  text: Insertable<AssessmentText>,
): Promise<void> {
  await tx.insertInto('assessment_rating').values(rating).execute()
  await tx.insertInto('assessment_text').values(text).execute()
}

export async function updateRating(
  tx: Tx,
  { id, version }: { id: string; version: number },
  rating: Updateable<AssessmentRating>,
  text: Updateable<AssessmentText>,
): Promise<void> {
  await tx
    .updateTable('assessment_rating')
    .set({ ...rating, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await tx.updateTable('assessment_text').set(text).where('rating_id', '=', id).execute()
}

export async function insertSummary(tx: Tx, row: Insertable<AssessmentSummary>): Promise<void> {
  await tx.insertInto('assessment_summary').values(row).execute()
}

export async function updateSummary(
  tx: Tx,
  assessmentId: string,
  change: Updateable<AssessmentSummary>,
): Promise<void> {
  await tx.updateTable('assessment_summary').set(change).where('assessment_id', '=', assessmentId).execute()
}
