import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../testing/house.ts'
import { newId } from '../contract/ids.ts'
import { audit } from './audit.ts'

const house = await openHouse()
let anna: TestUser
let bert: TestUser
let foreign: TestUser
beforeAll(async () => {
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  bert = await house.user(house.a, { roles: [{ role: 'administrator' }, { role: 'dataProtectionOfficer' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
})
afterAll(() => house.close())

const denied = { code: '42501' }
const rows = (user: TestUser, table: string) =>
  user.tx(
    async (tx) => (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(tx)).rows,
  )

test('tenant: everyone sees the own one alone, nobody writes', async () => {
  expect((await rows(anna, 'tenant')).map(({ id }) => id)).toEqual([house.a.id])
  expect((await rows(foreign, 'tenant')).map(({ id }) => id)).toEqual([house.b.id])
  for (const statement of [
    'update tenant set name = name',
    'delete from tenant',
    `insert into tenant (id) values ('${newId()}')`,
  ]) {
    await expect(
      anna.tx((tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toMatchObject(denied)
  }
})

test('draft: the writer alone reads, changes and drops it', async () => {
  await anna.tx((tx) => tx.insertInto('draft').values({ key: 'k', content: '{"text":"anna"}' }).execute())
  for (const user of [bert, foreign]) {
    expect(await rows(user, 'draft')).toEqual([])
    await user.tx(async (tx) => {
      expect((await tx.updateTable('draft').set({ content: '{}' }).executeTakeFirst()).numUpdatedRows).toBe(
        0n,
      )
      expect((await tx.deleteFrom('draft').executeTakeFirst()).numDeletedRows).toBe(0n)
    })
    await user.tx((tx) => tx.insertInto('draft').values({ key: 'k', content: '{}' }).execute())
  }
  expect(await rows(anna, 'draft')).toMatchObject([{ content: { text: 'anna' } }])
})

test('draft: nobody writes one in the name of somebody else', async () => {
  const inTheNameOf = (user: TestUser) =>
    bert.tx((tx) => tx.insertInto('draft').values({ key: 'x', content: '{}', user_id: user.id }).execute())
  await expect(inTheNameOf(anna)).rejects.toMatchObject(denied)
})

test('idempotency_key: seen and answered by the writer alone', async () => {
  await anna.tx((tx) =>
    tx.insertInto('idempotency_key').values({ key: 'key-00001', request_hash: 'h' }).execute(),
  )
  expect(await rows(anna, 'idempotency_key')).toHaveLength(1)
  expect(await rows(bert, 'idempotency_key')).toEqual([])
  expect(await rows(foreign, 'idempotency_key')).toEqual([])
  const changed = await bert.tx((tx) =>
    tx.updateTable('idempotency_key').set({ status: 200 }).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  await expect(anna.tx((tx) => tx.deleteFrom('idempotency_key').execute())).rejects.toMatchObject(denied)
})

test('audit_event: the application only adds, as the person it is, and reads nothing back (BC-33)', async () => {
  await anna.tx((tx) => audit(tx, { action: 'case.read', objectKind: 'case' }))
  for (const statement of [
    'select 1 from audit_event',
    `update audit_event set action = 'x'`,
    'delete from audit_event',
    `insert into audit_event (id, action, object_kind, actor_id) values ('${newId()}', 'x', 'x', '${bert.id}')`,
    `insert into audit_event (id, action, object_kind, at) values ('${newId()}', 'x', 'x', now())`,
  ]) {
    for (const user of [anna, bert]) {
      await expect(
        user.tx((tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toMatchObject(denied)
    }
  }
  const written = await house.system(house.a, (tx) =>
    tx.selectFrom('audit_event').select(['actor_id', 'action']).execute(),
  )
  expect(written).toContainEqual({ actor_id: anna.id, action: 'case.read' })
})

test('audit_event: rolls back with the work it tells of (BC-33)', async () => {
  const failed = anna.tx(async (tx) => {
    await audit(tx, { action: 'never.happened', objectKind: 'case' })
    throw new Error('the work failed')
  })
  await expect(failed).rejects.toThrow('the work failed')
  const events = await house.system(house.a, (tx) => tx.selectFrom('audit_event').select('action').execute())
  expect(events).not.toContainEqual({ action: 'never.happened' })
})

test('audit_event: not even the workers change or delete what was written', async () => {
  for (const statement of [
    `update audit_event set action = 'x'`,
    'delete from audit_event',
    'delete from audit_seal',
  ]) {
    await expect(
      house.system(house.a, (tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toMatchObject(denied)
  }
})

test('audit_seal: out of reach for everyone who signs in', async () => {
  for (const statement of [
    'select 1 from audit_seal',
    `insert into audit_seal (seq) values (1)`,
    'delete from audit_seal',
  ]) {
    await expect(
      bert.tx((tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toMatchObject(denied)
  }
})

test('audit_check: read by the data protection officer and the administrator of the tenant, written by the clock alone', async () => {
  await house.system(house.a, (tx) =>
    sql`insert into audit_check (id, at, sealed, unsealed, faults) values (${newId()}, now(), 3, 0, 0)`.execute(
      tx,
    ),
  )
  expect(await rows(bert, 'audit_check')).toHaveLength(1)
  for (const user of [anna, foreign]) expect(await rows(user, 'audit_check')).toEqual([])
  for (const statement of ['delete from audit_check', `insert into audit_check (faults) values (0)`])
    await expect(
      bert.tx((tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toMatchObject(denied)
})
