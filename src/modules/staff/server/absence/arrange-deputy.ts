import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { deputyEndpoints, DeputyView } from '../../contract/deputies.ts'
import { whyNotDeputyPeriod } from '../../rules.ts'
import { refuseFields } from '../administration/store.ts'
import { dayEnd, dayStart } from '../day-bounds.ts'
import { notify } from '../notify.ts'
import { readDeputy, readDeputyChoices } from './deputy-screens.ts'
import { periodTexts } from './period-texts.ts'

/**
 * A deputy from a day on to a last day (R060). Arranged by the absent person or by the coordinator over that person;
 * access opens and ends by itself. Across employers only cases open whose client's text names the KIM team.
 */
export async function arrangeDeputy(
  tx: Tx,
  actor: Actor,
  wish: Body<typeof deputyEndpoints.arrange>,
  now: Temporal.Instant,
): Promise<DeputyView> {
  const absentId = wish.absentUserId ?? actor.userId
  const today = berlinDay(now)
  const why = whyNotDeputyPeriod(wish, today)
  if (why) refuseFields({ path: why.field, code: why.code, message: periodTexts[why.code] })
  await refuseUnfit(tx, actor, absentId, wish.deputyUserId)
  const begin = wish.from > today ? dayStart(wish.from) : null
  const during = sql<string>`tstzrange(coalesce(${begin}::timestamptz, now()), ${dayEnd(wish.lastDay)}::timestamptz)`
  const { rows } = await sql`select from deputy d where d.tenant_id = (select app.tenant_id())
    and d.absent_user_id = ${absentId} and d.deputy_user_id = ${wish.deputyUserId} and d.valid_during && ${during}`.execute(
    tx,
  )
  refuseIf(rows.length > 0 ? 'deputyOverlaps' : null)
  const id = newId()
  await tx
    .insertInto('deputy')
    .values({ id, absent_user_id: absentId, deputy_user_id: wish.deputyUserId, valid_during: during })
    .execute()
  await audit(tx, {
    action: 'deputy.arranged',
    objectKind: 'deputy',
    objectId: id,
    details: { forSelf: absentId === actor.userId, from: wish.from, lastDay: wish.lastDay },
  })
  const about = { objectKind: 'deputy', objectId: id }
  await notify(tx, { userId: wish.deputyUserId, kind: 'deputy.arranged', ...about })
  if (absentId !== actor.userId)
    await notify(tx, { userId: absentId, kind: 'deputy.arrangedForYou', ...about })
  return readDeputy(tx, actor, id)
}

async function refuseUnfit(tx: Tx, actor: Actor, absentId: string, deputyId: string): Promise<void> {
  if (absentId === deputyId) {
    const message = 'Niemand vertritt sich selbst.'
    refuseFields({ path: 'deputyUserId', code: 'samePerson', message })
  }
  const { absent, deputies } = await readDeputyChoices(tx, actor)
  if (!absent.some(({ id }) => id === absentId)) {
    const message = 'Für diese Person können Sie keine Vertretung eintragen.'
    refuseFields({ path: 'absentUserId', code: 'notYours', message })
  }
  if (!deputies.some(({ id }) => id === deputyId)) {
    const message = 'Vertreten kann nur, wer zurzeit im Case Management arbeitet.'
    refuseFields({ path: 'deputyUserId', code: 'notCaseManager', message })
  }
}
