import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser, deputy: TestUser, colleague: TestUser, coordinator: TestUser
let socialOffice: TestUser, immigration: TestUser, stranger: TestUser
let file: TestCase

beforeAll(async () => {
  const asManager = { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] } as const
  manager = await house.user(house.a, asManager)
  deputy = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  socialOffice = await house.user(house.a, {
    roles: [{ role: 'partner' }],
    organisation: house.a.town,
    unit: house.a.socialOfficeOfTown,
  })
  immigration = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, coordinator, manager)
  await arrange.deputy(manager, deputy)
  file = await aCase({ responsible: manager })
})

async function aTask(
  writer: TestUser,
  { caseId = null as string | null, assignee = null as string | null } = {},
): Promise<string> {
  const id = newId()
  await writer.tx(async (tx) => {
    await tx.insertInto('task').values({ id, case_id: caseId, assignee_id: assignee }).execute()
    await tx.insertInto('task_text').values({ task_id: id, case_id: caseId, title: 'Titel' }).execute()
  })
  return id
}

/** How many rows of task and task_text with this id somebody sees. */
const seen = (user: TestUser, id: string) =>
  user.tx(async (tx) => [
    (await tx.selectFrom('task').select('id').where('id', '=', id).execute()).length,
    (await tx.selectFrom('task_text').select('title').where('task_id', '=', id).execute()).length,
  ])

const changed = (user: TestUser, id: string) =>
  user.tx(async (tx) => {
    const task = await tx
      .updateTable('task')
      .set({ due_on: '2026-12-01' })
      .where('id', '=', id)
      .executeTakeFirst()
    const text = await tx
      .updateTable('task_text')
      .set({ title: 'anders' })
      .where('task_id', '=', id)
      .executeTakeFirst()
    return [Number(task.numUpdatedRows), Number(text.numUpdatedRows)]
  })

test('task: of a case, who may see the case; oversight without the title', async () => {
  const id = await aTask(manager, { caseId: file.id })
  expect(await seen(manager, id)).toEqual([1, 1])
  expect(await seen(deputy, id)).toEqual([1, 1])
  expect(await seen(coordinator, id)).toEqual([1, 0])
  for (const user of [colleague, socialOffice, immigration, stranger])
    expect(await seen(user, id)).toEqual([0, 0])
})

test('task: without a case, who has it and who gave it', async () => {
  const id = await aTask(manager, { assignee: colleague.id })
  expect(await seen(manager, id)).toEqual([1, 1])
  expect(await seen(colleague, id)).toEqual([1, 1])
  for (const user of [deputy, coordinator, socialOffice, immigration, stranger])
    expect(await seen(user, id)).toEqual([0, 0])
})

test('task: being named in a case gives no access to it', async () => {
  const id = await aTask(manager, { caseId: file.id, assignee: colleague.id })
  expect(await seen(colleague, id)).toEqual([0, 0])
})

test('task: written by who works the case, changed by nobody else, deleted by nobody', async () => {
  for (const user of [coordinator, colleague, socialOffice, immigration, stranger])
    await expect(aTask(user, { caseId: file.id })).rejects.toThrow(/row-level security|violates foreign key/)
  const id = await aTask(manager, { caseId: file.id })
  for (const user of [coordinator, colleague, socialOffice, immigration, stranger])
    expect(await changed(user, id)).toEqual([0, 0])
  expect(await changed(deputy, id)).toEqual([1, 1])
  await expect(manager.tx((tx) => tx.deleteFrom('task').where('id', '=', id).execute())).rejects.toThrow(
    /permission denied/,
  )
})

test('task_text: a text cannot be hung on a task of a case as if it had none', async () => {
  const id = newId()
  await manager.tx((tx) => tx.insertInto('task').values({ id, case_id: file.id }).execute())
  const hang = (caseId: string | null) =>
    manager.tx((tx) =>
      tx.insertInto('task_text').values({ task_id: id, case_id: caseId, title: 'x' }).execute(),
    )
  await expect(hang(null)).rejects.toThrow(/row-level security/)
  const other = await aCase({ responsible: manager })
  await expect(hang(other.id)).rejects.toThrow(/violates foreign key/)
  await hang(file.id)
})
