import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../../testing/house.ts'
import { sessionEndpoints } from '../../contract/session.ts'
import { createOperatorsUser } from './create-operators-user.ts'

const house = await openHouse()
afterAll(() => house.close())

const wish = (loginName: string, organisationId = house.a.kreis) => ({
  person: { givenName: 'Anna', familyName: 'Beispiel', loginName, organisationId },
  role: 'administrator' as const,
  password: 'Treppe Lampe Regen Fuchs',
  secondFactorRequired: false,
})
const create = (given: ReturnType<typeof wish>) =>
  house.system(house.a, (tx) => createOperatorsUser(tx, given))

test('the first administrator signs in, must choose an own password, and it is on record', async () => {
  const id = await create(wish('anna.beispiel'))
  const body = { loginName: 'anna.beispiel', password: 'Treppe Lampe Regen Fuchs' }
  const { status, body: state } = await house.anonymous.call(sessionEndpoints.signIn, { body })
  expect({ status, state }).toEqual({ status: 200, state: { state: 'open', mustChangePassword: true } })
  const { rows } = await house.system(house.a, (tx) =>
    sql`select action, details from audit_event where object_id = ${id}`.execute(tx),
  )
  expect(rows).toEqual([{ action: 'user.createdByOperator', details: { role: 'administrator' } }])
})

test('a taken login name or an organisation of another tenant leaves nothing behind', async () => {
  await create(wish('vergeben'))
  await expect(create(wish('VERGEBEN'))).rejects.toMatchObject({ fields: [{ path: 'loginName' }] })
  await expect(create(wish('frei', house.b.kreis))).rejects.toMatchObject({
    fields: [{ path: 'organisationId' }],
  })
  const { rows } = await house.system(house.a, (tx) =>
    sql`select from staff_user where kind = 'person'`.execute(tx),
  )
  expect(rows).toHaveLength(2)
})
