import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { openHouse, type TestTenant, type TestUser } from '../../../../testing/house.ts'
import { areaEndpoints } from '../../contract/administration/area.ts'
import { configurationEndpoints } from '../../contract/administration/configuration.ts'
import { differenceEndpoints } from '../../contract/administration/differences.ts'
import {
  organisationEntries,
  positionEntries,
  regionEntries,
  siteEntries,
  unitEntries,
} from '../../contract/administration/entries.ts'
import { statementEndpoints } from '../../contract/administration/statements.ts'
import { catalogueEndpoints } from '../../contract/catalogue-entry.ts'
import type { District } from '../../contract/district.ts'
import { tenancyEndpoints } from '../../contract/overview.ts'
import { settingEndpoints } from '../../contract/setting.ts'
import { checkDistrict, explainProblems } from '../check-district.ts'
import { exportDistrict } from '../export-district.ts'
import { loadDistrict } from '../load-district.ts'
import { districtFile } from '../testing/district-file.ts'
import { newTenant } from '../testing/new-tenant.ts'

const house = await openHouse()
afterAll(() => house.close())
const today = berlinDay(Temporal.Now.instant())
let administrator: TestUser
let caseManager: TestUser
let stranger: TestUser

function read(yaml: string): District {
  const result = checkDistrict(yaml)
  if ('problems' in result) throw new Error(explainProblems(result.problems))
  return result.district
}
const load = (tenant: TestTenant, district: District) =>
  house.system(tenant, (tx) => loadDistrict(tx, district, { today }))
