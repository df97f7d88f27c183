import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { AvailabilityView } from '../../contract/availability.ts'
import { readAvailability } from './availability-screen.ts'

/** The first time makes the row (version 0 was sent), later times change it. */
export async function setAvailability(
  tx: Tx,
  actor: Actor,
  wish: Pick<AvailabilityView, 'state'> & { languages: readonly string[] },
  { version, now }: { version: number; now: Temporal.Instant },
): Promise<AvailabilityView> {
  const today = berlinDay(now)
  const languages = [...new Set(wish.languages)]
  const { numAffectedRows } = await sql`
    insert into availability as v (user_id, state, languages) values (${actor.userId}, ${wish.state}, ${languages})
    on conflict (tenant_id, user_id) do update set state = excluded.state, languages = excluded.languages,
      changed_at = now(), version = v.version + 1 where v.version = ${version}`.execute(tx)
  const after = await readAvailability(tx, actor, today)
  if (!numAffectedRows) refuseStale(after.version, version, () => after)
  await audit(tx, { action: 'availability.set', objectKind: 'availability', objectId: actor.userId })
  return after
}
