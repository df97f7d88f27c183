import { sql } from 'kysely'
import type { Body, View } from '../../../../platform/contract/endpoint.ts'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { availabilityEndpoints } from '../../contract/availability.ts'
import { whyNotLastDay } from '../../rules.ts'
import { refuseFields } from '../administration/store.ts'
import { periodTexts } from './period-texts.ts'

/** An own absence; why somebody is away is nobody's business here. It may have begun already. */
export async function addAbsence(
  tx: Tx,
  actor: Actor,
  { from, lastDay }: Body<typeof availabilityEndpoints.addAbsence>,
  now: Temporal.Instant,
): Promise<View<typeof availabilityEndpoints.addAbsence>> {
  const why = whyNotLastDay({ from, lastDay }, berlinDay(now))
  if (why) {
    const message = why.code === 'tooLong' ? 'Bitte höchstens ein Jahr.' : periodTexts[why.code]
    refuseFields({ path: why.field, code: why.code, message })
  }
  const during = `[${from},${addDays(lastDay, 1)})`
  const { rows } = await sql`select from absence b where b.tenant_id = (select app.tenant_id())
    and b.user_id = ${actor.userId} and b.during && ${during}::daterange limit 1`.execute(tx)
  refuseIf(rows.length > 0 ? 'absenceOverlaps' : null)
  const id = newId()
  await tx.insertInto('absence').values({ id, user_id: actor.userId, during }).execute()
  await audit(tx, { action: 'absence.added', objectKind: 'absence', objectId: id })
  return { id, from, lastDay }
}
