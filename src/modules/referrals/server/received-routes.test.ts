import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { answered, aPartner, aSentReferral } from '../../../testing/a-referral.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { consentEndpoints } from '../../consent/index.ts'
import { dayEndpoints } from '../../calendar/index.ts'
import { notificationEndpoints } from '../../staff/index.ts'
import { receivedReferralEndpoints, referralEndpoints } from '../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())

let anna: TestUser
let partner: TestUser
let otherUnit: TestUser
let noUnit: TestUser
let otherTenant: TestUser
let file: TestCase
const accept = { answer: { to: 'accepted' }, basis: 'sgbX', basisConfirmed: true } as const

beforeAll(async () => {
  await aCatalogue(house, house.a)
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  partner = await aPartner(house)
  otherUnit = await aPartner(house, house.a, house.a.kimUnitOfTown)
  noUnit = await house.user(house.a, { roles: [{ role: 'partner' }], organisation: house.a.town })
  otherTenant = await aPartner(house, house.b)
  file = await aCase({ responsible: anna, familyName: 'Geheimnis' })
  await aGivenConsent(anna, file)
})

const read = (who: TestUser, id: string) =>
  who.client.call(receivedReferralEndpoints.read, { params: { id } })
const list = (who: TestUser, view: 'open' | 'ended' = 'open') =>
  who.client.call(receivedReferralEndpoints.list, { query: { view } })
const kinds = async (who: TestUser) => {
  const { body } = await who.client.call(notificationEndpoints.list)
  return body.rows.map((row) => row.text)
}

describe('who may read what was sent', () => {
  test('the unit it was sent to, with what the consent covers and nothing more', async () => {
    const { id } = await aSentReferral(anna, file)
    const { status, body } = await read(partner, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'sent',
      can: ['accept', 'decline'],
      content: {
        identity: { givenName: 'Amina', familyName: 'Geheimnis', phone: null },
        concern: 'Wohngeld beantragen',
        senderName: 'Kim Muster, Kreis',
      },
    })
    expect(JSON.stringify(body)).not.toContain(file.id)
    expect((await list(partner)).body.rows[0]).toMatchObject({ id, open: true })
    expect(await kinds(partner)).toContain('Ihre Stelle hat einen Verweis erhalten.')
    const day = await partner.client.call(dayEndpoints.read)
    const items = day.body.sections.flatMap((section) => section.items)
    expect(items.map((item) => item.action.to)).toContain(`/verweise/${id}`)
  })

  test('no other unit, no one without a unit, no other tenant: 404 and an empty list', async () => {
    const { id } = await aSentReferral(anna, file)
    for (const who of [otherUnit, noUnit, otherTenant]) {
      expect((await read(who, id)).status).toBe(404)
      expect((await list(who)).body.rows).toEqual([])
      const answer = await who.client.call(receivedReferralEndpoints.answer, {
        params: { id },
        ifMatch: 2,
        body: accept,
      })
      expect(answer.status).toBe(404)
    }
  })

  test('401 without a session, 403 without the right, 400 for what no form sends', async () => {
    const { id } = await aSentReferral(anna, file)
    const ask = (client: TestUser['client'], path: string, method: string, body?: object) =>
      client.raw(method, path, { ...(body ? { body } : {}), ifMatch: 2 }).then(({ status }) => status)
    const at = `/api/received-referrals/${id}`
    expect([
      await ask(house.anonymous, '/api/received-referrals', 'GET'),
      await ask(house.anonymous, at, 'GET'),
      await ask(house.anonymous, `${at}/answers`, 'POST', accept),
    ]).toEqual([401, 401, 401])
    expect([
      await ask(anna.client, '/api/received-referrals', 'GET'),
      await ask(anna.client, at, 'GET'),
      await ask(anna.client, `${at}/answers`, 'POST', accept),
    ]).toEqual([403, 403, 403])
    expect([
      await ask(partner.client, '/api/received-referrals?view=all', 'GET'),
      await ask(partner.client, '/api/received-referrals/one', 'GET'),
      await ask(partner.client, `${at}/answers`, 'POST', { ...accept, basisConfirmed: false }),
      await ask(partner.client, `${at}/answers`, 'POST', { ...accept, basis: undefined }),
    ]).toEqual([400, 400, 400, 400])
  })

  test('a partner opens no case, no consent and no list of the sender', async () => {
    for (const path of [`/api/cases/${file.id}`, `/api/cases/${file.id}/referrals`, '/api/cases']) {
      expect((await partner.client.raw('GET', path)).status, path).toBe(403)
    }
  })

  test('the reading is in the log', async () => {
    const { id } = await aSentReferral(anna, file)
    await read(partner, id)
    const rows = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select(['action', 'actor_id']).where('object_id', '=', id).execute(),
    )
    expect(rows).toContainEqual({ action: 'referral.readByPartner', actor_id: partner.id })
  })
})

