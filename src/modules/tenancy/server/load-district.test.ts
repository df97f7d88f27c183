import { afterAll, describe, expect, test } from 'vitest'
import { openHouse, type TestTenant } from '../../../testing/house.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { District } from '../contract/district.ts'
import { checkDistrict, explainProblems } from './check-district.ts'
import { exportDistrict } from './export-district.ts'
import { loadDistrict } from './load-district.ts'
import { districtFile } from './testing/district-file.ts'
import { newTenant } from './testing/new-tenant.ts'

const house = await openHouse()
afterAll(() => house.close())
const today = '2026-11-21'

function read(yaml: string): District {
  const result = checkDistrict(yaml)
  if ('problems' in result) throw new Error(explainProblems(result.problems))
  return result.district
}

/** Independent of the order of fields; `role: member` and empty lists are what the schema fills in anyway. */
const plain = (district: District) => JSON.parse(JSON.stringify(district)) as unknown

const load = (tenant: TestTenant, district: District, overwrite = false) =>
  house.system(tenant, (tx) => loadDistrict(tx, district, { today, overwrite }))

describe.each(['coesfeld', 'warendorf', 'wesel'])('%s', (key) => {
  test('loads, says the same when exported, and changes nothing the second time', async () => {
    const tenant = await newTenant(house, key)
    const district = read(districtFile(key))
    expect((await load(tenant, district)).written).toBeGreaterThan(200)
    const text = await house.system(tenant, (tx) => exportDistrict(tx, today))
    expect(plain(read(text))).toEqual(plain(district))
    expect(await load(tenant, district)).toEqual({ written: 0, ended: 0, differing: 0 })
    expect(await load(tenant, read(text))).toEqual({ written: 0, ended: 0, differing: 0 })
  })
})

describe('loading again', () => {
  const label = (tx: Tx, key: string) =>
    tx
      .selectFrom('catalogue_entry')
      .select(['label', 'valid_to', 'version'])
      .where('kind', '=', 'entryRoute')
      .where('key', '=', key)
      .executeTakeFirstOrThrow()

  test('keeps what an administrator edited, unless told to overwrite', async () => {
    const tenant = await newTenant(house, 'edited')
    const district = read(districtFile('wesel'))
    await load(tenant, district)
    await house.system(tenant, (tx) =>
      tx
        .updateTable('catalogue_entry')
        .set({ label: 'Selbstmelderin', edited_at: '2026-11-20T10:00:00Z' })
        .where('kind', '=', 'entryRoute')
        .where('key', '=', 'self')
        .execute(),
    )
    expect(await load(tenant, district)).toMatchObject({ written: 0 })
    expect(await house.system(tenant, (tx) => label(tx, 'self'))).toMatchObject({ label: 'Selbstmelderin' })
    expect(await load(tenant, district, true)).toMatchObject({ written: 1 })
    expect(await house.system(tenant, (tx) => label(tx, 'self'))).toMatchObject({ label: 'selbst' })
  })

  test.each(['coesfeld', 'warendorf', 'wesel'])(
    'the file exported from %s after edits in the app says what stands there; loading it changes nothing',
    async (key) => {
      const tenant = await newTenant(house, `${key}-bearbeitet`)
      await load(tenant, read(districtFile(key)))
      await house.system(tenant, (tx) =>
        tx
          .updateTable('catalogue_entry')
          .set({ label: 'In der Anwendung geändert', edited_at: '2026-11-20T10:00:00Z' })
          .where('kind', '=', 'entryRoute')
          .where('key', '=', 'self')
          .execute(),
      )
      const text = await house.system(tenant, (tx) => exportDistrict(tx, today))
      expect(text).toContain('In der Anwendung geändert')
      expect(await load(tenant, read(text))).toEqual({ written: 0, ended: 0, differing: 0 })
      expect(await load(tenant, read(text), true)).toEqual({ written: 0, ended: 0, differing: 0 })
      expect(await house.system(tenant, (tx) => exportDistrict(tx, today))).toBe(text)
    },
  )

  test('ends what left the file and revives what came back', async () => {
    const tenant = await newTenant(house, 'ended')
    const district = read(districtFile('wesel'))
    await load(tenant, district)
    const routes = district.catalogues.entryRoutes
    const shorter = {
      ...district,
      catalogues: { ...district.catalogues, entryRoutes: { ...routes, entries: routes.entries.slice(1) } },
    }
    expect((await load(tenant, shorter)).ended).toBe(1)
    expect(await house.system(tenant, (tx) => label(tx, 'self'))).toMatchObject({ valid_to: today })
    await load(tenant, district)
    expect(await house.system(tenant, (tx) => label(tx, 'self'))).toMatchObject({ valid_to: null })
  })

  test('sites follow the region of their municipality', async () => {
    const tenant = await newTenant(house, 'regions')
    await load(tenant, read(districtFile('coesfeld')))
    const sites = await house.system(tenant, (tx) =>
      tx
        .selectFrom('site')
        .innerJoin('region', (join) =>
          join.onRef('region.tenant_id', '=', 'site.tenant_id').onRef('region.id', '=', 'site.region_id'),
        )
        .select(['site.key as site', 'region.key as region'])
        .orderBy('site.position')
        .execute(),
    )
    expect(sites).toEqual([
      { site: 'beratung-ascheberg', region: 'sued' },
      { site: 'beratung-coesfeld', region: 'nord' },
      { site: 'beratung-duelmen', region: 'mitte' },
    ])
  })

  test('writes one line to the audit log', async () => {
    const tenant = await newTenant(house, 'audited')
    await load(tenant, read(districtFile('wesel')))
    const events = await house.system(tenant, (tx) => tx.selectFrom('audit_event').select('action').execute())
    expect(events).toEqual([{ action: 'district.loaded' }])
  })
})
