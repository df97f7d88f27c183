import { sql } from 'kysely'
import { arm, ofCase, type Arm } from './arm.ts'

/** Consents and releases from secrecy have the same columns and are two objects all the same. */
const armsOf = (table: 'consent' | 'secrecy_release'): Arm[] => {
  const facts = sql`jsonb_build_object('object', ${table}::text, 'recipientKind', c.recipient_kind,
    'organisation', o.name, 'validTo', c.valid_to)`
  const domains = sql`c.life_domains`
  const from = (caseId: string) => sql`from ${sql.table(table)} c
    left join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id where ${ofCase('c', caseId)}`
  const id = sql`c.id`
  return [
    arm(
      'consent',
      {
        event: 'given',
        id,
        onDate: sql`c.given_on`,
        at: sql`c.given_recorded_at`,
        actor: sql`c.confirmed_by`,
        facts,
        domains,
      },
      (caseId) => sql`${from(caseId)} and c.given_on is not null`,
    ),
    arm(
      'consent',
      {
        event: 'withdrawn',
        id,
        onDate: sql`c.withdrawn_on`,
        at: sql`c.withdrawn_at`,
        actor: sql`c.withdrawal_recorded_by`,
        facts,
        domains,
      },
      (caseId) => sql`${from(caseId)} and c.withdrawn_on is not null`,
    ),
    arm(
      'consent',
      {
        event: 'ended',
        id,
        onDate: sql`c.ended_on`,
        at: sql`c.end_recorded_at`,
        actor: sql`c.end_recorded_by`,
        facts,
        domains,
      },
      (caseId) => sql`${from(caseId)} and c.ended_on is not null and c.withdrawn_on is null`,
    ),
  ]
}

export const consentArms: readonly Arm[] = [...armsOf('consent'), ...armsOf('secrecy_release')]
