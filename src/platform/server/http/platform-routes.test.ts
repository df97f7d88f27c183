import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
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

test('a session revoked while its request works is answered 401', async () => {
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const { id } = await aCase({ responsible: user })
  const change = () => user.client.raw('PATCH', `/api/cases/${id}`, { body: { urgency: 'soon' }, ifMatch: 1 })
  const admin = new pg.Client({ connectionString: house.admin })
  await admin.connect()
  try {
    await admin.query('begin')
    await admin.query(`select from case_file where id = $1 for update`, [id])
    const waiting = change()
    for (let found = 0; found === 0;) {
      const { rows } = await admin.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      found = rows.length
    }
    const other = new pg.Client({ connectionString: house.admin })
    await other.connect()
    await other.query(`update auth.session set revoked_at = now() where user_id = $1`, [user.id])
    await other.end()
    await admin.query('commit')
    const { status, problem } = await waiting
    expect({ status, code: problem.code }).toEqual({ status: 401, code: 'unauthenticated' })
  } finally {
    await admin.end()
  }
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
