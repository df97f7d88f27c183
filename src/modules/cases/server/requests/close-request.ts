import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { CloseRequest, RequestView } from '../../contract/requests/index.ts'
import { actionOf, deletedOn, stateAfter } from '../../rules/requests.ts'
import { checkReferences } from './check-references.ts'
import { closingColumns } from './closing-columns.ts'
import { deputyOf, lockFor } from './lock-for.ts'
import { readRequest } from './screens.ts'
import { saveText } from './store.ts'

/**
 * Brief advice given, signposted, or withdrawn. A request closed out of the queue belongs to whoever closed it:
 * otherwise every colleague of the site would go on reading it. The period until deletion starts anew.
 */
export async function closeRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  { outcome, language, lifeDomains }: CloseRequest,
  now: Temporal.Instant,
): Promise<RequestView> {
  const action = actionOf(outcome)
  const request = await lockFor(tx, actor, id, action)
  const signposted = outcome.kind === 'signposted' ? outcome : undefined
  const periods = await checkReferences(
    tx,
    {
      language,
      lifeDomains,
      organisationId: signposted?.organisationId,
      nameless: !request.has_contact,
    },
    'outcome.',
  )
  await tx
    .updateTable('request')
    .set({
      ...(language === undefined ? {} : { language }),
      ...(lifeDomains === undefined ? {} : { life_domains: lifeDomains }),
      ...(request.assigned_to === null
        ? { assigned_to: actor.userId, assigned_at: now.toString(), assigned_by: actor.userId }
        : {}),
      ...closingColumns(outcome, now),
      state: stateAfter(request.state, action),
      delete_after: deletedOn(berlinDay(now), periods.requestWithoutCase),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  await saveText(tx, id, { signposted_service: signposted?.service ?? undefined })
  if (outcome.kind !== 'withdrawn' && outcome.minutes !== undefined) {
    await tx.insertInto('request_effort').values({ request_id: id, minutes: outcome.minutes }).execute()
  }
  await audit(tx, {
    action: `request.${outcome.kind}`,
    objectKind: 'request',
    objectId: id,
    deputyOf: deputyOf(request),
    reason: outcome.kind === 'withdrawn' ? outcome.reason : null,
  })
  return readRequest(tx, actor, id, now)
}
