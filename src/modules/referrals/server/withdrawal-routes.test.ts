import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent, teamConsent } from '../../../testing/a-consent.ts'
import { answered, aPartner, aReferralDraft, aSentReferral } from '../../../testing/a-referral.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { closePdf } from '../../../platform/server/documents/index.ts'
import { consentEndpoints } from '../../consent/index.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import { withdrawalEndpoints } from '../contract/withdrawals.ts'

const house = await openHouse()
afterAll(async () => {
  closePdf()
  await house.close()
})

const people = {} as Record<
  'manager' | 'overseer' | 'colleague' | 'partner' | 'administration' | 'stranger',
  TestUser
>
beforeAll(async () => {
  await aCatalogue(house, house.a)
  people.manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.colleague = await house.user(house.a, {
    roles: [{ role: 'caseManager' }],
    organisation: house.a.welfare,
  })
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  people.partner = await aPartner(house)
  await arrange.oversight(house, people.overseer, people.manager)
})

/** A case with a sent and an accepted referral whose consent has just been withdrawn. */
async function withdrawn(): Promise<{ file: TestCase; letter: string; sent: string; accepted: string }> {
  const { manager, partner } = people
  const file = await aCase({ responsible: manager, familyName: 'Geheimnis' })
  const consent = await aGivenConsent(manager, file)
  const sent = (await aSentReferral(manager, file)).id
  const accepted = (await aSentReferral(manager, file)).id
  await answered(partner, accepted, { to: 'accepted' })
  await aReferralDraft(manager, file)
  const body = { withdrawnAs: 'oral' as const }
  await manager.client.call(consentEndpoints.withdraw, { params: { id: consent.id }, body })
  const list = await manager.client.call(withdrawalEndpoints.list, { params: { id: file.id } })
  return { file, letter: list.body.rows[0]!.id, sent, accepted }
}

describe('after a withdrawal', () => {
  test('open referrals end with that reason, what was passed on is listed, a letter is drafted', async () => {
    const { file, sent, accepted } = await withdrawn()
    const { body } = await people.manager.client.call(referralEndpoints.list, { params: { id: file.id } })
    const states = Object.fromEntries(body.rows.map(({ id, state, reason }) => [id, [state, reason]]))
    expect([states[sent], states[accepted]]).toEqual([
      ['withdrawn', 'consentGone'],
      ['brokenOff', 'consentGone'],
    ])
    expect(body.rows.filter(({ state }) => state === 'draft')).toHaveLength(1)
    const list = await people.manager.client.call(withdrawalEndpoints.list, { params: { id: file.id } })
    expect(list.body.rows).toMatchObject([
      {
        kind: 'consent',
        recipient: 'Stadt Musterstadt, Sozialamt',
        state: 'drafted',
        can: ['print', 'settle'],
        received: [
          { kind: 'referral', id: sent, dataCategories: ['identity'] },
          { kind: 'referral', id: accepted, dataCategories: ['identity'] },
        ],
      },
    ])
  })

  test('another consent that covers it keeps the referral open', async () => {
    const file = await aCase({ responsible: people.manager })
    const first = await aGivenConsent(people.manager, file)
    const { id } = await aSentReferral(people.manager, file)
    await aGivenConsent(people.manager, file)
    const params = { id: first.id }
    await people.manager.client.call(consentEndpoints.withdraw, { params, body: { withdrawnAs: 'oral' } })
    const { body } = await people.manager.client.call(referralEndpoints.list, { params: { id: file.id } })
    expect(body.rows.find((row) => row.id === id)!.state).toBe('sent')
  })

  test('the team gets no letter', async () => {
    const file = await aCase({ responsible: people.manager })
    const consent = await aGivenConsent(people.manager, file, {
      organisationId: null,
      unitId: null,
      ...teamConsent(file.personId!),
    })
    const params = { id: consent.id }
    await people.manager.client.call(consentEndpoints.withdraw, { params, body: { withdrawnAs: 'oral' } })
    const list = await people.manager.client.call(withdrawalEndpoints.list, { params: { id: file.id } })
    expect(list.body.rows).toEqual([])
  })

  test('oversight sees the fact, not the name, and prints nothing', async () => {
    const { file, letter } = await withdrawn()
    const list = await people.overseer.client.call(withdrawalEndpoints.list, { params: { id: file.id } })
    expect(list.body.rows[0]).toMatchObject({ person: null, can: [], state: 'drafted' })
    const pdf = await people.overseer.client.call(withdrawalEndpoints.pdf, { params: { id: letter } })
    expect(pdf.status).toBe(403)
  })
})

describe('the letter', () => {
  test('is an accessible PDF in German, named without the person', async () => {
    const { letter } = await withdrawn()
    const { status, headers, bytes } = await people.manager.client.call(withdrawalEndpoints.pdf, {
      params: { id: letter },
    })
    expect(status).toBe(200)
    expect(String(headers['content-disposition'])).toMatch(/Widerruf-\d{4}-\d{2}-\d{2}\.pdf/)
    const raw = bytes.toString('latin1')
    const opened = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
      try {
        return inflateSync(Buffer.from(body!, 'latin1')).toString('utf8')
      } catch {
        return ''
      }
    })
    const text = [raw, ...opened].join('\n')
    expect(text).toMatch(/pdfuaid:part>1</)
    expect(text).toMatch(/\/Lang\s*\(de\)/)
    expect(text).toMatch(/\/S\s*\/Table\b/)
  })

  test('is settled once', async () => {
    const { letter } = await withdrawn()
    const settle = (ifMatch: number, state: 'sent' | 'needless' = 'sent') =>
      people.manager.client.call(withdrawalEndpoints.settle, {
        params: { id: letter },
        ifMatch,
        body: { state },
      })
    expect((await settle(1)).body).toMatchObject({ state: 'sent', version: 2, can: ['print'] })
    expect((await settle(1)).status).toBe(412)
    expect((await settle(2, 'needless')).problem.code).toBe('letterAlreadySettled')
  })

  test('401, 403, 404, 400', async () => {
    const { file, letter } = await withdrawn()
    const routes = [
      ['GET', `/api/cases/${file.id}/withdrawals`],
      ['GET', `/api/withdrawals/${letter}/letter`],
      ['POST', `/api/withdrawals/${letter}/settlement`],
    ] as const
    const ask = async (client: TestUser['client']) => {
      const body = { state: 'sent' }
      const answers = routes.map(([method, path]) =>
        client.raw(method, path, method === 'POST' ? { body, ifMatch: 1 } : {}),
      )
      return (await Promise.all(answers)).map(({ status }) => status)
    }
    expect(await ask(house.anonymous)).toEqual([401, 401, 401])
    expect(await ask(people.administration.client)).toEqual([403, 403, 403])
    expect(await ask(people.colleague.client)).toEqual([404, 404, 404])
    expect(await ask(people.stranger.client)).toEqual([404, 404, 404])
    const wrong = { body: { state: 'drafted' }, ifMatch: 1 }
    const { status } = await people.manager.client.raw('POST', routes[2][1], wrong)
    expect(status).toBe(400)
  })
})
