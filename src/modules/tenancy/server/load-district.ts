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
} from './district-rows.ts'
import { endMissing, idsFor, replaceHours, replaceMembership, upsert } from './store.ts'

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
  await replaceMembership(tx, places.membership)
  await replaceHours(tx, sites.hours, overwrite)
  await audit(tx, { action: 'district.loaded', objectKind: 'tenant', details: { written, ended, overwrite } })
  return { written, ended }
}

async function idsOf(tx: Tx, district: District): Promise<IdOf> {
  const ids = new Map<KeyedTable, Map<string, string>>()
  for (const [table, keys] of Object.entries(keysOf(district)) as [KeyedTable, string[]][])
    ids.set(table, await idsFor(tx, table, keys))
  return (table, key) => (key === undefined ? null : (ids.get(table)!.get(key) ?? null))
}
