import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork, setReassessmentDue } from '../../cases/server/index.ts'
import { isAnswered } from '../rules/rating.ts'
import { dueAfter, whyNotComplete } from '../rules/why-not.ts'
import { assessmentScreen } from './screens.ts'
import { getAssessment, lockAssessment, updateAssessment } from './store.ts'

/** Finishes an assessment and says when the next one is due, by the district's interval. */
export async function completeAssessment(tx: Tx, id: string, version: number, today: string) {
  const caseId = (await getAssessment(tx, id)).case_id
  const file = await lockCaseForWork(tx, caseId)
  const assessment = await lockAssessment(tx, id)
  const screen = await assessmentScreen(tx, { caseId, id }, today)
  const answered = screen.current!.ratings.filter((rating) => isAnswered(rating)).length
  refuseIf(whyNotComplete(screen.current!, answered))
  refuseStale(assessment.version, version, () => screen)
  const dueOn = dueAfter(today, screen.reassessment.months)
  await updateAssessment(tx, assessment, { finished_on: today, due_before: file.reassessment_due_on })
  await setReassessmentDue(tx, caseId, dueOn)
  await audit(tx, {
    action: 'assessment.completed',
    objectKind: 'assessment',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details: { answered, dueOn },
  })
  return assessmentScreen(tx, { caseId, id }, today)
}
