import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../contract/ids.ts'
import { audit } from '../audit.ts'
import { createPool, type Pool } from './pool.ts'
import { sendWithCommit } from './last-statements.ts'
import { withActor, type Actor, type Tx } from './with-actor.ts'

// What a transaction saves itself: the question who is asking, the wait for COMMIT, a round trip for the audit row.
const house = await openHouse()
let anna: TestUser
let pool: Pool
let hash: string
beforeAll(async () => {
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  hash = anna.sessionHash
  // One connection: whoever comes next gets the one that is not quite done.
  pool = createPool(house.urls.app, 1)
})
afterAll(async () => {
  await pool.end()
  await house.close()
})

const guess = { guess: true }
const reading = { readOnly: true, guess: true }
const task = (tx: Tx, title: string) =>
  tx
    .insertInto('task')
    .values({ id: newId(), assignee_id: anna.id })
    .execute()
    .then(() => title)
const audited = async (action: string) => {
  const { rows } = await house.system(house.a, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from audit_event where action = ${action}`.execute(tx),
  )
  return rows[0]!.n
}

test('statements are planned once and never compiled, and the connection is left as it was', async () => {
  const settings = `select current_setting('plan_cache_mode') as plans, current_setting('jit') as jit`
  const inside = await anna.tx(async (tx) => (await sql.raw(settings).execute(tx)).rows)
  expect(inside).toEqual([{ plans: 'force_generic_plan', jit: 'off' }])
  const { rows } = await house.pool.query(
    `select name from pg_settings where name in ('plan_cache_mode', 'jit', 'role') and setting <> reset_val`,
  )
  expect(rows).toEqual([])
})

test('work begins as whom the session led to, and is done again when that has changed', async () => {
  const seen: Actor[] = []
  const work = async (tx: Tx, actor: Actor) => {
    seen.push(actor)
    await audit(tx, { action: 'test.guessed', objectKind: 'test' })
    return actor.roles
  }
  expect(await withActor(pool, hash, work, guess)).toEqual(['caseManager'])
  expect(await withActor(pool, hash, work, guess)).toEqual(['caseManager'])
  expect(seen).toHaveLength(2)
  const role = { id: newId(), user_id: anna.id, role: 'lineManager', scope_kind: 'tenant' }
  await house.system(house.a, (tx) => tx.insertInto('role_assignment').values(role).execute())
  expect((await withActor(pool, hash, work, guess)).toSorted()).toEqual(['caseManager', 'lineManager'])
  expect(seen, 'once as guessed, once as found').toHaveLength(4)
  expect(seen[2]!.roles).toEqual(['caseManager'])
  expect(await audited('test.guessed'), 'what was done on the wrong guess is undone').toBe(3)
})

test('an error on a wrong guess is not what people are told', async () => {
  await withActor(pool, hash, async () => {}, guess)
  await house.system(house.a, (tx) =>
    tx
      .deleteFrom('role_assignment')
      .where('user_id', '=', anna.id)
      .where('role', '=', 'lineManager')
      .execute(),
  )
  const answer = await withActor(
    pool,
    hash,
    async (_tx, { roles }) => {
      if (roles.includes('lineManager')) throw new Error('of another time')
      return 'found'
    },
    guess,
  )
  expect(answer).toBe('found')
})

test('BC-08 a session that ended leads to nobody, also where it was known a moment ago', async () => {
  const leaving = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await withActor(pool, leaving.sessionHash, async () => {}, guess)
  await house.system(house.a, (tx) =>
    tx.updateTable('staff_user').set({ active: false }).where('id', '=', leaving.id).execute(),
  )
  let rows: unknown[] | undefined
  const work = async (tx: Tx) => {
    rows = await tx.selectFrom('staff_user').selectAll().execute()
  }
  await expect(withActor(pool, leaving.sessionHash, work, guess)).rejects.toThrow('no active session')
  expect(rows, 'row level security asks the session itself').toEqual([])
  rows = undefined
  await expect(withActor(pool, leaving.sessionHash, work, guess)).rejects.toThrow('no active session')
  expect(rows, 'and is no longer guessed').toBeUndefined()
})

test('reading only: the database refuses to write, and the transaction ends without being waited for', async () => {
  const write = withActor(pool, hash, (tx) => task(tx, 'x'), reading)
  await expect(write).rejects.toMatchObject({ code: '25006' })
  const other = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  const names = (tx: Tx) => tx.selectFrom('tenant').select('key').execute()
  // On the same connection, at once: each in a transaction of its own.
  const answers = await Promise.all([
    withActor(pool, hash, names, reading),
    withActor(pool, other.sessionHash, names, reading),
    withActor(pool, hash, names),
    withActor(pool, other.sessionHash, names, reading),
  ])
  expect(answers.map((rows) => rows.map(({ key }) => key))).toEqual([
    ['kreis-a'],
    ['kreis-b'],
    ['kreis-a'],
    ['kreis-b'],
  ])
  await new Promise((resolve) => setTimeout(resolve, 50))
  const { rows } = await pool.query(
    `select pg_current_xact_id_if_assigned() as id, now() = statement_timestamp() as own`,
  )
  expect(rows, 'no transaction is left open').toEqual([{ id: null, own: true }])
})

test('BC-33 what goes with COMMIT fails with it: nothing is written', async () => {
  const before = await audited('test.last')
  const work = async (tx: Tx) => {
    await audit(tx, { action: 'test.last', objectKind: 'test' })
    sendWithCommit(
      tx,
      tx
        .insertInto('audit_event')
        .values({ id: newId(), action: 'x', object_kind: 'x', tenant_id: house.b.id }),
    )
  }
  await expect(withActor(pool, hash, work)).rejects.toMatchObject({ code: '42501' })
  expect(await audited('test.last')).toBe(before)
  await withActor(pool, hash, (tx) => audit(tx, { action: 'test.last', objectKind: 'test' }))
  expect(await audited('test.last')).toBe(before + 1)
})

test('nothing can be sent with a COMMIT that is over', async () => {
  let late: Tx | undefined
  await withActor(pool, hash, async (tx) => {
    late = tx
  })
  await expect(audit(late!, { action: 'test.late', objectKind: 'test' })).rejects.toThrow(
    'the transaction is over',
  )
})
