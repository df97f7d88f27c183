import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { publishedCsv } from '../../tenancy/server/index.ts'
import { rightsOf } from '../../staff/index.ts'
import type { AgreementExpectation } from '../../tenancy/index.ts'
import {
  agreementStateLabels,
  coverageLabels,
  expectationLabels,
  type AgreementState,
} from '../contract/codes.ts'
import type { AgreementRegister, AgreementView } from '../contract/agreements.ts'
import { agreementStateOn, coverageOf, type KnownAgreement } from '../rules/agreements.ts'

const tenant = sql`(select app.tenant_id())`

type Row = Omit<AgreementView, 'state' | 'reviewDue' | 'can'> & { readonly state: AgreementState }
interface RegisterRow {
  readonly types: (Omit<AgreementRegister['types'][number], 'expected' | 'missing'> & {
    expectedOf: AgreementExpectation[]
  })[]
  readonly agreements: Row[]
  readonly organisations: {
    id: string
    label: string
    sites: string[]
    flags: Record<AgreementExpectation, boolean>
  }[]
}

/** Made in the application. */
const own = sql`select jsonb_build_object('id', a.id, 'conceptKey', a.concept_key, 'type', a.type_key, 'typeLabel',
    coalesce(t.label, a.type_key), 'title', a.title, 'state', a.state, 'signedOn', a.signed_on, 'validFrom', a.valid_from,
    'validUntil', a.valid_until, 'reviewOn', a.review_on, 'contents', a.contents, 'obligations', a.obligations,
    'fileNumber', a.file_number, 'remark', a.remark, 'theme', (select jsonb_build_object('id', h.id, 'name', h.title) from theme h
      where h.tenant_id = a.tenant_id and h.id = a.theme_id), 'source', null, 'unknown', '[]'::jsonb, 'version', a.version,
    'parties', (select coalesce(jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'label', o.name,
        'signsAs', p.signs_as, 'signedOn', p.signed_on) order by o.position, o.key), '[]')
      from cooperation_agreement_party p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
      where p.tenant_id = a.tenant_id and p.agreement_id = a.id)) as one, a.title as title
  from cooperation_agreement a left join catalogue_entry t on t.tenant_id = a.tenant_id and t.kind = 'agreementType'
    and t.key = a.type_key where a.tenant_id = ${tenant}`

/** Of the concept, as long as nobody carries it on; what it leaves open is named. */
const ofConcept = sql`select jsonb_build_object('id', null, 'conceptKey', e.key, 'type', e.settings ->> 'concerns',
    'typeLabel', coalesce(t.label, e.settings ->> 'concerns'), 'title', e.label,
    'state', case when e.settings ->> 'state' in ('planned', 'dispatched', 'signed') then e.settings ->> 'state' else 'planned' end,
    'signedOn', nullif(e.settings ->> 'signedOn', 'unknown'), 'validFrom', null, 'validUntil', null, 'reviewOn', null,
    'contents', (select string_agg(c.one, E'\n' order by c.n)
      from jsonb_array_elements_text(e.settings -> 'contents') with ordinality c (one, n)),
    'obligations', null, 'theme', null, 'fileNumber', null, 'remark', e.remark, 'source', e.source, 'version', 0,
    'unknown', (select jsonb_agg(k.key order by k.n) from unnest(array['state', 'signedOn', 'validFrom', 'validUntil', 'reviewOn'])
      with ordinality k (key, n) where coalesce(nullif(e.settings ->> k.key, 'unknown'), '') = ''),
    'parties', (select coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'label', o.name, 'signsAs', null,
        'signedOn', null) order by o.position, o.key), '[]')
      from organisation o where o.tenant_id = e.tenant_id
        and o.key in (select jsonb_array_elements_text(e.settings -> 'parties')))) as one, e.label as title
  from catalogue_entry e left join catalogue_entry t on t.tenant_id = e.tenant_id and t.kind = 'agreementType'
    and t.key = e.settings ->> 'concerns'
  where e.tenant_id = ${tenant} and e.kind = 'cooperationAgreement' and e.valid_to is null
    and not exists (select from cooperation_agreement a where a.tenant_id = e.tenant_id and a.concept_key = e.key)`

const townIf = (what: ReturnType<typeof sql>) => sql`o.kind = 'municipality' and exists (${what})`
const sites = sql`from site s where s.tenant_id = o.tenant_id and s.municipality_id = o.municipality_id
  and s.kind = 'site' and s.state = 'active' and s.valid_to is null`