describe('answers', () => {
  test('accepted, started, completed: dated, with the basis; then only the fact is left', async () => {
    const { id } = await aSentReferral(anna, file)
    await answered(partner, id, { to: 'accepted', note: 'Termin am Montag' })
    const running = await answered(partner, id, { to: 'running' })
    expect(running.can).toEqual(['complete', 'breakOff'])
    const done = await answered(partner, id, { to: 'completed', result: 'reached', note: 'Bescheid ist da' })
    expect(done).toMatchObject({ state: 'completed', content: null, can: [] })
    expect(JSON.stringify(await read(partner, id).then(({ body }) => body))).not.toContain('Bescheid')
    expect((await list(partner, 'ended')).body.rows.find((row) => row.id === id)).toMatchObject({
      open: false,
      concern: null,
      purpose: null,
      until: null,
    })
    const { body } = await anna.client.call(referralEndpoints.list, { params: { id: file.id } })
    const row = body.rows.find((one) => one.id === id)!
    expect(row.steps.slice(1)).toMatchObject([
      { to: 'accepted', byPartner: true, basis: 'sgbX', via: 'app', note: 'Termin am Montag' },
      { to: 'running', byPartner: true, basis: 'sgbX' },
      { to: 'completed', byPartner: true, result: 'reached', note: 'Bescheid ist da' },
    ])
    expect(await kinds(anna)).toContain('Eine Stelle hat auf einen Verweis geantwortet.')
  })

  test('declined with a reason; a second answer is refused', async () => {
    const { id } = await aSentReferral(anna, file)
    const decline = (ifMatch: number) =>
      partner.client.call(receivedReferralEndpoints.answer, {
        params: { id },
        ifMatch,
        body: { ...accept, answer: { to: 'declined', reason: 'noCapacity' } },
      })
    expect((await decline(1)).status).toBe(412)
    expect((await decline(2)).body).toMatchObject({ state: 'declined', content: null })
    expect((await decline(3)).problem.code).toBe('referralClosed')
  })

  test('no step is skipped', async () => {
    const { id } = await aSentReferral(anna, file)
    const { problem } = await partner.client.call(receivedReferralEndpoints.answer, {
      params: { id },
      ifMatch: 2,
      body: { ...accept, answer: { to: 'completed', result: 'reached' } },
    })
    expect(problem.code).toBe('referralMoveUnknown')
  })
})

describe('consent at work', () => {
  test('a withdrawal closes the content with the next click; the fact stays', async () => {
    const closing = await aCase({ responsible: anna })
    const consent = await aGivenConsent(anna, closing)
    const { id } = await aSentReferral(anna, closing)
    expect((await read(partner, id)).body.content).not.toBeNull()
    await anna.client.call(consentEndpoints.withdraw, {
      params: { id: consent.id },
      body: { withdrawnAs: 'oral' },
    })
    expect((await read(partner, id)).body).toMatchObject({ state: 'withdrawn', content: null, can: [] })
    const answer = await partner.client.call(receivedReferralEndpoints.answer, {
      params: { id },
      ifMatch: 2,
      body: accept,
    })
    expect(answer.problem.code).toBe('referralClosed')
    const { body } = await anna.client.call(referralEndpoints.list, { params: { id: closing.id } })
    expect(body.rows[0]).toMatchObject({ state: 'withdrawn', reason: 'consentGone', coverage: [] })
  })

  test('who loses the role or leaves the unit reads nothing with the next click', async () => {
    const leaving = await aPartner(house)
    const { id } = await aSentReferral(anna, file)
    expect((await read(leaving, id)).status).toBe(200)
    await house.system(house.a, (tx) =>
      tx
        .updateTable('staff_user')
        .set({ unit_id: house.a.kimUnitOfTown })
        .where('id', '=', leaving.id)
        .execute(),
    )
    expect((await read(leaving, id)).status).toBe(404)
  })
})

test('the list goes on where the page ends', async () => {
  for (let count = 0; count < 3; count += 1) await aSentReferral(anna, file)
  const seen: string[] = []
  let after: string | undefined
  do {
    const { body } = await partner.client.call(receivedReferralEndpoints.list, {
      query: { view: 'open', limit: 2, ...(after ? { after } : {}) },
    })
    seen.push(...body.rows.map((row) => row.id))
    after = body.next
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual((await list(partner)).body.rows.map((row) => row.id))
})
