import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { catalogueEndpoints } from '../contract/catalogue-entry.ts'
import { tenancyEndpoints } from '../contract/overview.ts'
import { settingEndpoints as endpoints, type SettingKey } from '../contract/setting.ts'
import { checkDistrict } from './check-district.ts'
import { loadDistrict } from './load-district.ts'
import { districtFile } from './testing/district-file.ts'

const house = await openHouse()
afterAll(() => house.close())
let administrator: TestUser
let caseManager: TestUser
let officer: TestUser
let stranger: TestUser
beforeAll(async () => {
  const checked = checkDistrict(districtFile('warendorf'))
  if ('problems' in checked) throw new Error('the file is faulty')
  await house.system(house.a, (tx) => loadDistrict(tx, checked.district, { today: '2026-11-21' }))
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  caseManager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  officer = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})

const list = async (user = administrator) => (await user.client.call(endpoints.list)).body.rows
const settingOf = async (key: SettingKey) => (await list()).find((row) => row.key === key)!
const change = (key: SettingKey, value: number | boolean, ifMatch: number, user = administrator) =>
  user.client.call(endpoints.change, { params: { key }, body: { value }, ifMatch })

describe('settings', () => {
  test('listed with source or reason for everyone of KIM, changeable for the administrator', async () => {
    const months = await settingOf('reassessmentMonths')
    expect(months).toMatchObject({ value: 6, isDefault: true, edited: false, can: ['change'] })
    expect(months.remark).not.toBeNull()
    expect((await list(caseManager)).every((row) => row.can.length === 0)).toBe(true)
    expect((await list(caseManager)).length).toBe((await list()).length)
  })

  test('changed or confirmed, it is no longer a default; the version guards it', async () => {
    const { version } = await settingOf('reassessmentMonths')
    const { status, body } = await change('reassessmentMonths', 6, version)
    expect(status).toBe(200)
    expect(body).toMatchObject({ value: 6, isDefault: false, edited: true, version: version + 1 })
    expect((await change('reassessmentMonths', 9, version)).status).toBe(412)
    expect((await change('reassessmentMonths', 9, version + 1)).body.value).toBe(9)
    const { body: forms } = await caseManager.client.call(catalogueEndpoints.list)
    expect(forms.settings['reassessmentMonths']).toBe(9)
  })

  test('asks for the password again when the sign-in is more than ten minutes ago', async () => {
    const { version } = await settingOf('suppressionThreshold')
    const session = async (minutes: number) =>
      house.owner.query(
        'update auth.session set reauthenticated_at = now() - make_interval(mins => $2) where token_hash = $1',
        [administrator.sessionHash, minutes],
      )
    await session(11)
    const refused = await change('suppressionThreshold', 7, version)
    expect(refused).toMatchObject({ status: 403, problem: { code: 'reauthenticationNeeded' } })
    expect((await settingOf('suppressionThreshold')).version).toBe(version)
    await session(9)
    expect((await change('suppressionThreshold', 7, version)).status).toBe(200)
  })

  test('within the bounds of the district file', async () => {
    const { version } = await settingOf('suppressionThreshold')
    for (const value of [1, 4.5, 31, true]) {
      const { status, problem } = await change('suppressionThreshold', value, version)
      expect({ status, path: problem.fields?.[0]?.path }, String(value)).toEqual({
        status: 400,
        path: 'value',
      })
    }
    const raw = await administrator.client.raw('PATCH', '/api/settings/naming', {
      body: { value: 1 },
      ifMatch: 1,
    })
    expect(raw.status).toBe(400)
  })

  test.each(['withoutStatusForPublicEmployers', 'departureAsClosureReason'] as const)(
    '%s waits for the opinion of the data protection officer',
    async (key) => {
      const { version } = await settingOf(key)
      expect((await change(key, true, version)).problem.code).toBe('settingNeedsOpinion')
      const protection = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
      const topic = key === 'departureAsClosureReason' ? 'closureByDeparture' : 'valueWithoutStatus'
      await protection.tx((tx) =>
        tx
          .insertInto('protection_opinion')
          .values({ id: newId(), topic, allows: true, reference: 'DSB 1', given_on: '2026-01-01' })
          .execute(),
      )
      expect((await change(key, true, version)).body.value).toBe(true)
    },
  )

  test('nobody without a session or the right, nothing of another tenant', async () => {
    expect((await house.anonymous.call(endpoints.list)).status).toBe(401)
    expect((await officer.client.call(endpoints.list)).status).toBe(403)
    expect(await list(stranger)).toEqual([])
    const call = { params: { key: 'aftercareMonths' as const }, body: { value: 3 }, ifMatch: 1 }
    expect((await house.anonymous.call(endpoints.change, call)).status).toBe(401)
    expect((await caseManager.client.call(endpoints.change, call)).status).toBe(403)
    expect((await stranger.client.call(endpoints.change, call)).status).toBe(404)
  })
})

test('a default of a list can be confirmed: it keeps its source or reason and loses the mark', async () => {
  const { body } = await administrator.client.call(catalogueEndpoints.list)
  const entry = body.catalogues['closureReason']!.find((one) => one.isDefault)!
  const confirmed = await administrator.client.call(catalogueEndpoints.change, {
    params: { id: entry.id },
    ifMatch: entry.version,
    body: { isDefault: false },
  })
  expect(confirmed.body).toMatchObject({
    isDefault: false,
    label: entry.label,
    remark: entry.remark,
    edited: true,
  })
})

test('the overview says where employers work, what lists rest on and which share of B2 is due', async () => {
  const { body } = await caseManager.client.call(tenancyEndpoints.overview)
  expect(
    body.organisations.filter((one) => one.employsCaseManagers).every((one) => one.employer !== null),
  ).toBe(true)
  expect(body.lists.find((one) => one.kind === 'closureReason')).toMatchObject({ default: true })
  expect(body.namings.find((one) => one.key === 'buildingBlock')).toMatchObject({ label: 'Baustein' })
  expect(body.assessmentScale?.steps).toHaveLength(5)
})
