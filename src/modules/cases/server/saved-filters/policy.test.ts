import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

test('saved_filter: read, changed and dropped by who keeps it, by nobody else', async () => {
  const roles = [{ role: 'caseManager' as const }]
  const owner = await house.user(house.a, { roles })
  const colleague = await house.user(house.a, { roles })
  const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  const stranger = await house.user(house.b, { roles })
  const row = { list: 'cases', name: 'Meiner', filter: '{}' }
  const id = newId()
  await owner.tx((tx) =>
    tx
      .insertInto('saved_filter')
      .values({ id, ...row })
      .execute(),
  )
  const rows = async (user: TestUser, statement: string) =>
    Number((await user.tx((tx) => sql.raw(statement).execute(tx))).numAffectedRows ?? 0)
  for (const user of [colleague, administrator, stranger]) {
    const seen = await user.tx((tx) => tx.selectFrom('saved_filter').select('id').execute())
    expect(seen).toEqual([])
    expect(await rows(user, `update saved_filter set name = 'fremd' where id = '${id}'`)).toBe(0)
    expect(await rows(user, `delete from saved_filter where id = '${id}'`)).toBe(0)
  }
  // For somebody else: neither at once nor by handing it over.
  const foreign = `insert into saved_filter (id, user_id, list, name, filter) values ('${newId()}', '${colleague.id}', 'cases', 'x', '{}')`
  await expect(rows(owner, foreign)).rejects.toMatchObject({ code: '42501' })
  await expect(rows(owner, `update saved_filter set user_id = '${colleague.id}'`)).rejects.toMatchObject({
    code: '42501',
  })
  expect(await rows(owner, `delete from saved_filter where id = '${id}'`)).toBe(1)
})
