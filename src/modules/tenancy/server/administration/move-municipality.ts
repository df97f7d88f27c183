import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { areaEndpoints, MunicipalityEntry } from '../../contract/administration/area.ts'
import { entryFaults, whyNotMovable } from '../../entry-rules.ts'
import { rememberFile } from '../differences.ts'
import { municipalityKind } from './entry-kinds.ts'
import { readEntry, readSkeleton } from './entry-screens.ts'
import { refuseFaults } from './save-entry.ts'

type Move = Body<typeof areaEndpoints.move>

/** From a day on the municipality belongs to another region, or to none; its sites follow (R002). */
export async function moveMunicipality(
  tx: Tx,
  id: string,
  move: Move,
  { version, today }: { version: number; today: string },
): Promise<MunicipalityEntry> {
  await sql`select from municipality m where m.tenant_id = (select app.tenant_id()) and m.id = ${id} for update`.execute(
    tx,
  )
  const before = await readEntry<MunicipalityEntry>(tx, municipalityKind, id)
  refuseStale(before.version, version, () => before)
  const current = before.memberships.find((one) => one.to === null)
  const fault = whyNotMovable(move, current, today)
  const faults = entryFaults(move, new Set(['regionId']), await readSkeleton(tx, today))
  refuseFaults([...faults, ...(fault ? [fault] : [])])
  await rememberFile(tx, 'municipality', id)
  await writeMembership(tx, id, move, current)
  await sql`update site s set region_id = ${move.regionId}::uuid, version = s.version + 1
    where s.tenant_id = (select app.tenant_id()) and s.municipality_id = ${id}
      and s.region_id is distinct from ${move.regionId}::uuid`.execute(tx)
  await sql`update municipality m set edited_at = now(), edited_by = app.user_id(), version = m.version + 1,
      provenance = m.provenance || jsonb_build_object('decided', ${today}::text)
    where m.tenant_id = (select app.tenant_id()) and m.id = ${id}`.execute(tx)
  await audit(tx, {
    action: 'municipality.moved',
    objectKind: 'municipality',
    objectId: id,
    details: { fields: ['region'] },
  })
  return readEntry<MunicipalityEntry>(tx, municipalityKind, id)
}

/** The present membership ends on the day; one that began on it names the new region instead. */
async function writeMembership(
  tx: Tx,
  id: string,
  { regionId, from }: Move,
  current: MunicipalityEntry['memberships'][number] | undefined,
): Promise<void> {
  const open = sql`tenant_id = (select app.tenant_id()) and municipality_id = ${id} and upper_inf(valid_during)`
  if (current?.from === from) {
    await sql`update region_municipality set region_id = ${regionId} where ${open}`.execute(tx)
    return
  }
  await sql`update region_municipality set valid_during = daterange(lower(valid_during), ${from}::date) where ${open}`.execute(
    tx,
  )
  if (regionId === null) return
  await sql`insert into region_municipality (id, region_id, municipality_id, valid_during)
    values (${newId()}, ${regionId}, ${id}, daterange(${from}::date, null))`.execute(tx)
}