/** Types, agreements and who is expected to have one, in one statement. */
async function readRegisterRow(tx: Tx): Promise<RegisterRow> {
  const { rows } = await sql<RegisterRow>`
    select (select coalesce(jsonb_agg(jsonb_build_object('key', t.key, 'label', t.label, 'definition', t.definition,
          'source', t.source, 'isDefault', t.is_default, 'remark', t.remark, 'expectedOf',
          coalesce(t.settings -> 'expectedOf', '[]')) order by t.position, t.key), '[]')
        from catalogue_entry t where t.tenant_id = ${tenant} and t.kind = 'agreementType' and t.valid_to is null) as types,
      (select coalesce(jsonb_agg(x.one order by x.title, x.one ->> 'id'), '[]') from (${own} union all ${ofConcept}) x) as agreements,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.name,
          'sites', case when o.kind = 'municipality'
            then (select coalesce(jsonb_agg(s.label order by s.position), '[]') ${sites}) else '[]' end,
          'flags', jsonb_build_object(
            'caseManagerEmployers', o.employs_case_managers and o.kind <> 'kreis',
            'townsWithSite', ${townIf(sql`select ${sites}`)},
            'townsWithCoordination', ${townIf(sql`select from staff_position p where p.tenant_id = o.tenant_id
              and p.role = 'townCoordination' and p.employer_id = o.id and p.valid_to is null`)},
            'welfare', o.kind = 'welfare', 'towns', o.kind = 'municipality')) order by o.position, o.key), '[]')
        from organisation o where o.tenant_id = ${tenant} and o.valid_to is null) as organisations`.execute(
    tx,
  )
  return found(rows[0])
}

/** The register: what there is, and by type who has none (R031, R032, R167). */
export async function readRegister(tx: Tx, actor: Actor, today: string): Promise<AgreementRegister> {
  const row = await readRegisterRow(tx)
  const known = row.agreements.map((one): KnownAgreement => ({
    id: one.id ?? one.conceptKey!,
    type: one.type,
    state: one.state,
    validUntil: one.validUntil,
    parties: one.parties.map(({ organisationId }) => organisationId),
  }))
  const write = rightsOf(actor.roles).has('agreementRegister.write')
  const types = row.types.map(({ expectedOf, ...type }) => {
    const expected = row.organisations.flatMap(({ id, label, sites: at, flags }) => {
      const because = expectedOf.filter((key) => flags[key])
      if (because.length === 0) return []
      const { coverage, agreementId } = coverageOf(type.key, id, known, today)
      const title = row.agreements.find((one) => (one.id ?? one.conceptKey) === agreementId)?.title ?? null
      return [{ organisationId: id, label, because, sites: at, coverage, title }]
    })
    const missing = expected.filter(({ coverage }) => coverage === 'missing' || coverage === 'expired')
    return { ...type, expected, missing: missing.length }
  })
  return {
    types,
    agreements: row.agreements.map((one) => viewOf(one, write, today)),
    can: write ? ['write'] : [],
  }
}

function viewOf(row: Row, write: boolean, today: string): AgreementView {
  const until = [row.reviewOn, row.validUntil].filter((day) => day !== null).toSorted()[0]
  return {
    ...row,
    state: agreementStateOn(row, today),
    reviewDue: row.state !== 'ended' && until !== undefined && until <= today,
    can: write ? [row.id === null ? 'carryOn' : 'change'] : [],
  }
}

/** One that was made in the application; 404 when it is hidden. */
export async function readAgreement(tx: Tx, actor: Actor, id: string, today: string): Promise<AgreementView> {
  const { rows } = await sql<{ one: Row }>`${own} and a.id = ${id}`.execute(tx)
  return viewOf(found(rows[0]).one, rightsOf(actor.roles).has('agreementRegister.write'), today)
}

/** Type by type, missing ones included; audited, because it leaves the program. */
export async function registerAsCsv(tx: Tx, actor: Actor, today: string): Promise<Download> {
  const register = await readRegister(tx, actor, today)
  const expected = register.types.flatMap((type) =>
    type.expected.map((one) => [
      type.label,
      one.label,
      coverageLabels[one.coverage],
      one.title,
      [...one.because.map((key) => expectationLabels[key as AgreementExpectation]), ...one.sites].join(', '),
    ]),
  )
  const others = register.agreements.flatMap((agreement) =>
    agreement.parties
      .filter(
        (party) =>
          !register.types.some(
            (type) =>
              type.key === agreement.type &&
              type.expected.some((one) => one.organisationId === party.organisationId),
          ),
      )
      .map((party) => [
        agreement.typeLabel,
        party.label,
        agreement.state === 'expired' ? 'abgelaufen' : agreementStateLabels[agreement.state],
        agreement.title,
        null,
      ]),
  )
  const bytes = await publishedCsv(tx, {
    name: 'Kooperationsvereinbarungen',
    header: ['Art', 'Organisation', 'Stand', 'Vereinbarung', 'Erwartet, weil'],
    rows: [...expected, ...others],
  })
  const details = { rows: expected.length + others.length }
  await audit(tx, { action: 'agreementRegister.exported', objectKind: 'cooperationAgreement', details })
  return { name: `Kooperationsvereinbarungen-${today}.csv`, bytes }
}
