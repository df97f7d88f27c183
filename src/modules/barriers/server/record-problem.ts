import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { barrierKindLabels, unmetLabels } from '../../structure/index.ts'
import type { NewProblem, ProblemView } from '../contract/problems.ts'
import { checkFields, checkOrigin } from './check-fields.ts'
import { readProblem } from './screens.ts'
import { insertProblem, insertStep } from './store.ts'

/** Records a problem in the case. Throws 404, `caseReadOnly`, `caseClosed`, `invalidInput`. */
export async function recordProblem(
  tx: Tx,
  caseId: string,
  wish: NewProblem,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const file = await lockCaseForWork(tx, caseId)
  const today = dayOf(now)
  const noticedOn = wish.noticedOn ?? today
  await checkFields(tx, wish, { noticedOn, since: wish.since, today })
  await checkOrigin(tx, caseId, wish.origin, wish.originId)
  const id = newId()
  const problem = {
    id,
    case_id: caseId,
    kind: wish.kind,
    life_domain: wish.lifeDomain,
    legal_domains: [...new Set(wish.legalDomains)],
    unmet: wish.unmet,
    municipality_id: wish.municipalityId ?? file.municipality_id,
    noticed_on: noticedOn,
    since: wish.since,
    days_lost: wish.daysLost,
    origin: wish.origin,
    origin_id: wish.originId,
    level: wish.level,
    state_on: today,
  }
  const words = {
    title: wish.title ?? defaultTitle(wish),
    description: wish.description ?? null,
    helped: wish.helped ?? null,
    client_view: wish.clientView ?? null,
  }
  await insertProblem(tx, problem, words, wish.organisationIds)
  const step = { kind: 'recorded', to_value: String(wish.level), reason: 'firstAssessed', on_date: today }
  await insertStep(tx, problem, step)
  await audit(tx, {
    action: 'problem.recorded',
    objectKind: 'problem',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details: { level: wish.level, origin: wish.origin },
  })
  return readProblem(tx, id)
}

/** Two clicks are enough: what was chosen is the title. */
const defaultTitle = ({ kind, unmet }: NewProblem): string =>
  unmet === null ? barrierKindLabels[kind] : `${barrierKindLabels[kind]}: ${unmetLabels[unmet]}`
