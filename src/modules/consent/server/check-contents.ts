import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { RecipientKind } from '../contract/codes.ts'
import { whyNotPeriod } from '../rules/periods.ts'
import { consentTexts } from './texts.ts'

export interface References {
  readonly personId: string
  readonly recipientKind: RecipientKind
  readonly organisationId: string | null
  readonly unitId: string | null
  readonly lifeDomains: readonly string[]
  readonly validFrom: string
  readonly validTo: string
}

/** What a text refers to must exist, in this case and this district; all wrong fields at once. */
export async function checkContents(tx: Tx, caseId: string, contents: References): Promise<void> {
  const known = await knownOf(tx, caseId, contents)
  const listed = contents.recipientKind === 'organisation'
  const period = whyNotPeriod({ from: contents.validFrom, to: contents.validTo })
  const wrong: [path: string, code: string, wrong: boolean][] = [
    ['personId', 'consentPersonUnknown', !known.person],
    ['organisationId', 'consentRecipientMissing', listed && contents.organisationId === null],
    ['organisationId', 'consentRecipientUnexpected', !listed && contents.organisationId !== null],
    [
      'organisationId',
      'consentOrganisationUnknown',
      listed && contents.organisationId !== null && !known.organisation,
    ],
    ['unitId', 'consentUnitUnknown', contents.unitId !== null && !known.unit],
    ['lifeDomains', 'consentLifeDomainUnknown', known.domains < new Set(contents.lifeDomains).size],
    ['validTo', period ?? '', period !== null],
  ]
  const fields = wrong
    .filter(([, , isWrong]) => isWrong)
    .map(([path, code]) => ({ path, code, message: consentTexts[code]! }))
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}

async function knownOf(tx: Tx, caseId: string, contents: References) {
  const { rows } = await sql<{ person: boolean; organisation: boolean; unit: boolean; domains: number }>`
    select exists (select from case_person c where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId}
        and c.person_id = ${contents.personId}) as person,
      exists (select from organisation o where o.tenant_id = (select app.tenant_id()) and o.id = ${contents.organisationId}) as organisation,
      exists (select from unit u where u.tenant_id = (select app.tenant_id()) and u.id = ${contents.unitId}
        and u.organisation_id = ${contents.organisationId}) as unit,
      (select count(distinct e.key)::int from catalogue_entry e where e.tenant_id = (select app.tenant_id())
        and e.kind = 'lifeDomain' and e.key = any (${[...contents.lifeDomains]}::text[])) as domains`.execute(
    tx,
  )
  return found(rows[0])
}
