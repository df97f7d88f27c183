import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { aCatalogue } from '../../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../../testing/a-consent.ts'
import { aDocument, emptyPdf } from '../../../../testing/a-document.ts'
import { aHandout } from '../../../../testing/a-handout.ts'
import { aPartner, answered, aReferralDraft, aSentReferral } from '../../../../testing/a-referral.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../../../consent/index.ts'
import { receivedReferralEndpoints, referralEndpoints } from '../../contract/endpoints.ts'
import { handoutEndpoints } from '../../contract/handouts.ts'
import { withdrawalEndpoints } from '../../contract/withdrawals.ts'
import { disclosureEndpoints } from '../../contract/disclosures.ts'

const house = await openHouse()
afterAll(() => house.close())
const people = {} as Record<
  'manager' | 'second' | 'overseer' | 'colleague' | 'partner' | 'otherUnit' | 'administration' | 'stranger',
  TestUser
>
const dataCategories = ['identity' as const, 'documents' as const]
beforeAll(async () => {
  await aCatalogue(house, house.a)
  people.manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.second = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.colleague = await house.user(house.a, {
    roles: [{ role: 'caseManager' }],
    organisation: house.a.welfare,
  })
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }, { role: 'partner' }] })
  people.partner = await aPartner(house)
  people.otherUnit = await aPartner(house, house.a, house.a.kimUnitOfTown)
  await arrange.oversight(house, people.overseer, people.manager)
})

/** A sent referral with one document. */
async function shared() {
  const { manager } = people
  const file = await aCase({ responsible: manager })
  const document = await aDocument(manager, file.id, { name: 'Bescheid Haddad.pdf' })
  const consent = await aGivenConsent(manager, file, { dataCategories })
  const referral = await aSentReferral(manager, file, { dataCategories, documentIds: [document.id] })
  return { file, document, consent, referral }
}
const fetched = (who: TestUser, id: string, documentId: string) =>
  who.client.call(receivedReferralEndpoints.document, { params: { id, documentId } })
const withdraw = (id: string) =>
  people.manager.client.call(consentEndpoints.withdraw, { params: { id }, body: { withdrawnAs: 'oral' } })
const listed = async (file: TestCase) =>
  (await people.manager.client.call(withdrawalEndpoints.list, { params: { id: file.id } })).body.rows

