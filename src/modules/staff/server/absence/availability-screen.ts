import { sql } from 'kysely'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { AvailabilityView } from '../../contract/availability.ts'

/** What the person has set, and the absences that are not over; in one statement. */
export async function readAvailability(tx: Tx, actor: Actor, today: string): Promise<AvailabilityView> {
  const { rows } = await sql<AvailabilityView>`
    select coalesce(v.state, 'free') as state, coalesce(v.languages, '{}') as languages, v.changed_at as "changedAt",
      coalesce(v.version, 0) as version,
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'from', lower(b.during), 'lastDay', upper(b.during) - 1)
          order by lower(b.during), b.id), '[]')
        from absence b where b.tenant_id = (select app.tenant_id()) and b.user_id = ${actor.userId}
          and upper(b.during) > ${today}::date) as absences
    from (select 1) one left join availability v on v.tenant_id = (select app.tenant_id()) and v.user_id = ${actor.userId}`.execute(
    tx,
  )
  return rows[0]!
}
