import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { AssessmentScreen } from '../contract/assessment.ts'
import { assessmentScreen } from './screens.ts'
import { getAssessment } from './store.ts'

/** The screen of a case, or of one assessment; the read is audited. */
export async function readAssessment(
  tx: Tx,
  what: { caseId: string } | { id: string },
  today: string,
): Promise<AssessmentScreen> {
  const id = 'id' in what ? what.id : null
  const caseId = 'id' in what ? (await getAssessment(tx, what.id)).case_id : what.caseId
  const screen = await assessmentScreen(tx, { caseId, id }, today)
  await audit(tx, {
    action: 'assessment.read',
    objectKind: 'assessment',
    objectId: screen.current?.id ?? null,
    caseId,
  })
  return screen
}
