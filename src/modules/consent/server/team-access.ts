import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { TeamReader } from '../contract/consents.ts'
import { adultsOf, teamPeriods, type TeamConsentFacts } from '../rules/team-periods.ts'
import { casePersons } from './case-persons.ts'

/** Given consents of the case that name the KIM team, are not withdrawn and not ended. */
export async function teamConsents(tx: Tx, caseId: string): Promise<TeamConsentFacts[]> {
  const rows = await tx
    .selectFrom('consent')
    .select(['id', 'person_id', 'valid_from', 'valid_to'])
    .where('case_id', '=', caseId)
    .where('recipient_kind', '=', 'kimTeam')
    .where('given_on', 'is not', null)
    .where('withdrawn_on', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    from: row.valid_from,
    to: row.valid_to,
  }))
}

/** When the team may work with the file, by the consents and the household of today. */
export async function expectedTeamPeriods(tx: Tx, caseId: string, today: string) {
  const consents = await teamConsents(tx, caseId)
  const adults = adultsOf(await casePersons(tx, caseId, today))
  return teamPeriods(
    adults.map((adult) => adult.id),
    consents,
    today,
  )
}

/**
 * Brings `team_consent` to what the consents say now: open on the days on which every adult of the household has
 * agreed, closed at once otherwise. Its trigger recomputes who sees the case in the same transaction.
 */
export async function syncTeamAccess(tx: Tx, caseId: string, today: string): Promise<void> {
  const periods = await expectedTeamPeriods(tx, caseId, today)
  await closeTeamAccess(tx, caseId)
  for (const { consentId, from, to } of periods) {
    await sql`insert into team_consent (case_id, consent_id, valid_during)
      select ${caseId}::uuid, ${consentId}::uuid, tstzrange(greatest(now(), r.starts), r.ends)
      from (select ${from}::date::timestamp at time zone 'Europe/Berlin' as starts,
          (${to}::date + 1)::timestamp at time zone 'Europe/Berlin' as ends) r
      where r.ends > now()
      on conflict (tenant_id, case_id, consent_id) do update set valid_during = excluded.valid_during`.execute(
      tx,
    )
  }
}

/** What has begun is cut now, what has not begun goes. */
async function closeTeamAccess(tx: Tx, caseId: string): Promise<void> {
  await tx
    .updateTable('team_consent')
    .set({ valid_during: sql<string>`tstzrange(lower(valid_during), now())` })
    .where('case_id', '=', caseId)
    .where(sql<boolean>`valid_during @> now() and lower(valid_during) < now()`)
    .execute()
  await tx
    .deleteFrom('team_consent')
    .where('case_id', '=', caseId)
    .where(sql<boolean>`lower(valid_during) >= now()`)
    .execute()
}

/** Who reads the case now because the client named the team: the overseeing coordinator, a deputy of another employer. */
export async function teamReaders(tx: Tx, caseId: string): Promise<TeamReader[]> {
  const { rows } = await sql<TeamReader>`
    select distinct u.given_name || ' ' || u.family_name as name, o.name as organisation
    from app.who_sees_case(${caseId}) w
      join case_file f on f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}
      join staff_user u on u.tenant_id = f.tenant_id and u.id = w.user_id
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where w.valid_during @> now()
      and (w.basis = 'teamConsent' or w.basis = 'deputy' and u.organisation_id <> f.responsible_organisation_id)
    order by 1`.execute(tx)
  return rows
}
