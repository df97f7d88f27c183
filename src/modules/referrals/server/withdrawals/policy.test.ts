import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../../testing/a-case.ts'
import { aCatalogue } from '../../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../../testing/a-consent.ts'
import { aPartner } from '../../../../testing/a-referral.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { consentEndpoints } from '../../../consent/index.ts'
import { withdrawalEndpoints } from '../../contract/withdrawals.ts'

const house = await openHouse()
afterAll(() => house.close())

const people = {} as Record<'manager' | 'overseer' | 'colleague' | 'partner' | 'stranger', TestUser>
beforeAll(async () => {
  await aCatalogue(house, house.a)
  people.manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.colleague = await house.user(house.a, {
    roles: [{ role: 'caseManager' }],
    organisation: house.a.welfare,
  })
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  people.partner = await aPartner(house)
  await arrange.oversight(house, people.overseer, people.manager)
})

async function withdrawn() {
  const file = await aCase({ responsible: people.manager })
  const { id } = await aGivenConsent(people.manager, file)
  const body = { withdrawnAs: 'oral' as const }
  await people.manager.client.call(consentEndpoints.withdraw, { params: { id }, body })
  const list = await people.manager.client.call(withdrawalEndpoints.list, { params: { id: file.id } })
  return { file, letter: list.body.rows[0]!.id }
}

test.for(['manager', 'overseer', 'colleague', 'partner', 'stranger'] as const)(
  'withdrawal_letter: what the %s sees and may write',
  async (who) => {
    const { file, letter } = await withdrawn()
    const seen = await people[who].tx((tx) =>
      tx.selectFrom('withdrawal_letter').select('id').where('id', '=', letter).execute(),
    )
    expect(seen.length > 0).toBe(who === 'manager' || who === 'overseer')
    const changed = await people[who].tx(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('withdrawal_letter')
        .set({ version: 2 })
        .where('id', '=', letter)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    })
    expect(changed).toBe(who === 'manager' ? 1 : 0)
    if (who === 'manager') return
    const insert = people[who].tx((tx) =>
      sql`insert into withdrawal_letter (id, case_id, made_on) values (gen_random_uuid(), ${file.id}, current_date)`.execute(
        tx,
      ),
    )
    await expect(insert).rejects.toMatchObject({ code: '42501' })
  },
)
