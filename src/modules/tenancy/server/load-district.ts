import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { District } from '../contract/district.ts'
import {
  catalogueRows,
  committeeRows,
  keysOf,
  organisationRows,
  placeRows,
  positionRows,
  settingRows,
  siteRows,
  type IdOf,
  type KeyedTable,
  type Row,
} from './district-rows.ts'
import { forgetDifferences, recordDifferences } from './differences.ts'
import { alignSites, endMissing, idsFor, replaceHours, replaceMembership, upsert } from './store.ts'

export interface LoadOptions {
  /** Also replaces what an administrator edited in the app. */
  readonly overwrite?: boolean
  /** ISO date; entries that left the file end on it. */
  readonly today: string
}

/** Rows written and rows ended; both 0 when the file was loaded before. */
export interface LoadResult {
  readonly written: number
  readonly ended: number
  /** Entries edited in the app about which the file says something else, and nobody has decided yet. */
  readonly differing: number
}

/**
 * Brings the tenant's configuration to what the file says. May be repeated: the second time nothing changes.
 * Runs as the tenant's system actor (`withSystem`); the tenant itself is created by the operator's command.
 */
export async function loadDistrict(
  tx: Tx,
  district: District,
  { overwrite = false, today }: LoadOptions,
): Promise<LoadResult> {
  const id = await idsOf(tx, district)
  const places = placeRows(district, id)
  const organisations = organisationRows(district, id)
  const sites = siteRows(district, id)
  const committees = committeeRows(district, id)
  // In the order of their references.
  const steps = [
    ['region', places.region],
    ['municipality', places.municipality],
    ['organisation', organisations.organisation],
    ['unit', organisations.unit],
    ['site', sites.site],
    ['staff_position', positionRows(district, id)],
    ['committee', committees.committee],
    ['committee_function', committees.seat],
    ['catalogue_entry', catalogueRows(district)],
    ['tenant_setting', settingRows(district)],
  ] as const
  let written = 0
  let ended = 0
  for (const [table, rows] of steps) {
    written += await upsert(tx, table, rows, overwrite)
    ended += await endMissing(tx, table, rows, today)
  }
  await replaceMembership(tx, places.membership, overwrite)
  await alignSites(tx, today)
  await replaceHours(tx, sites.hours, overwrite)
  if (overwrite) await forgetDifferences(tx)
  let differing = 0
  for (const [table, rows] of steps) {
    const entries = withParts(table, rows, { hours: sites.hours, memberships: places.membership })
    differing += overwrite ? 0 : await recordDifferences(tx, table, entries)
  }
  const details = { written, ended, differing, overwrite }
  await audit(tx, { action: 'district.loaded', objectKind: 'tenant', details })
  return { written, ended, differing }
}

/** Sites with their hours, municipalities with their memberships: they are compared, and taken, as one. */
function withParts(
  table: string,
  rows: readonly Row[],
  { hours, memberships }: { hours: readonly Row[]; memberships: readonly Row[] },
): readonly Row[] {
  const of = (parts: readonly Row[], column: string, id: unknown) => parts.filter((one) => one[column] === id)
  if (table === 'site') return rows.map((row) => ({ ...row, hours: of(hours, 'site_id', row['id']) }))
  if (table !== 'municipality') return rows
  return rows.map((row) => ({ ...row, memberships: of(memberships, 'municipality_id', row['id']) }))
}

async function idsOf(tx: Tx, district: District): Promise<IdOf> {
  const ids = new Map<KeyedTable, Map<string, string>>()
  for (const [table, keys] of Object.entries(keysOf(district)) as [KeyedTable, string[]][])
    ids.set(table, await idsFor(tx, table, keys))
  return (table, key) => (key === undefined ? null : (ids.get(table)!.get(key) ?? null))
}
