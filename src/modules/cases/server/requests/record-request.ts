import { berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import { rightsOf } from '../../../staff/index.ts'
import type { RecordRequest } from '../../contract/requests/index.ts'
import { actionOf, deletedOn, stateAfter } from '../../rules/requests.ts'
import { checkReferences } from './check-references.ts'
import { closingColumns } from './closing-columns.ts'
import { addContact, saveText } from './store.ts'

/** Quick entry: into the queue of the site, onto the own desk, or done on the spot (brief advice, signposting). */
export async function recordRequest(
  tx: Tx,
  actor: Actor,
  body: RecordRequest,
  now: Temporal.Instant,
): Promise<{ id: string; version: number }> {
  const { outcome } = body
  const keep = body.take || outcome !== undefined
  if (keep && !rightsOf(actor.roles).has('request.take')) throw new Refusal('forbidden', 'forbidden')
  const signposted = outcome?.kind === 'signposted' ? outcome : undefined
  const periods = await checkReferences(
    tx,
    { ...body, organisationId: signposted?.organisationId, nameless: isNameless(body) },
    'outcome.',
  )
  const [id, today] = [newId(), berlinDay(now)]
  await tx
    .insertInto('request')
    .values({
      id,
      ...described(body),
      channel: body.channel,
      site_id: body.siteId,
      received_at: now.toString(),
      state: outcome ? stateAfter('open', actionOf(outcome)) : keep ? 'assigned' : 'open',
      ...(keep ? { assigned_to: actor.userId, assigned_at: now.toString(), assigned_by: actor.userId } : {}),
      ...(outcome ? closingColumns(outcome, now) : {}),
      delete_after: deletedOn(today, periods.requestWithoutCase),
    })
    .execute()
  await saveText(tx, id, {
    concern: body.concern ?? undefined,
    signposted_service: signposted?.service ?? undefined,
  })
  const contact = { caller_name: body.callerName, callback_number: body.callbackNumber }
  await addContact(tx, id, contact, deletedOn(today, periods.callbackNumberDays))
  if (outcome && 'minutes' in outcome && outcome.minutes !== undefined) {
    await tx.insertInto('request_effort').values({ request_id: id, minutes: outcome.minutes }).execute()
  }
  await audit(tx, {
    action: 'request.recorded',
    objectKind: 'request',
    objectId: id,
    details: { channel: body.channel, taken: keep, outcome: outcome?.kind ?? null },
  })
  return { id, version: 1 }
}

function described(body: RecordRequest) {
  return {
    entry_route: body.entryRoute ?? null,
    municipality_id: body.municipalityId ?? null,
    language: body.language ?? null,
    urgency: body.urgency ?? 'normal',
    life_domains: body.lifeDomains ?? [],
  }
}

const isNameless = ({ outcome, callerName, callbackNumber }: RecordRequest): boolean =>
  outcome !== undefined && !callerName && !callbackNumber
