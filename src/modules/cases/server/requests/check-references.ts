import { sql } from 'kysely'
import { officeDay } from '../../../../platform/server/clock.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal, type FieldProblem } from '../../../../platform/server/http/refusal.ts'
import { requestDays } from '../../rules/requests.ts'

/** What a request refers to; undefined or null is not checked. */
export interface References {
  readonly siteId?: string | null | undefined
  /** The site the request is at: another one of the same employer only. */
  readonly siteNow?: string | undefined
  readonly municipalityId?: string | null | undefined
  readonly organisationId?: string | null | undefined
  readonly entryRoute?: string | null | undefined
  readonly language?: string | null | undefined
  readonly lifeDomains?: readonly string[] | undefined
  /**
   * Nobody can be found by it: then the topics health, religion and migration are a count, not data about a person.
   * Otherwise they stay locked until the intake has recorded their legal basis.
   */
  readonly nameless?: boolean
}

interface Row {
  site: boolean
  same_employer: boolean
  municipality: boolean
  organisation: boolean
  entry_route: boolean
  language: boolean
  unknown_domains: string[]
  locked_domains: boolean
  callback_days: number | null
  retention_days: number | null
}

/** The district's periods, defaults of the program where it says nothing. */
export interface Periods {
  readonly callbackNumberDays: number
  readonly requestWithoutCase: number
}

const unknown = {
  code: 'unknownKey',
  message: 'Diesen Wert gibt es in Ihrem Kreis nicht (mehr). Bitte wählen Sie neu.',
}
const lockedDomain = {
  code: 'domainLocked',
  message:
    'Gesundheit, Religion und Migration werden zu einem Namen erst bei der Aufnahme erfasst, wenn die Rechtsgrundlage feststeht.',
}
const foreignSite = {
  code: 'siteNotYours',
  message: 'An diesem Standort arbeiten Sie nicht. Bitte wählen Sie einen Ihrer Standorte.',
}
const otherEmployer = {
  code: 'otherEmployer',
  message:
    'Dieser Standort gehört zu einem anderen Träger. Bitte geben Sie die Anfrage mit „An anderen Standort geben“ weiter.',
}

/**
 * Checks everything the request refers to in one statement and reports all wrong fields at once; answers the
 * district's periods from the same statement. `prefix` is where the fields of an outcome stand in the body.
 */
export async function checkReferences(tx: Tx, refs: References, prefix = ''): Promise<Periods> {
  const domains = [...(refs.lifeDomains ?? [])]
  const { rows } = await sql<Row>`
    with entry as (select kind, key, settings from catalogue_entry where tenant_id = (select app.tenant_id())
      and kind in ('entryRoute', 'language', 'lifeDomain') and (valid_to is null or valid_to > ${officeDay}))
    select
      ${refs.siteId ?? null}::uuid is null or exists (select from site_access a where a.tenant_id = (select app.tenant_id())
        and a.user_id = (select app.user_id()) and a.site_id = ${refs.siteId ?? null}::uuid and a.valid_during @> now()) as site,
      ${refs.siteId ?? null}::uuid is null or ${refs.siteNow ?? null}::uuid is null or exists (select from site a
        join site b on b.tenant_id = a.tenant_id and b.organisation_id = a.organisation_id
        where a.tenant_id = (select app.tenant_id()) and a.id = ${refs.siteNow ?? null}::uuid
          and b.id = ${refs.siteId ?? null}::uuid) as same_employer,
      ${refs.municipalityId ?? null}::uuid is null or exists (select from municipality m
        where m.tenant_id = (select app.tenant_id()) and m.id = ${refs.municipalityId ?? null}::uuid) as municipality,
      ${refs.organisationId ?? null}::uuid is null or exists (select from organisation o
        where o.tenant_id = (select app.tenant_id()) and o.id = ${refs.organisationId ?? null}::uuid) as organisation,
      ${refs.entryRoute ?? null}::text is null
        or exists (select from entry where kind = 'entryRoute' and key = ${refs.entryRoute ?? null}::text) as entry_route,
      ${refs.language ?? null}::text is null
        or exists (select from entry where kind = 'language' and key = ${refs.language ?? null}::text) as language,
      array(select d from unnest(${domains}::text[]) d
        where not exists (select from entry where kind = 'lifeDomain' and key = d)) as unknown_domains,
      exists (select from entry where kind = 'lifeDomain' and key = any (${domains}::text[])
        and settings @> '{"locked": true}') as locked_domains,
      (select (s.value #>> '{}')::int from tenant_setting s
        where s.tenant_id = (select app.tenant_id()) and s.key = 'callbackNumberDays') as callback_days,
      (select (c.settings ->> 'days')::int from catalogue_entry c where c.tenant_id = (select app.tenant_id())
        and c.kind = 'retentionClass' and c.key = 'requestWithoutCase') as retention_days`.execute(tx)
  const row = rows[0]!
  const wrong = wrongFields(row, prefix, refs.nameless ?? false)
  if (wrong.length > 0) throw new Refusal('invalid', 'invalidInput', { fields: wrong })
  return {
    callbackNumberDays: row.callback_days ?? requestDays.callbackNumberDays.value,
    requestWithoutCase: row.retention_days ?? requestDays.requestWithoutCase.value,
  }
}

function wrongFields(row: Row, prefix: string, nameless: boolean): FieldProblem[] {
  const locked = row.locked_domains && !nameless
  return [
    ...(row.site ? [] : [{ path: 'siteId', ...foreignSite }]),
    ...(row.site && !row.same_employer ? [{ path: 'siteId', ...otherEmployer }] : []),
    ...(row.municipality ? [] : [{ path: 'municipalityId', ...unknown }]),
    ...(row.organisation ? [] : [{ path: `${prefix}organisationId`, ...unknown }]),
    ...(row.entry_route ? [] : [{ path: 'entryRoute', ...unknown }]),
    ...(row.language ? [] : [{ path: 'language', ...unknown }]),
    ...(row.unknown_domains.length === 0 ? [] : [{ path: 'lifeDomains', ...unknown }]),
    ...(locked ? [{ path: 'lifeDomains', ...lockedDomain }] : []),
  ]
}
