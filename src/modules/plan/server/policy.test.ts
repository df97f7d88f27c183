import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aGoal, aSignedAgreement, aStep } from '../../../testing/a-plan.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import { planEndpoints } from '../contract/plan.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = [
  'goal',
  'goal_text',
  'goal_state_change',
  'goal_step',
  'goal_step_text',
  'agreement',
  'agreement_content',
  'agreement_party',
] as const
type Table = (typeof tables)[number]

let file: TestCase
let goalId: string
let agreementId: string
const people = {} as Record<
  'manager' | 'deputy' | 'overseer' | 'released' | 'colleague' | 'immigration' | 'stranger',
  TestUser
>

beforeAll(async () => {
  const site = { scopeKind: 'site' as const, scopeId: house.a.site }
  const caseManager = () => house.user(house.a, { roles: [{ role: 'caseManager', ...site }] })
  const coordinator = () => house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.manager = await caseManager()
  people.deputy = await caseManager()
  people.colleague = await caseManager()
  people.overseer = await coordinator()
  people.released = await coordinator()
  people.immigration = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await house.system(house.a, (tx) => arrange(tx))
  file = await aCase({ responsible: people.manager })
  const goal = await aGoal(people.manager, file.id, { personId: file.personId! })
  goalId = goal.id
  await aStep(people.manager, goalId)
  agreementId = (await aSignedAgreement(people.manager, file.id)).id
  await house.system(house.a, (tx) =>
    tx
      .insertInto('clear_access')
      .values({
        id: newId(),
        case_id: file.id,
        user_id: people.released.id,
        kind: 'release',
        parts: 1 | 16,
        valid_during: '[2020-01-01,2100-01-01)',
      })
      .execute(),
  )
})

async function arrange(tx: Parameters<Parameters<typeof house.system>[1]>[0]): Promise<void> {
  const { manager, deputy, overseer, released } = people
  for (const coordinator of [overseer, released]) {
    const pair = { coordinator_id: coordinator.id, case_manager_id: manager.id }
    await tx
      .insertInto('oversight')
      .values({ id: newId(), ...pair })
      .execute()
  }
  await tx
    .insertInto('deputy')
    .values({
      id: newId(),
      absent_user_id: manager.id,
      deputy_user_id: deputy.id,
      valid_during: '[2020-01-01,2100-01-01)',
    })
    .execute()
}

const seen = (user: TestUser, table: Table) =>
  user.tx(async (tx) => {
    const rows = await tx.selectFrom(table).select('case_id').execute()
    return rows.length
  })

const structured: readonly Table[] = ['goal', 'goal_state_change', 'goal_step', 'agreement']
/** What each person may see of each table, by row level security alone. */
const mayRead: Record<keyof typeof people, (table: Table) => boolean> = {
  manager: () => true,
  deputy: () => true,
  overseer: (table) => structured.includes(table),
  // Plan texts were released, names were not: the snapshot has none, the parties stay closed.
  released: (table) => table !== 'agreement_party',
  colleague: () => false,
  immigration: () => false,
  stranger: () => false,
}

const matrix = tables.flatMap((table) =>
  (Object.keys(mayRead) as (keyof typeof people)[]).map((who) => [table, who] as const),
)
test.for(matrix)('%s: what the %s sees', async ([table, who]) => {
  expect((await seen(people[who], table)) > 0).toBe(mayRead[who](table))
})

const writers = tables.flatMap((table) =>
  (['overseer', 'released', 'colleague', 'immigration', 'stranger'] as const).map(
    (who) => [table, who] as const,
  ),
)
test.for(writers)('%s: the %s cannot add a row', async ([table, who]) => {
  const common = { case_id: file.id }
  const rows: Record<Table, object> = {
    goal: { id: newId(), ...common, state_on: '2026-11-21', set_in_episode: 1, position: 1 },
    goal_text: { goal_id: goalId, ...common, wording: 'x' },
    goal_state_change: {
      id: newId(),
      ...common,
      goal_id: goalId,
      to_state: 'open',
      episode: 1,
      on_date: '2026-11-21',
    },
    goal_step: {
      id: newId(),
      ...common,
      goal_id: goalId,
      responsible: 'client',
      state_on: '2026-11-21',
      position: 1,
    },
    goal_step_text: { step_id: newId(), ...common, wording: 'x' },
    agreement: { id: newId(), ...common, number: 9, episode: 1, made_on: '2026-11-21', goal_count: 1 },
    agreement_content: { agreement_id: agreementId, ...common, content: '{}' },
    agreement_party: {
      id: newId(),
      agreement_id: agreementId,
      ...common,
      stage: 'named',
      role: 'client',
      position: 1,
    },
  }
  const insert = people[who].tx((tx) =>
    tx
      .insertInto(table)
      .values(rows[table] as never)
      .execute(),
  )
  await expect(insert).rejects.toThrow(/row-level security/)
})

test.for(['goal', 'goal_text', 'goal_step', 'goal_step_text', 'agreement'] as const)(
  '%s: who only reads changes nothing',
  async (table) => {
    const change = {
      goal: { target_on: null },
      goal_text: { indicator: null },
      goal_step: { due_on: null },
      goal_step_text: { who: null },
      agreement: { version: 99 },
    }
    for (const who of ['overseer', 'released', 'colleague', 'stranger'] as const) {
      const result = await people[who].tx((tx) =>
        tx
          .updateTable(table)
          .set(change[table] as never)
          .where('case_id', '=', file.id)
          .executeTakeFirst(),
      )
      expect(result.numUpdatedRows).toBe(0n)
    }
  },
)

test.for(['agreement_content', 'agreement_party', 'goal_state_change'] as const)(
  '%s: what is written stays, even for the case manager',
  async (table) => {
    const change = people.manager.tx((tx) =>
      tx
        .updateTable(table)
        .set({ case_id: file.id } as never)
        .execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    await expect(people.manager.tx((tx) => tx.deleteFrom(table).execute())).rejects.toThrow(
      /permission denied/,
    )
  },
)

test('agreement: only the columns that move it on can be changed', async () => {
  const forged = people.manager.tx((tx) =>
    tx.updateTable('agreement').set({ number: 7 }).where('id', '=', agreementId).execute(),
  )
  await expect(forged).rejects.toThrow(/permission denied/)
})

test('BC-12 goal: a wording, step or agreement cannot hang on a goal of another case or tenant', async () => {
  const other = await aCase({ responsible: people.manager })
  const insert = people.manager.tx((tx) =>
    tx
      .insertInto('goal_step')
      .values({
        id: newId(),
        case_id: other.id,
        goal_id: goalId,
        responsible: 'client',
        state_on: '2026-11-21',
        position: 1,
      })
      .execute(),
  )
  await expect(insert).rejects.toThrow(/foreign key/)
})

test('oversight reads the plan without words and finds no agreement to print', async () => {
  const { client } = people.overseer
  const { body } = await client.call(planEndpoints.read, { params: { id: file.id } })
  expect(body.can).toEqual([])
  expect(body.goals[0]).toMatchObject({ text: null, steps: [{ text: null }] })
  expect(body.persons).toMatchObject([{ name: null }])
  expect(body.changes).toBeNull()
  const agreement = await client.call(agreementEndpoints.read, { params: { id: agreementId } })
  expect(agreement.body).toMatchObject({ content: null, parties: [], state: 'signed' })
  expect((await client.call(agreementEndpoints.pdf, { params: { id: agreementId } })).status).toBe(404)
  const denied = await client.call(planEndpoints.addGoal, { params: { id: file.id }, body: { wording: 'x' } })
  expect(denied.status).toBe(403)
})
