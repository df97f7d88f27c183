import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal, refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { ChangeRequest, RequestView } from '../../contract/requests/index.ts'
import { deletedOn } from '../../rules/requests.ts'
import { checkReferences } from './check-references.ts'
import { deputyOf, lockFor } from './lock-for.ts'
import { readRequest } from './screens.ts'
import { saveContact, saveText } from './store.ts'

/** Changes what was noted. Absent = keep, null = clear. Name and number only by case managers, who may read them. */
export async function changeRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  change: ChangeRequest,
  version: number,
  now: Temporal.Instant,
): Promise<RequestView> {
  const request = await lockFor(tx, actor, id, 'edit')
  if (request.version !== version) {
    const current = await readRequest(tx, actor, id, now)
    refuseStale(request.version, version, () => current)
  }
  const { callerName, callbackNumber, concern } = change
  const contact = { caller_name: callerName, callback_number: callbackNumber }
  const touchesContact = callerName !== undefined || callbackNumber !== undefined
  if (touchesContact && !actor.roles.includes('caseManager'))
    throw new Refusal('forbidden', 'requestNotYours')
  const periods = await checkReferences(tx, {
    ...change,
    ...(change.siteId === request.site_id ? {} : { siteNow: request.site_id }),
  })
  await tx
    .updateTable('request')
    .set({
      ...columnsOf(change),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  await saveText(tx, id, { concern })
  if (touchesContact) {
    await saveContact(tx, id, contact, deletedOn(berlinDay(now), periods.callbackNumberDays))
  }
  await audit(tx, {
    action: 'request.changed',
    objectKind: 'request',
    objectId: id,
    deputyOf: deputyOf(request),
    details: { fields: Object.keys(change).sort() },
  })
  return readRequest(tx, actor, id, now)
}

function columnsOf(change: ChangeRequest) {
  const columns = {
    channel: change.channel,
    site_id: change.siteId,
    entry_route: change.entryRoute,
    municipality_id: change.municipalityId,
    language: change.language,
    urgency: change.urgency,
    life_domains: change.lifeDomains,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}
