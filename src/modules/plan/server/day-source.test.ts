import { afterAll, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { aDraftAgreement, aGoal, aSignedAgreement, aStep } from '../../../testing/a-plan.ts'
import { openHouse } from '../../../testing/house.ts'
import { dayEndpoints } from '../../calendar/index.ts'
import { planEndpoints } from '../contract/plan.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

test('Mein Tag has unsigned agreements, steps due and goals to talk about, of own cases only', async () => {
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const file = await aCase({ responsible: user })
  const goal = await aGoal(user, file.id, { wording: 'Wohnung', targetOn: '2026-11-20' })
  const dropped = await aGoal(user, file.id, { wording: 'Vorbei', targetOn: '2026-11-20' })
  await user.client.call(planEndpoints.changeGoal, {
    params: { id: dropped.id },
    ifMatch: 1,
    body: { state: 'notReached' },
  })
  await aStep(user, goal.id, { wording: 'Antrag', responsible: 'caseManager', dueOn: '2026-11-21' })
  await aStep(user, goal.id, { wording: 'Bescheid', responsible: 'authority', dueOn: '2026-11-24' })
  await aSignedAgreement(user, file.id)
  await aDraftAgreement(user, file.id)
  const day = async (who: typeof user) => {
    const { body } = await who.client.call(dayEndpoints.read)
    return body.sections.flatMap(({ key, items }) => items.map((item) => [key, item.what]))
  }
  const shown = await day(user)
  expect(shown).toHaveLength(4)
  expect(shown).toEqual(
    expect.arrayContaining([
      ['overdue', 'Ziel besprechen: Wohnung'],
      ['today', 'Schritt: Antrag'],
      ['today', 'Vereinbarung unterschreiben'],
      ['waiting', 'Schritt: Bescheid'],
    ]),
  )
  expect(await day(colleague)).toEqual([])
})
