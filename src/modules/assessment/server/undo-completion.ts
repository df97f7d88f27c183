import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork, setReassessmentDue } from '../../cases/server/index.ts'
import { whyNotUndoCompletion } from '../rules/why-not.ts'
import { assessmentScreen } from './screens.ts'
import { getAssessment, lockAssessment, updateAssessment } from './store.ts'

/** Opens an assessment again on the day it was finished; the due date is what it was before. */
export async function undoCompletion(tx: Tx, id: string, version: number, today: string) {
  const caseId = (await getAssessment(tx, id)).case_id
  const file = await lockCaseForWork(tx, caseId)
  const assessment = await lockAssessment(tx, id)
  const screen = await assessmentScreen(tx, { caseId, id }, today)
  refuseIf(whyNotUndoCompletion(screen.current!, { today, isLatest: screen.history[0]?.id === id }))
  refuseStale(assessment.version, version, () => screen)
  await updateAssessment(tx, assessment, { finished_on: null, due_before: null })
  await setReassessmentDue(tx, caseId, assessment.due_before)
  await audit(tx, {
    action: 'assessment.reopened',
    objectKind: 'assessment',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
  })
  return assessmentScreen(tx, { caseId, id }, today)
}
