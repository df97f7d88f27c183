import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../testing/house.ts'
import { draftEndpoints } from '../../contract/draft.ts'

const house = await openHouse()
afterAll(() => house.close())

test('a form that was never typed into has no draft, and asking is no error', async () => {
  const user = await house.user(house.a)
  const params = { key: 'contact:1' }
  expect(await user.client.call(draftEndpoints.read, { params })).toMatchObject({
    status: 200,
    body: { draft: null },
  })
  await user.client.call(draftEndpoints.save, { params, body: { content: { note: 'x' } } })
  const { body } = await user.client.call(draftEndpoints.read, { params })
  expect(body.draft).toMatchObject({ key: params.key, content: { note: 'x' } })
  const colleague = await house.user(house.a)
  expect((await colleague.client.call(draftEndpoints.read, { params })).body).toEqual({ draft: null })
})

test('an unknown key is named as the field it is', async () => {
  const user = await house.user(house.a)
  const { status, problem } = await user.client.raw('PUT', '/api/drafts/a', {
    body: { content: 1, tenant_id: 'x', version: 3 },
  })
  expect(status).toBe(400)
  expect(problem.fields).toEqual(
    ['tenant_id', 'version'].map((path) => ({
      path,
      code: 'unrecognized_keys',
      message: 'Unbekanntes Feld: tenant_id, version.',
    })),
  )
})
