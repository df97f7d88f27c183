import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestEndpoints as endpoints } from '../../src/modules/cases/index.ts'
import { newId } from '../../src/platform/contract/ids.ts'
import { counts } from '../../src/platform/server/testing/counts.ts'
import { openHouse, type TestUser } from '../../src/testing/house.ts'

const house = await openHouse()
let anna: TestUser
let bert: TestUser
beforeAll(async () => {
  const roles = [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] as const
  anna = await house.user(house.a, { roles })
  bert = await house.user(house.a, { roles })
})
afterAll(() => house.close())

const record = (user: TestUser, key: string, concern: string) =>
  user.client.call(endpoints.record, {
    body: { channel: 'phone', siteId: house.a.site, concern },
    idempotencyKey: key,
  })
/** As a client does: 503 says "not now" (fifty requests want more connections than there are), the key makes it safe. */
async function recordPatiently(key: string) {
  for (;;) {
    const answer = await record(anna, key, 'fünfzigmal')
    if (answer.status !== 503) return answer
  }
}
const stored = (concern: string) =>
  house.system(house.a, (tx) =>
    tx.selectFrom('request_text').select('request_id').where('concern', '=', concern).execute(),
  )
const audited = () =>
  house.system(house.a, (tx) =>
    tx.selectFrom('audit_event').select('id').where('object_kind', '=', 'request').execute(),
  )

test('F8 the same request with the same key 50 times at once is one row, and everyone gets its answer', async () => {
  const key = newId()
  const before = (await audited()).length
  const answers = await Promise.all(Array.from({ length: counts.sameKey }, () => recordPatiently(key)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  const rows = await stored('fünfzigmal')
  expect(rows).toEqual([{ request_id: answers[0]!.body.id }])
  expect((await audited()).length - before).toBe(1)
  expect((await record(anna, key, 'fünfzigmal')).body).toEqual(answers[0]!.body)
})

test('F8 another body with the key is refused with 422 and writes nothing', async () => {
  const key = newId()
  expect((await record(anna, key, 'zuerst')).status).toBe(201)
  const other = await record(anna, key, 'etwas anderes')
  expect([other.status, other.problem.code]).toEqual([422, 'idempotencyMismatch'])
  expect(await stored('etwas anderes')).toEqual([])
})

test('F8 different bodies with one key at once: one is written, the others are refused', async () => {
  const key = newId()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => record(anna, key, `um die Wette ${n}`)),
  )
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
  expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 422)])
})

test('F8 a key belongs to the person: somebody else may use the same one', async () => {
  const key = newId()
  const [one, two] = [await record(anna, key, 'von Anna'), await record(bert, key, 'von Bert')]
  expect([one.status, two.status]).toEqual([201, 201])
  expect(two.body.id).not.toBe(one.body.id)
})

test('F8 a refused request does not use the key up', async () => {
  const key = newId()
  const refused = await anna.client.call(endpoints.record, {
    body: { channel: 'phone', siteId: house.a.townSite },
    idempotencyKey: key,
  })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect((await record(anna, key, 'nach der Ablehnung')).status).toBe(201)
})
