import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { SharingText } from '../rules/coverage.ts'

/** Consents and releases of a case towards listed offices, as the check of a referral needs them. */
export async function sharingTexts(tx: Tx, caseId: string): Promise<SharingText[]> {
  const of = (kind: SharingText['kind'], table: 'consent' | 'secrecy_release') => sql`
    select c.id, ${kind}::text as kind, c.person_id as "personId", c.organisation_id as "organisationId", c.unit_id as "unitId",
      c.direction, c.purposes, c.life_domains as "lifeDomains", c.data_categories as "dataCategories",
      c.special_categories as "specialCategories", c.valid_from as "validFrom", c.valid_to as "validTo",
      c.given_on as "givenOn", c.withdrawn_on as "withdrawnOn", c.ended_on as "endedOn"
    from ${sql.table(table)} c where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId}
      and c.recipient_kind = 'organisation'`
  const { rows } =
    await sql<SharingText>`${of('consent', 'consent')} union all ${of('secrecyRelease', 'secrecy_release')}
    limit 400`.execute(tx)
  return rows
}
