import { sql } from 'kysely'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { forEachTenant, type Job } from '../../../platform/server/jobs/job.ts'
import { expectedTeamPeriods, syncTeamAccess } from './team-access.ts'

/**
 * Every night after midnight: who came of age decides for themselves from that day on, so the team's access ends where
 * their own consent is missing. Nothing is written where nothing changed; a missed night is made up by the next.
 */
export const recheckTeamAccessJob: Job = {
  key: 'consent.teamaccess',
  cron: '7 0 * * *',
  run: forEachTenant((tx, { now }) => recheckTeamAccess(tx, berlinDay(now))),
}

/** Open cases whose team access is not what the consents and ages of today say. `today`: the day in Berlin, ISO. */
export async function recheckTeamAccess(tx: Tx, today: string): Promise<void> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct t.case_id from team_consent t
      join case_file f on f.tenant_id = t.tenant_id and f.id = t.case_id and f.closed_on is null
    where t.tenant_id = (select app.tenant_id()) and upper(t.valid_during) > now() order by 1`.execute(tx)
  for (const { case_id: caseId } of rows) {
    await tx.selectFrom('case_file').select('id').where('id', '=', caseId).forNoKeyUpdate().execute()
    if (await isAsExpected(tx, caseId, today)) continue
    await syncTeamAccess(tx, caseId, today)
    await audit(tx, {
      action: 'teamAccess.rechecked',
      objectKind: 'case',
      objectId: caseId,
      caseId,
      reason: 'household',
    })
  }
}

/** Compares by last day and whether it is open today; a stretch that began earlier than today stays as it began. */
async function isAsExpected(tx: Tx, caseId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ last_day: string; open: boolean }>`
    select ((upper(t.valid_during) at time zone 'Europe/Berlin')::date - 1)::text as last_day,
      t.valid_during @> now() as open
    from team_consent t
    where t.tenant_id = (select app.tenant_id()) and t.case_id = ${caseId} and upper(t.valid_during) > now()`.execute(
    tx,
  )
  const stored = rows.map((row) => `${row.last_day} ${row.open}`).toSorted()
  const periods = await expectedTeamPeriods(tx, caseId, today)
  const expected = periods.map(({ from, to }) => `${to} ${from <= today}`).toSorted()
  return JSON.stringify(stored) === JSON.stringify(expected)
}
