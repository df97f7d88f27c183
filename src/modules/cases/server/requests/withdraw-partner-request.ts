import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { RequestState } from '../../contract/requests/index.ts'
import { deletedOn, requestDays, whyNotWithdrawByPartner } from '../../rules/requests.ts'

interface Asked {
  request_id: string
  state: RequestState
  withdrawn: boolean
  days: number | null
}

/**
 * The office that asked KIM in takes it back while nobody has taken it (docs/handbuch/partner.md). What the person let it
 * pass on is deleted at once. Throws 404, 409 `partnerRequestTaken`, `partnerRequestWithdrawn`.
 */
export async function withdrawPartnerRequest(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<Asked>`
    select r.*, (select (s.value #>> '{}')::int from tenant_setting s
      where s.tenant_id = (select app.tenant_id()) and s.key = 'withdrawnRequestDays') as days
    from app.lock_kim_request(${id}) r`.execute(tx)
  const asked = found(rows[0])
  refuseIf(whyNotWithdrawByPartner(asked))
  const today = berlinDay(now)
  const deleteAfter = deletedOn(today, asked.days ?? requestDays.withdrawnRequestDays.value)
  await sql`select app.withdraw_kim_request(${id}, ${today}::date, ${deleteAfter}::date)`.execute(tx)
  await audit(tx, { action: 'partnerRequest.withdrawn', objectKind: 'request', objectId: asked.request_id })
}