describe('a document that goes with a referral', () => {
  test('BC-01: is fetched by the office while it is shared, as an attachment without a name, and audited', async () => {
    const { document, referral } = await shared()
    const received = await people.partner.client.call(receivedReferralEndpoints.read, {
      params: { id: referral.id },
    })
    expect(received.body.content!.documents).toEqual([
      { id: document.id, title: 'Bescheid Haddad', mediaType: 'application/pdf', size: document.size },
    ])
    const { status, headers, bytes } = await fetched(people.partner, referral.id, document.id)
    expect([status, bytes.equals(emptyPdf)]).toEqual([200, true])
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename\*=UTF-8''Verweis-[0-9a-f]{4}-Anlage-1\.pdf$/,
    )
    const audited = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['actor_id', 'details'])
        .where('action', '=', 'referral.documentReadByPartner')
        .where('object_id', '=', referral.id)
        .execute(),
    )
    expect(audited).toEqual([{ actor_id: people.partner.id, details: { documentId: document.id } }])
  })

  test('is closed by withdrawal and by the end of the referral', async () => {
    const { document, referral, consent } = await shared()
    await withdraw(consent.id)
    expect((await fetched(people.partner, referral.id, document.id)).status).toBe(404)
    const other = await shared()
    await answered(people.partner, other.referral.id, { to: 'declined', reason: 'noCapacity' })
    expect((await fetched(people.partner, other.referral.id, other.document.id)).status).toBe(404)
  })

  test('401, 403, 400, 404 for another unit, another tenant and a document that did not come along', async () => {
    const { file, document, referral } = await shared()
    const path = `/api/received-referrals/${referral.id}/documents/${document.id}/file`
    expect((await house.anonymous.raw('GET', path)).status).toBe(401)
    expect((await people.manager.client.raw('GET', path)).status).toBe(403)
    const wrong = await people.partner.client.raw('GET', path.replace(document.id, 'x'))
    expect(wrong.status).toBe(400)
    for (const who of [people.otherUnit, people.stranger]) {
      expect((await fetched(who, referral.id, document.id)).status).toBe(404)
    }
    const another = await aDocument(people.manager, file.id)
    expect((await fetched(people.partner, referral.id, another.id)).status).toBe(404)
  })

  test('a draft is not sent when the kinds of data, or the consent, do not name copies', async () => {
    const { manager } = people
    const file = await aCase({ responsible: manager })
    const document = await aDocument(manager, file.id)
    await aGivenConsent(manager, file)
    const draft = await aReferralDraft(manager, file, { documentIds: [document.id] })
    const params = { id: draft.id }
    const plain = await manager.client.call(referralEndpoints.send, { params, ifMatch: draft.version })
    expect(plain.problem.fields).toMatchObject([
      { path: 'dataCategories', code: 'referralDocumentsNeedCategory' },
    ])
    const body = { dataCategories }
    const changed = await manager.client.call(referralEndpoints.change, { params, ifMatch: 1, body })
    expect(changed.body.documents).toHaveLength(1)
    expect(changed.body.coverage[0]!.missing).toEqual([{ gap: 'dataCategories', what: ['documents'] }])
    const sent = await manager.client.call(referralEndpoints.send, { params, ifMatch: 2 })
    expect(sent.problem.code).toBe('referralNotCovered')
  })

  test('only documents of the case that may go along are offered and taken', async () => {
    const { manager } = people
    const file = await aCase({ responsible: manager })
    const plain = await aDocument(manager, file.id)
    const proof = await aDocument(manager, file.id, { kind: 'consentProof' })
    const marked = await aDocument(manager, file.id, { secrecy203: true })
    const options = await manager.client.call(referralEndpoints.options, { params: { id: file.id } })
    expect(options.body.documents.map(({ id }) => id)).toEqual([plain.id])
    const draft = await aReferralDraft(manager, file, { documentIds: [plain.id] })
    const elsewhere = await aDocument(manager, (await aCase({ responsible: manager })).id)
    for (const { id } of [proof, marked, elsewhere]) {
      const change = { params: { id: draft.id }, ifMatch: draft.version, body: { documentIds: [id] } }
      const { problem } = await manager.client.call(referralEndpoints.change, change)
      expect(problem.fields).toMatchObject([{ path: 'documentIds', code: 'referralDocumentUnknown' }])
    }
  })
})

