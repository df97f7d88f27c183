import { sql } from 'kysely'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { exportGrantEndpoints, ExportGrantView } from '../../contract/export-grants.ts'
import { dayEnd } from '../day-bounds.ts'
import { notify } from '../notify.ts'
import { readExportGrant } from './export-grant-screen.ts'
import { lockUser, refuseFields } from './store.ts'

const mostDays = 366

/** Allows taking lists out from now to the end of the last day. The person is told. */
export async function giveExportGrant(
  tx: Tx,
  actor: Actor,
  userId: string,
  { reason, lastDay }: Body<typeof exportGrantEndpoints.give>,
  now: Temporal.Instant,
): Promise<ExportGrantView> {
  refuseIf(userId === actor.userId ? 'ownExportGrant' : null)
  const user = await lockUser(tx, userId)
  refuseIf(user.active ? null : 'userInactive')
  refuseDay(lastDay, berlinDay(now))
  const held = await sql`select from export_grant g where g.tenant_id = (select app.tenant_id())
    and g.user_id = ${userId} and g.valid_during @> now() limit 1`.execute(tx)
  refuseIf(held.rows.length > 0 ? 'exportGrantHeld' : null)
  const id = newId()
  await tx
    .insertInto('export_grant')
    .values({
      id,
      user_id: userId,
      reason,
      valid_during: sql<string>`tstzrange(now(), ${dayEnd(lastDay)}::timestamptz)`,
    })
    .execute()
  await audit(tx, {
    action: 'exportGrant.given',
    objectKind: 'user',
    objectId: userId,
    details: { until: lastDay },
  })
  await notify(tx, { userId, kind: 'exportGrant.given', objectKind: 'exportGrant', objectId: id })
  return readExportGrant(tx, id)
}

function refuseDay(lastDay: string, today: string): void {
  if (lastDay < today) {
    const message = 'Der letzte Tag kann nicht in der Vergangenheit liegen.'
    refuseFields({ path: 'lastDay', code: 'lastDayPast', message })
  }
  if (lastDay > addDays(today, mostDays)) {
    const message = 'Höchstens ein Jahr. Danach wird neu entschieden.'
    refuseFields({ path: 'lastDay', code: 'lastDayTooFar', message })
  }
}