const exported = (tenant: TestTenant) => house.system(tenant, (tx) => exportDistrict(tx, today))
const district = read(districtFile('coesfeld'))
beforeAll(async () => {
  // Nothing of the furnished house: what is exported must be what was loaded.
  const tenant = await newTenant(house, 'verwaltet')
  await load(tenant, district)
  const { id: kreis } = await house.system(tenant, (tx) =>
    tx.selectFrom('organisation').select('id').where('kind', '=', 'kreis').executeTakeFirstOrThrow(),
  )
  administrator = await house.user({ ...tenant, kreis }, { roles: [{ role: 'administrator' }] })
  caseManager = await house.user({ ...tenant, kreis }, { roles: [{ role: 'caseManager' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})
const configuration = async () => (await administrator.client.call(configurationEndpoints.read)).body

describe('statements', () => {
  const naming = (body: object, ifMatch: number, user = administrator) =>
    user.client.call(statementEndpoints.naming, { body, ifMatch })

  test('a word changed is the Kreis’s own, the others keep what the concept says', async () => {
    const before = (await configuration()).naming!
    const { status, body } = await naming({ region: 'Sozialraum' }, before.version)
    expect(status).toBe(200)
    expect(body.region).toMatchObject({ label: 'Sozialraum', isDefault: false, decided: today })
    expect(body.coordinator).toEqual(before.coordinator)
    expect(body).toMatchObject({ editedBy: 'Kim Muster', version: before.version + 1 })
    const block = body.buildingBlock.label === 'Modul' ? 'Baustein' : 'Modul'
    await naming({ buildingBlock: block }, before.version + 1)
    const { body: forms } = await caseManager.client.call(catalogueEndpoints.list)
    expect(forms.settings['naming']).toBe(block)
  })

  test('note, logos and scale change; the numbers of the scale stay', async () => {
    const { publication, scale } = await configuration()
    const note = await administrator.client.call(statementEndpoints.publication, {
      body: { funderNote: 'Gefördert vom Land', logos: ['Land', 'Kreis'] },
      ifMatch: publication!.version,
    })
    expect(note.body).toMatchObject({
      funderNote: 'Gefördert vom Land',
      logos: ['Land', 'Kreis'],
      isDefault: false,
    })
    const steps = scale!.steps.map((step) => ({ ...step, clientView: `${step.clientView}!` }))
    const words = await administrator.client.call(statementEndpoints.scale, {
      body: { steps },
      ifMatch: scale!.version,
    })
    expect(words.body.steps).toEqual(steps)
    const fewer = { steps: steps.slice(1) }
    const refused = await administrator.client.call(statementEndpoints.scale, {
      body: fewer,
      ifMatch: scale!.version + 1,
    })
    expect([refused.status, refused.problem.fields]).toMatchObject([
      400,
      [{ path: 'steps', code: 'valuesDiffer' }],
    ])
  })

  test.each(['naming', 'publication', 'scale'] as const)(
    '%s: session, right, tenant, version, form',
    async (key) => {
      const endpoint = statementEndpoints[key]
      const send = (user: TestUser | undefined, body: object, ifMatch: number | undefined) =>
        (user?.client ?? house.anonymous).raw('PATCH', endpoint.path, {
          body,
          ...(ifMatch ? { ifMatch } : {}),
        })
      expect((await send(undefined, {}, 1)).status).toBe(401)
      expect((await send(caseManager, {}, 1)).status).toBe(403)
      expect((await send(stranger, {}, 1)).status).toBe(404)
      expect((await send(administrator, {}, undefined)).status).toBe(428)
      expect((await send(administrator, {}, 99)).status).toBe(412)
      const wrong = await send(administrator, { region: '', funderNote: '', steps: 'alle', value: 1 }, 1)
      expect(wrong.status).toBe(400)
      expect(wrong.problem.fields!.length).toBeGreaterThan(2)
    },
  )
})

describe('target groups by municipality (R041)', () => {
  const group = async () =>
    (await administrator.client.call(catalogueEndpoints.list)).body.catalogues['targetGroup']!.find(
      (one) => one.validTo === null,
    )!
  const wish = {
    label: 'Familien im Süden',
    definition: null,
    municipalities: ['05558004'],
    validFrom: today,
  }

  test('a new version holds from a day on, the one before ends then and keeps its words', async () => {
    const before = await group()
    const call = (user: TestUser, body = wish, ifMatch = before.version) =>
      user.client.call(areaEndpoints.targetGroupVersion, { params: { id: before.id }, body, ifMatch })
    expect((await call(caseManager)).status).toBe(403)
    expect((await call(stranger)).status).toBe(404)
    expect((await call(administrator, wish, before.version + 1)).status).toBe(412)
    const wrong = { ...wish, label: '', municipalities: [] as string[], validFrom: 'bald' }
    expect((await call(administrator, wrong)).problem.fields).toHaveLength(3)
    expect(
      (await call(administrator, { ...wish, municipalities: ['05170044'] })).problem.fields,
    ).toMatchObject([{ path: 'settings.municipalities' }])
    const { status, body } = await call(administrator)
    expect([status, body]).toMatchObject([
      201,
      {
        label: 'Familien im Süden',
        settings: { municipalities: ['05558004'] },
        validFrom: today,
        isDefault: false,
      },
    ])
    const { body: all } = await administrator.client.call(catalogueEndpoints.list)
    expect(all.catalogues['targetGroup']!.find((one) => one.id === before.id)).toMatchObject({
      label: before.label,
      validTo: today,
    })
    expect((await call(administrator, wish, before.version + 1)).problem.code).toBe('targetGroupEnded')
    expect(
      (
        await house.anonymous.call(areaEndpoints.targetGroupVersion, {
          params: { id: newId() },
          body: wish,
          ifMatch: 1,
        })
      ).status,
    ).toBe(401)
  })
})

const held = { validFrom: null, validTo: null, remark: null }

/** One edit of every kind, as the pages send them. */
async function editEverything(): Promise<void> {
  const { organisations, units, sites, positions, regions, municipalities } = await configuration()
  const { client } = administrator
  const ok = (answer: { status: number; problem: unknown }) => {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.problem))
  }
  const kreis = organisations.find((one) => one.kind === 'kreis')!
  const own = {
    name: 'Treff e. V.',
    kind: 'welfare' as const,
    municipalityId: municipalities[0]!.id,
    publicEmployer: false,
  }
  const made = await client.call(organisationEntries.add, {
    body: {
      ...own,
      churchLaw: true,
      placeholder: false,
      serves: [municipalities[0]!.ags],
      ...held,
      remark: 'Vertrag',
    },
  })
  ok(made)
  const change = {
    params: { id: kreis.id },
    ifMatch: kreis.version,
    body: { churchLaw: false, remark: 'geprüft' },
  }
  ok(await client.call(organisationEntries.change, change))
  const unit = {
    organisationId: made.body.id,
    label: 'Team',
    kind: 'department' as const,
    mark: 'T 1',
    buildingBlocks: ['B2' as const],
  }
  const team = await client.call(unitEntries.add, {
    body: { ...unit, parentId: null, municipalityId: null, ...held },
  })
  ok(team)
  const office = units[0]!
  ok(
    await client.call(unitEntries.change, {
      params: { id: office.id },
      ifMatch: office.version,
      body: { mark: 'Abt. 99' },
    }),
  )
  const place = {
    organisationId: made.body.id,
    unitId: team.body.id,
    municipalityId: municipalities[0]!.id,
    regionId: null,
  }
  const hours = [{ weekday: 'mi' as const, from: '09:00', to: '12:00', remark: null }]
  ok(
    await client.call(siteEntries.add, {
      body: { label: 'Treff', kind: 'site', state: 'building', ...place, since: '2026-11', hours, ...held },
    }),
  )
  const first = sites[0]!
  ok(
    await client.call(siteEntries.change, {
      params: { id: first.id },
      ifMatch: first.version,
      body: { hours },
    }),
  )
  const line = positions[0]!
  ok(
    await client.call(positionEntries.change, {
      params: { id: line.id },
      ifMatch: line.version,
      body: {
        fte: 0.75,
        count: 1,
        staffing: 'vacant',
        outsideServices: true,
        outsideEvidence: 'Az. 4',
        validTo: '2027-12-31',
      },
    }),
  )
  ok(
    await client.call(regionEntries.change, {
      params: { id: regions[0]!.id },
      ifMatch: regions[0]!.version,
      body: { label: 'Nordwest' },
    }),
  )
  const town = municipalities.find((one) => one.memberships.at(-1)?.regionId === regions[0]!.id)!
  ok(
    await client.call(areaEndpoints.move, {
      params: { id: town.id },
      ifMatch: town.version,
      body: { regionId: regions[1]!.id, from: today },
    }),
  )
  const population = { count: 4711, asOf: '2025-12-31' }
  const profile = { population, integrationCouncil: true }
  ok(
    await client.call(areaEndpoints.municipality, {
      params: { id: town.id },
      ifMatch: town.version + 1,
      body: profile,
    }),
  )
  const { rows } = (await client.call(settingEndpoints.list)).body
  const months = rows.find((row) => row.key === 'reassessmentMonths')!
  ok(
    await client.call(settingEndpoints.change, {
      params: { key: 'reassessmentMonths' },
      body: { value: 9 },
      ifMatch: months.version,
    }),
  )
  const { catalogues } = (await client.call(catalogueEndpoints.list)).body
  const route = catalogues['entryRoute']![0]!
  ok(
    await client.call(catalogueEndpoints.change, {
      params: { id: route.id },
      ifMatch: route.version,
      body: { label: 'kam selbst', validTo: '2028-01-01' },
    }),
  )
  ok(await client.call(catalogueEndpoints.create, { body: { kind: 'entryRoute', label: 'Bücherei' } }))
}

describe('the file and the app', () => {
  test('every edit is in the exported file; a fresh tenant loaded from it exports the same, decisions included', async () => {
    await editEverything()
    const text = await exported(administrator.tenant)
    for (const said of [
      'Treff e. V.',
      'Abt. 99',
      'Nordwest',
      'kam selbst',
      'Bücherei',
      'Sozialraum',
      '4711',
      'Az. 4',
    ])
      expect(text).toContain(said)
    const file = read(text)
    expect(file.regions.some((region) => (region.memberships ?? []).length > 0)).toBe(true)
    expect(file.settings.reassessmentMonths).toMatchObject({ value: 9, decided: today })
    expect(file.settings.reassessmentMonths.default).toBeUndefined()
    const fresh = await newTenant(house, 'frisch')
    await load(fresh, file)
    expect(await exported(fresh)).toBe(text)
    expect(await load(fresh, file)).toEqual({ written: 0, ended: 0, differing: 0 })
    const { body } = await administrator.client.call(tenancyEndpoints.districtFile)
    expect(body).toBeUndefined()
  })

  test('loading the old file again overwrites nothing; what it says anew waits for a decision per entry', async () => {
    const text = await exported(administrator.tenant)
    expect((await load(administrator.tenant, district)).differing).toBe(0)
    expect(await exported(administrator.tenant)).toBe(text)
    const changed = structuredClone(district)
    changed.sites[0]!.label = 'Neu in der Datei'
    changed.sites[0]!.hours = [{ weekday: 'fr', from: '08:00', to: '09:00' }]
    changed.settings.reassessmentMonths.value = 12
    expect((await load(administrator.tenant, changed)).differing).toBe(2)
    expect(await exported(administrator.tenant)).toBe(text)
    const list = async (user = administrator) => (await user.client.call(differenceEndpoints.list)).body.rows
    const open = (await list()).filter((row) => row.state === 'open')
    expect(open.map((row) => [row.table, row.fields.map(({ field }) => field)])).toEqual([
      ['site', ['hours', 'label']],
      ['tenant_setting', ['value']],
    ])
    expect(open[1]!.fields).toEqual([{ field: 'value', here: '9', file: '12' }])
    const decide = (row: { id: string; version: number }, take: 'here' | 'file', user = administrator) =>
      user.client.call(differenceEndpoints.decide, {
        params: { id: row.id },
        ifMatch: row.version,
        body: { take },
      })
    expect((await decide(open[0]!, 'file', caseManager)).status).toBe(403)
    expect((await decide(open[0]!, 'file', stranger)).status).toBe(404)
    expect((await decide({ ...open[0]!, version: 44 }, 'file')).status).toBe(412)
    expect(
      (
        await administrator.client.raw('POST', `/api/district-differences/${open[0]!.id}/decision`, {
          body: { take: 'all' },
          ifMatch: 1,
        })
      ).status,
    ).toBe(400)
    expect((await decide(open[0]!, 'file')).status).toBe(204)
    expect((await decide(open[1]!, 'here')).status).toBe(204)
    expect((await configuration()).sites[0]).toMatchObject({
      label: 'Neu in der Datei',
      editedAt: null,
      hours: [{ weekday: 'fr' }],
    })
    expect((await list()).filter((row) => row.state === 'open')).toEqual([])
    expect((await load(administrator.tenant, changed)).differing).toBe(0)
    expect((await house.anonymous.call(differenceEndpoints.list)).status).toBe(401)
    expect((await caseManager.client.call(differenceEndpoints.list)).status).toBe(403)
    expect(await list(stranger)).toEqual([])
  })

  test('the history tells what was changed in which fields, newest first, by pages, and never by whom', async () => {
    const page = async (query: object = {}, user = administrator) =>
      user.client.call(differenceEndpoints.changes, { query })
    const { body } = await page({ limit: 5 })
    expect(body.rows).toHaveLength(5)
    expect(JSON.stringify(body)).not.toContain('Muster')
    const next = await page({ limit: 5, after: body.next })
    expect(next.body.rows.map(({ id }) => id)).not.toEqual(body.rows.map(({ id }) => id))
    const { body: sites } = await page({ kind: 'site' })
    expect(sites.rows.every(({ action }) => action.startsWith('site.'))).toBe(true)
    expect(sites.rows).toContainEqual(expect.objectContaining({ action: 'site.changed', fields: ['hours'] }))
    expect((await page({ kind: 'case' })).status).toBe(400)
    expect((await page({}, caseManager)).status).toBe(403)
    expect((await page({}, stranger)).body.rows).toEqual([])
    expect((await house.anonymous.call(differenceEndpoints.changes)).status).toBe(401)
  })
})
