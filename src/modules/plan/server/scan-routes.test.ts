import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aDocument } from '../../../testing/a-document.ts'
import { aDraftAgreement, aGoal, aSignedAgreement } from '../../../testing/a-plan.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { documentEndpoints } from '../../documents/index.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreement.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser, colleague: TestUser, administration: TestUser, stranger: TestUser
let file: TestCase
let agreement: AgreementView
beforeAll(async () => {
  const asManager = { roles: [{ role: 'caseManager' }] } as const
  manager = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  stranger = await house.user(house.b, asManager)
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  file = await aCase({ responsible: manager })
  await aGoal(manager, file.id)
  agreement = await aSignedAgreement(manager, file.id)
})

const attach = (documentId: string, { id = agreement.id, version = agreement.version, by = manager } = {}) =>
  by.client.call(agreementEndpoints.scan, { params: { id }, ifMatch: version, body: { documentId } })

describe('PUT /api/agreements/:id/scan', () => {
  test('links a document of the case, gives it its kind, and replaces a wrong one', async () => {
    const [wrong, right] = [await aDocument(manager, file.id), await aDocument(manager, file.id)]
    expect(agreement.can).toContain('scan')
    const first = await attach(wrong.id)
    expect(first.body).toMatchObject({ scanDocumentId: wrong.id, version: agreement.version + 1 })
    const second = await attach(right.id, { version: first.body.version })
    expect(second.body.scanDocumentId).toBe(right.id)
    agreement = second.body
    const { body } = await manager.client.call(documentEndpoints.list, { params: { id: file.id } })
    expect(body.rows.find(({ id }) => id === right.id)!.kind).toBe('agreementScan')
  })
  test('a document of another case is refused at the field', async () => {
    const other = await aCase({ responsible: manager })
    const { problem } = await attach((await aDocument(manager, other.id)).id)
    expect(problem.fields).toMatchObject([{ path: 'documentId', code: 'documentNotOfCase' }])
  })
  test('409 for what is not signed', async () => {
    const fresh = await aCase({ responsible: manager })
    await aGoal(manager, fresh.id)
    const draft = await aDraftAgreement(manager, fresh.id)
    const scan = await aDocument(manager, fresh.id)
    const { problem } = await attach(scan.id, { id: draft.id, version: draft.version })
    expect(problem.code).toBe('agreementNotSigned')
    expect(draft.can).not.toContain('scan')
  })
  test('401, 403, 400, 404, 412, 428', async () => {
    const { id } = await aDocument(manager, file.id)
    const call = { params: { id: agreement.id }, ifMatch: agreement.version, body: { documentId: id } }
    expect((await house.anonymous.call(agreementEndpoints.scan, call)).status).toBe(401)
    expect((await attach(id, { by: administration })).status).toBe(403)
    expect((await attach('x')).status).toBe(400)
    expect((await attach(newId())).status).toBe(400)
    for (const by of [colleague, stranger]) expect((await attach(id, { by })).status).toBe(404)
    expect((await attach(id, { version: 1 })).status).toBe(412)
    const { status } = await manager.client.call(agreementEndpoints.scan, {
      params: { id: agreement.id },
      body: { documentId: id },
    })
    expect(status).toBe(428)
  })
})
