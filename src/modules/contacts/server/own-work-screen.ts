import { sql } from 'kysely'
import { addDays } from '../../../platform/contract/dates.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { OwnWork } from '../contract/own-work.ts'

/** Long enough to even out single weeks. */
const DAYS = 91

/**
 * What the person sees of the own work on Mein Tag: nobody else sees it, and nothing is compared (R171). The share counts
 * contacts with minutes and share, as written down by this person.
 */
export async function readOwnWork(tx: Tx, today: string): Promise<OwnWork> {
  const since = addDays(today, -DAYS)
  const { rows } = await sql<Omit<OwnWork, 'effort'> & Omit<OwnWork['effort'], 'since'>>`
    select (select count(*)::int from case_file f where f.tenant_id = (select app.tenant_id())
        and f.responsible_user_id = (select app.user_id()) and f.closed_on is null) as "openCases",
      (select v.state from availability v where v.tenant_id = (select app.tenant_id())
        and v.user_id = (select app.user_id())) as availability,
      (select (s.value #>> '{}')::float8 from tenant_setting s where s.tenant_id = (select app.tenant_id())
        and s.key = 'individualShare' and s.valid_to is null) as intended,
      e.contacts, e.individual, e.systemic
    from app.own_effort(${since}) e`.execute(tx)
  const { openCases, availability, ...effort } = rows[0]!
  return { openCases, availability, effort: { since, ...effort } }
}
