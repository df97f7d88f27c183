import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { isAnswered } from '../rules/rating.ts'
import { whyNotDiscard } from '../rules/why-not.ts'
import { assessmentScreen } from './screens.ts'
import { deleteAssessment, getAssessment, lockAssessment } from './store.ts'

/** Takes away an open assessment that was begun by mistake, with what was answered in it. Answers the screen before it. */
export async function discardAssessment(tx: Tx, id: string, version: number, today: string) {
  const caseId = (await getAssessment(tx, id)).case_id
  const file = await lockCaseForWork(tx, caseId)
  const assessment = await lockAssessment(tx, id)
  refuseIf(whyNotDiscard({ finishedOn: assessment.finished_on }))
  const screen = await assessmentScreen(tx, { caseId, id }, today)
  refuseStale(assessment.version, version, () => screen)
  const answered = screen.current!.ratings.filter((rating) => isAnswered(rating)).length
  await deleteAssessment(tx, id)
  await audit(tx, {
    action: 'assessment.discarded',
    objectKind: 'assessment',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details: { kind: assessment.kind, answered },
  })
  return assessmentScreen(tx, { caseId, id: null }, today)
}
