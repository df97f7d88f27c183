import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

test('retention_clock: of the workers alone; nobody signed in reads or sets it', async () => {
  const roles = ['administrator', 'dataProtectionOfficer', 'caseManager'] as const
  const user = await house.user(house.a, { roles: roles.map((role) => ({ role })) })
  for (const statement of [
    'select 1 from retention_clock',
    'insert into retention_clock (seen_at) values (now())',
    'update retention_clock set held_until = null',
    'delete from retention_clock',
  ]) {
    await expect(
      user.tx((tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toMatchObject({ code: '42501' })
  }
  await house.system(house.a, (tx) => sql`insert into retention_clock (seen_at) values (now())`.execute(tx))
  const other = await house.system(house.b, (tx) => tx.selectFrom('retention_clock').selectAll().execute())
  expect(other).toEqual([])
})
