import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { DeputyView } from '../../contract/deputies.ts'
import { whyNotLastDay } from '../../rules.ts'
import { refuseFields } from '../administration/store.ts'
import { dayEnd } from '../day-bounds.ts'
import { readDeputy } from './deputy-screens.ts'
import { lockDeputy } from './lock-deputy.ts'
import { periodTexts } from './period-texts.ts'
import { tellBoth } from './tell-both.ts'

/** Moves the last day; the first one and the people stay as they were arranged. */
export async function changeDeputy(
  tx: Tx,
  actor: Actor,
  id: string,
  { lastDay, version, now }: { lastDay: string; version: number; now: Temporal.Instant },
): Promise<DeputyView> {
  const row = await lockDeputy(tx, actor, id, version)
  const current = await readDeputy(tx, actor, id)
  refuseIf(current.state === 'over' ? 'deputyOver' : null)
  const why = whyNotLastDay({ from: current.from, lastDay }, berlinDay(now))
  if (why) refuseFields({ path: 'lastDay', code: why.code, message: periodTexts[why.code] })
  await sql`update deputy set valid_during = tstzrange(lower(valid_during), ${dayEnd(lastDay)}::timestamptz), version = version + 1
    where tenant_id = (select app.tenant_id()) and id = ${id}`.execute(tx)
  await audit(tx, { action: 'deputy.changed', objectKind: 'deputy', objectId: id, details: { lastDay } })
  await tellBoth(tx, actor, row, 'deputy.changed')
  return readDeputy(tx, actor, id)
}
