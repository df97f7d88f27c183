import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { getCase } from '../../cases/server/index.ts'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentList, ConsentOptions, ConsentSummary, ConsentView } from '../contract/consents.ts'
import { periodOfMonths } from '../rules/periods.ts'
import { summarise, type SummaryFacts } from '../rules/state.ts'
import { wordingFaults } from '../rules/wording.ts'
import { teamWaitsFor } from '../rules/team-periods.ts'
import { casePersons } from './case-persons.ts'
import { readConsents } from './screens.ts'
import { readSettings } from './settings.ts'
import { teamReaders } from './team-access.ts'
import { wordingsOn, type WordingInForce } from './wording-in-force.ts'

/** The list of one object of a case, newest first. */
export async function listConsents(
  tx: Tx,
  kind: SharingKind,
  caseId: string,
  now: Temporal.Instant,
): Promise<ConsentList> {
  const today = dayOf(now)
  const file = await caseOf(tx, caseId)
  const rows = await readConsents(tx, kind, caseId, today)
  const team = kind === 'consent' ? rows.filter(namesTeam).map(periodOf) : []
  const waits = team.length > 0 ? teamWaitsFor(await casePersons(tx, caseId, today), team, today) : []
  await audit(tx, { action: `${kind}.listed`, objectKind: 'case', objectId: caseId, caseId })
  return {
    rows,
    teamReaders: team.length > 0 ? await teamReaders(tx, caseId) : [],
    teamWaitsFor: waits.map(({ id, name }) => ({ id, name })),
    can: file.closed_on === null && file.works ? ['write'] : [],
  }
}

/** "3 von 4 gültig" over both objects. */
export async function consentSummary(tx: Tx, caseId: string, now: Temporal.Instant): Promise<ConsentSummary> {
  await getCase(tx, caseId)
  const today = dayOf(now)
  const consents = await readConsents(tx, 'consent', caseId, today)
  const releases = await readConsents(tx, 'secrecyRelease', caseId, today)
  return summarise([...consents, ...releases].map(factsOf))
}

const factsOf = (one: ConsentView): SummaryFacts => ({
  kind: one.kind,
  personId: one.person.id,
  recipientKey:
    one.recipient.unitId ?? one.recipient.organisationId ?? one.recipient.label ?? one.recipient.kind,
  state: one.state,
  runsOut: one.runsOut,
})

/** What the form offers beside the closed lists. */
export async function consentOptions(tx: Tx, caseId: string, now: Temporal.Instant): Promise<ConsentOptions> {
  const today = dayOf(now)
  const file = await getCase(tx, caseId)
  const settings = await readSettings(tx)
  const persons = await casePersons(tx, caseId, today)
  const texts = await wordingsOn(tx, { language: 'de', day: today })
  const { rows } = await sql<Pick<ConsentOptions, 'organisations' | 'lifeDomains'>>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'units',
          (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label) order by u.position, u.key), '[]')
            from unit u where u.tenant_id = o.tenant_id and u.organisation_id = o.id and u.valid_to is null))
          order by o.position, o.key), '[]')
        from organisation o where o.tenant_id = (select app.tenant_id()) and o.valid_to is null) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label) order by e.position, e.key), '[]')
        from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'lifeDomain'
          and e.valid_to is null) as "lifeDomains"`.execute(tx)
  const period = periodOfMonths(today, settings.months)
  return {
    persons: persons.map(({ id, name, minor }) => ({ id, name, minor })),
    organisations: rows[0]!.organisations,
    lifeDomains: rows[0]!.lifeDomains,
    language: file.language,
    months: settings.months,
    monthsAreDefault: settings.monthsAreDefault,
    validFrom: period.from,
    validTo: period.to,
    oralAllowed: settings.oralAllowed,
    texts: {
      consent: stateOf(found(texts.consent)),
      secrecyRelease: stateOf(found(texts.secrecyRelease)),
    },
  }
}

const stateOf = ({ label, legallyChecked, sections }: WordingInForce) => ({
  label,
  checked: legallyChecked,
  missing: wordingFaults(sections),
})

/** Given, and open now or later. */
const namesTeam = (one: ConsentView): boolean =>
  one.recipient.kind === 'kimTeam' && (one.state === 'valid' || one.state === 'upcoming')

const periodOf = (one: ConsentView) => ({
  id: one.id,
  personId: one.person.id,
  from: one.validFrom,
  to: one.validTo,
})

/** The case and whether the acting person works it; 404 when it is hidden. */
async function caseOf(tx: Tx, caseId: string): Promise<{ closed_on: string | null; works: boolean }> {
  const { rows } = await sql<{ closed_on: string | null; works: boolean }>`
    select f.closed_on, exists (select from case_access a where a.tenant_id = (select app.tenant_id())
      and a.user_id = (select app.user_id()) and a.case_id = f.id and a.parts & 64 <> 0
      and a.valid_during @> now()) as works
    from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`.execute(tx)
  return found(rows[0])
}
