import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, berlinDay, germanDate } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { closePdf } from '../../../../platform/server/documents/index.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { exportGrantEndpoints } from '../../contract/export-grants.ts'
import { rightsReportEndpoints } from '../../contract/rights-reports.ts'
import { userEndpoints } from '../../contract/users.ts'

const house = await openHouse()
const today = berlinDay(Temporal.Now.instant())
const people = {} as Record<'administrator' | 'lead' | 'dpo' | 'manager' | 'overseer' | 'foreign', TestUser>
beforeAll(async () => {
  const user = (
    role: 'administrator' | 'kimLead' | 'dataProtectionOfficer' | 'coordinator',
    familyName: string,
  ) => house.user(house.a, { roles: [{ role }], familyName })
  people.administrator = await user('administrator', 'Anders')
  people.lead = await user('kimLead', 'Behrens')
  people.dpo = await user('dataProtectionOfficer', 'Clausen')
  people.overseer = await user('coordinator', 'Dierks')
  people.manager = await house.user(house.a, { familyName: 'Zander' })
  people.foreign = await house.user(house.b, { roles: [{ role: 'administrator' }] })
  const params = { id: people.manager.id }
  const role = { role: 'caseManager', scopeKind: 'site', scopeId: house.a.site } as const
  await people.administrator.client.call(userEndpoints.giveRole, { params, body: role })
  const body = { reason: 'Verwendungsnachweis', lastDay: addDays(today, 30) }
  await people.administrator.client.call(exportGrantEndpoints.give, { params, body })
  await arrange.oversight(house, people.overseer, people.manager)
  const deputy = await house.user(house.a, { roles: [{ role: 'caseManager' }], familyName: 'Ewald' })
  await arrange.deputy(people.manager, deputy)
})
afterAll(async () => {
  closePdf()
  await house.close()
})

const pdf = (by: TestUser, id = people.manager.id) =>
  by.client.call(rightsReportEndpoints.pdf, { params: { id } })

test('GET /api/rights-reports: everybody with roles now and the right to take lists out, by name, in pages', async () => {
  for (const who of ['administrator', 'lead', 'dpo'] as const) {
    const { status, body } = await people[who].client.call(rightsReportEndpoints.list)
    expect(status).toBe(200)
    expect(body.rows.map(({ familyName }) => familyName)).toEqual([
      'Anders',
      'Behrens',
      'Clausen',
      'Dierks',
      'Ewald',
      'Zander',
    ])
    expect(body.rows.at(-1)).toMatchObject({
      roles: ['caseManager'],
      exportUntil: expect.any(String) as string,
    })
  }
  const first = await people.dpo.client.call(rightsReportEndpoints.list, { query: { limit: 4 } })
  const rest = await people.dpo.client.call(rightsReportEndpoints.list, {
    query: { after: first.body.next! },
  })
  expect(rest.body.rows.map(({ familyName }) => familyName)).toEqual(['Ewald', 'Zander'])
})

test('GET /api/rights-reports: 401, 403, 400; another tenant sees its own', async () => {
  expect((await house.anonymous.call(rightsReportEndpoints.list)).status).toBe(401)
  expect((await people.overseer.client.call(rightsReportEndpoints.list)).status).toBe(403)
  expect((await people.dpo.client.call(rightsReportEndpoints.list, { query: { after: 'x' } })).status).toBe(
    400,
  )
  const { body } = await people.foreign.client.call(rightsReportEndpoints.list)
  expect(body.rows.map(({ id }) => id)).toEqual([people.foreign.id])
})

test('GET /api/users/:id/rights-report: 401, 403, 400, 404 in another tenant', async () => {
  const path = rightsReportEndpoints.pdf.path.replace(':id', people.manager.id)
  expect((await house.anonymous.raw('GET', path)).status).toBe(401)
  expect((await pdf(people.overseer)).status).toBe(403)
  expect((await pdf(people.administrator, 'x')).status).toBe(400)
  expect((await pdf(people.foreign)).status).toBe(404)
  expect((await pdf(people.administrator, newId())).status).toBe(404)
})

test('GET /api/users/:id/rights-report: works, is PDF/UA, names no person in the file name, is audited', async () => {
  const { status, bytes, headers } = await pdf(people.lead)
  expect(status).toBe(200)
  expect(headers['content-disposition']).not.toContain('Zander')
  const raw = bytes.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('utf8')
    } catch {
      return ''
    }
  })
  const text = [raw, ...streams].join('\n')
  expect(text).toMatch(/pdfuaid:part>1</)
  for (const tag of ['H1', 'TH', 'TD']) expect(text).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
  const audited = await house.system(house.a, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['actor_id', 'object_id'])
      .where('action', '=', 'rightsReport.printed')
      .execute(),
  )
  expect(audited).toContainEqual({ actor_id: people.lead.id, object_id: people.manager.id })
})

test.runIf(existsSync('/usr/bin/pdftotext'))('the report says what, since when, by whom', async () => {
  const { bytes } = await pdf(people.dpo)
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes })
    .toString('utf8')
    .replaceAll(/\s+/g, ' ')
  expect(text).toContain('Rechtebericht: Kim Zander')
  expect(text).toContain('Standort: Kreishaus')
  expect(text).toContain('Kim Anders')
  expect(text).toContain('Verwendungsnachweis')
  expect(text).toContain(germanDate(addDays(today, 30)))
  expect(text).toContain('Kim Dierks')
  expect(text).toContain('Kim Ewald')
  for (const change of ['Aufgabe gegeben', 'Ausgabe von Listen erlaubt']) expect(text).toContain(change)
})
