import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import { whyNotRecipient } from '../rules/states.ts'
import { referralTexts } from './texts.ts'

interface References {
  readonly personId: string
  readonly organisationId: string
  readonly unitId: string | null
  readonly lifeDomains: readonly string[]
  readonly goalIds: readonly string[]
  readonly documentIds: readonly string[]
}

/** What a referral refers to must exist, in this case and this district; all wrong fields at once. */
export async function checkContents(tx: Tx, caseId: string, contents: References): Promise<void> {
  const known = await knownOf(tx, caseId, contents)
  const immigration = whyNotRecipient(known.unitKinds)
  const wrong: [path: string, code: string, wrong: boolean][] = [
    ['personId', 'referralPersonUnknown', !known.person],
    ['organisationId', 'referralOrganisationUnknown', !known.organisation],
    ['unitId', 'referralUnitUnknown', contents.unitId !== null && !known.unit],
    ['organisationId', immigration ?? '', contents.unitId !== null && immigration !== null],
    ['lifeDomains', 'referralLifeDomainUnknown', known.domains < new Set(contents.lifeDomains).size],
    ['goalIds', 'referralGoalUnknown', known.goals < new Set(contents.goalIds).size],
    ['documentIds', 'referralDocumentUnknown', known.documents < new Set(contents.documentIds).size],
  ]
  refuseFields(wrong)
}

/** Throws `invalidInput` with every field whose third value is true. */
export function refuseFields(
  wrong: readonly (readonly [path: string, code: string, wrong: boolean])[],
): void {
  const fields = wrong
    .filter(([, , isWrong]) => isWrong)
    .map(([path, code]) => ({ path, code, message: referralTexts[code]! }))
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}

interface Known {
  person: boolean
  organisation: boolean
  unit: boolean
  /** Of the named unit, or of all units where none is named. */
  unitKinds: string[]
  domains: number
  goals: number
  documents: number
}

/** The trigger `referral_document_stays` of migration 0146 refuses the same. `d`: document, `f`: its case. */
export const mayGoAlong = sql`d.kind <> 'consentProof' and (not d.secrecy_203 or f.secrecy_203)`

async function knownOf(tx: Tx, caseId: string, contents: References): Promise<Known> {
  const { rows } = await sql<Known>`
    select exists (select from case_person c where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId}
        and c.person_id = ${contents.personId}) as person,
      exists (select from organisation o where o.tenant_id = (select app.tenant_id()) and o.id = ${contents.organisationId}) as organisation,
      exists (select from unit u where u.tenant_id = (select app.tenant_id()) and u.id = ${contents.unitId}::uuid
        and u.organisation_id = ${contents.organisationId}) as unit,
      (select coalesce(array_agg(u.kind), '{}') from unit u where u.tenant_id = (select app.tenant_id())
        and u.organisation_id = ${contents.organisationId} and (u.id = ${contents.unitId}::uuid or ${contents.unitId}::uuid is null)) as "unitKinds",
      (select count(distinct e.key)::int from catalogue_entry e where e.tenant_id = (select app.tenant_id())
        and e.kind = 'lifeDomain' and e.key = any (${[...contents.lifeDomains]}::text[])) as domains,
      (select count(*)::int from goal g where g.tenant_id = (select app.tenant_id()) and g.case_id = ${caseId}
        and g.id = any (${[...contents.goalIds]}::uuid[])) as goals,
      (select count(*)::int from document d join case_file f on f.tenant_id = d.tenant_id and f.id = d.case_id
        where d.tenant_id = (select app.tenant_id()) and d.case_id = ${caseId} and ${mayGoAlong}
          and d.id = any (${[...contents.documentIds]}::uuid[])) as documents`.execute(tx)
  return found(rows[0])
}
