import { afterAll, describe, expect, test } from 'vitest'
import { openHouse, type TestTenant } from '../../../testing/house.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { District } from '../contract/district.ts'
import { checkDistrict, explainProblems } from './check-district.ts'
import { exportDistrict } from './export-district.ts'
import { loadDistrict } from './load-district.ts'
import { committeesOfConcepts } from './testing/committees-of-concepts.ts'
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
    await expectCommittees(tenant, key)
  })
})

interface Function {
  label: string
  role: string
  count: number | null
  alternatives: { value: unknown }[]
}
interface Committee {
  name: string
  authority: string | null
  intervalDays: number | null
  managingOffice: string | null
  convenedOn: string | null
  earlierSessions: string[]
  functions: Function[]
}

/** The committees of the district as the office reads them, against what its concept tells (R120 to R125c). */
async function expectCommittees(tenant: TestTenant, key: string): Promise<void> {
  const organisation = await house.system(tenant, (tx) =>
    tx.selectFrom('organisation').select('id').limit(1).executeTakeFirstOrThrow(),
  )
  const office = { organisation: organisation.id, roles: [{ role: 'administration' as const }] }
  const { client } = await house.user(tenant, office)
  const { rows } = (await client.raw('GET', '/api/committees')).body as {
    rows: { id: string; name: string }[]
  }
  for (const told of committeesOfConcepts[key]!) {
    const { id } = rows.find(({ name }) => told.name.test(name)) ?? { id: undefined }
    expect(id, `${key}: ${told.name}`).toBeDefined()
    const found = (await client.raw('GET', `/api/committees/${id}`)).body as Committee
    const of = (role: string) => found.functions.filter((one) => one.role === role).map(({ label }) => label)
    const named = (label: RegExp) => found.functions.find((one) => label.test(one.label))
    expect(found.intervalDays, found.name).toBe(told.every ?? null)
    if (told.authority) expect(found.authority, found.name).toBe(told.authority)
    for (const role of ['chair', 'deputyChair', 'moderation'] as const)
      expect(of(role), `${found.name}: ${role}`).toEqual(
        told[role] ? [expect.stringMatching(told[role])] : [],
      )
    if (told.managingOffice) expect(found.managingOffice).toMatch(told.managingOffice)
    if (told.members) {
      const chairs = of('chair').length + of('deputyChair').length
      expect(of('member'), found.name).toHaveLength(told.members.length)
      expect(told.members.filter((one) => !of('member').some((label) => one.test(label)))).toEqual([])
      expect(chairs, found.name).toBe([told.chair, told.deputyChair].filter(Boolean).length)
    }
    for (const [label, count] of told.seats ?? []) expect(named(label)?.count, `${label}`).toBe(count)
    for (const guest of told.guests ?? []) expect(named(guest)?.role, `${guest}`).toBe('guest')
    for (const [label, value] of told.otherwise ?? [])
      expect(named(label)?.alternatives.map((one) => one.value)).toContain(value)
    if (told.convenedOn) expect(found.convenedOn).toBe(told.convenedOn)
    if (told.sessions) expect(found.earlierSessions).toEqual(told.sessions)
  }
}

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