describe('what went out without a referral', () => {
  test('is recorded, marked as a mistake once, and the withdrawal and its letter name the rest', async () => {
    const { file, document, referral, consent } = await shared()
    const { manager, second, overseer } = people
    const paper = await aHandout(manager, file, { consentId: consent.id })
    const wrong = await aHandout(manager, file, { consentId: consent.id, title: 'Verwechselt' })
    const mistaken = () =>
      manager.client.call(handoutEndpoints.markMistaken, { params: { id: wrong.id }, ifMatch: 1 })
    expect((await mistaken()).body).toMatchObject({ mistakenOn: paper.onDate, can: [] })
    expect((await mistaken()).status).toBe(412)
    const copy = { consentId: consent.id, kind: 'document' as const, documentId: document.id }
    await aHandout(manager, file, { ...copy, title: 'Bescheid', dataCategories: ['documents'] })
    const body = {
      personId: file.personId!,
      ground: 'necessity' as const,
      recipientKind: 'organisation' as const,
      organisationId: house.a.town,
      unitId: house.a.socialOfficeOfTown,
      dataCategories: ['identity' as const],
      reason: 'Gefahr',
      content: 'Hinweis',
      secondUserId: second.id,
    }
    const params = { id: file.id }
    const { id } = (await manager.client.call(disclosureEndpoints.ask, { params, body })).body
    await second.client.call(disclosureEndpoints.answer, {
      params: { id },
      ifMatch: 1,
      body: { agrees: true },
    })
    const told = { clientInformed: 'not' as const, notInformedReason: 'notReachable' as const }
    await manager.client.call(disclosureEndpoints.carryOut, { params: { id }, ifMatch: 2, body: told })
    await withdraw(consent.id)
    const [row] = await listed(file)
    expect(row!.received.map((one) => [one.kind, one.title, one.documents])).toEqual(
      expect.arrayContaining([
        ['referral', null, ['Bescheid Haddad']],
        ['paper', 'Brief zum Wohngeld', []],
        ['document', 'Bescheid', []],
        ['disclosure', null, []],
      ]),
    )
    expect(row!.received).toHaveLength(4)
    expect(row!.received.find((one) => one.kind === 'referral')!.id).toBe(referral.id)
    const seen = await overseer.client.call(withdrawalEndpoints.list, { params })
    expect(JSON.stringify(seen.body)).not.toMatch(/Bescheid|Wohngeld/)
  })

  test('is refused where the consent did not allow it, all wrong fields at once', async () => {
    const { file, consent } = await shared()
    const record = (change: object) =>
      people.manager.client.raw('POST', `/api/cases/${file.id}/handouts`, {
        body: {
          consentId: consent.id,
          kind: 'paper',
          title: 'Brief',
          dataCategories: ['identity'],
          onDate: '2026-11-20',
          via: 'inPerson',
          ...change,
        },
      })
    const codes = async (change: object) =>
      (await record(change)).problem.fields?.map(({ path, code }) => `${path} ${code}`).sort()
    expect(await codes({ dataCategories: ['residence'], via: 'phone', kind: 'document' })).toEqual([
      'consentId handoutNotCovered',
      'documentId handoutDocumentMissing',
      'via handoutViaNotOfKind',
    ])
    expect(await codes({ onDate: '2019-01-01' })).toEqual(['consentId handoutNotCovered'])
    expect(await codes({ onDate: '2099-01-01' })).toContain('onDate handoutInFuture')
    const elsewhere = await shared()
    expect(await codes({ consentId: elsewhere.consent.id })).toEqual(['consentId handoutNotCovered'])
    const copy = { kind: 'document', documentId: elsewhere.document.id }
    expect(await codes(copy)).toContain('documentId handoutDocumentUnknown')
    expect((await record({ title: '' })).status).toBe(400)
  })

  test('a marked file asks for the release of the same recipient', async () => {
    const { manager } = people
    const file = await aCase({ responsible: manager })
    await house.system(house.a, (tx) =>
      tx.updateTable('case_file').set({ secrecy_203: true }).where('id', '=', file.id).execute(),
    )
    const consent = await aGivenConsent(manager, file)
    await expect(aHandout(manager, file, { consentId: consent.id })).rejects.toThrow('handoutNotReleased')
    const release = await aGivenConsent(manager, file, {}, {}, secrecyReleaseEndpoints)
    const secrecyReleaseId = release.id
    const made = await aHandout(manager, file, { consentId: consent.id, secrecyReleaseId })
    await manager.client.call(secrecyReleaseEndpoints.withdraw, {
      params: { id: release.id },
      body: { withdrawnAs: 'oral' },
    })
    expect((await listed(file))[0]).toMatchObject({ kind: 'secrecyRelease', received: [{ id: made.id }] })
  })

  test('401, 403, 404', async () => {
    const { file, consent } = await shared()
    const { id } = await aHandout(people.manager, file, { consentId: consent.id })
    const onDate = '2026-11-20'
    const body = {
      consentId: consent.id,
      kind: 'oral',
      title: 'x',
      dataCategories: ['identity'],
      onDate,
      via: 'phone',
    }
    const ask = async (client: TestUser['client']) =>
      (
        await Promise.all([
          client.raw('GET', `/api/cases/${file.id}/handouts`),
          client.raw('POST', `/api/cases/${file.id}/handouts`, { body }),
          client.raw('POST', `/api/handouts/${id}/mistake`, { ifMatch: 1 }),
        ])
      ).map(({ status }) => status)
    expect(await ask(house.anonymous)).toEqual([401, 401, 401])
    expect(await ask(people.administration.client)).toEqual([403, 403, 403])
    expect(await ask(people.colleague.client)).toEqual([404, 404, 404])
    expect(await ask(people.stranger.client)).toEqual([404, 404, 404])
    expect(await ask(people.overseer.client)).toEqual([200, 403, 403])
  })
})
