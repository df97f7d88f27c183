import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { whyNotStart, whyNotStartDate } from '../rules/why-not.ts'
import { assessmentScreen } from './screens.ts'
import { insertAssessment } from './store.ts'
import { assessmentFieldTexts } from './texts.ts'

/** Starts an assessment; a re-assessment once one of the same episode is finished. The case lock keeps it the only open one. */
export async function startAssessment(
  tx: Tx,
  caseId: string,
  wish: { startedOn?: string | undefined; withScale: boolean },
  today: string,
) {
  const file = await lockCaseForWork(tx, caseId)
  const before = await assessmentScreen(tx, { caseId, id: null }, today)
  refuseIf(whyNotStart(before.history.some((one) => one.finishedOn === null)))
  const startedOn = wish.startedOn ?? today
  const code = whyNotStartDate(startedOn, { today, caseOpenedOn: file.opened_on })
  if (code) {
    const message = assessmentFieldTexts[code]
    throw new Refusal('invalid', 'invalidInput', { fields: [{ path: 'startedOn', code, message }] })
  }
  if (!wish.withScale && before.scale && !before.scale.withoutScaleAllowed)
    throw new Refusal('conflict', 'scaleRequired')
  const scale = wish.withScale && before.scale ? JSON.stringify(before.scale.steps) : null
  const kind = before.current?.finishedOn && before.current.episode === file.episode ? 're' : 'first'
  const id = newId()
  await insertAssessment(tx, {
    id,
    case_id: caseId,
    episode: file.episode,
    kind,
    started_on: startedOn,
    scale,
  })
  await audit(tx, {
    action: 'assessment.started',
    objectKind: 'assessment',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details: { kind, withScale: scale !== null },
  })
  return assessmentScreen(tx, { caseId, id }, today)
}
