import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { NoActor, withActor, withSystem } from '../../../platform/server/db/with-actor.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { anExportGrant } from '../../../testing/an-export-grant.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'

const house = await openHouse()
const people = {} as Record<
  'manager' | 'colleague' | 'deputy' | 'overseer' | 'granted' | 'administrator' | 'dpo' | 'lead' | 'stranger',
  TestUser
>
let jobs: Pool
let file: TestCase
beforeAll(async () => {
  jobs = createPool(house.urls.jobs, 2)
  const user = (
    role: 'caseManager' | 'coordinator' | 'administrator' | 'dataProtectionOfficer' | 'kimLead',
  ) => house.user(house.a, { roles: [{ role }] })
  people.manager = await user('caseManager')
  people.colleague = await user('caseManager')
  people.deputy = await user('caseManager')
  people.granted = await user('caseManager')
  people.overseer = await user('coordinator')
  people.administrator = await user('administrator')
  people.dpo = await user('dataProtectionOfficer')
  people.lead = await user('kimLead')
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.deputy(people.manager, people.deputy)
  await arrange.oversight(house, people.overseer, people.manager)
  await anExportGrant(people.administrator, people.granted.id)
  file = await aCase({ responsible: people.manager })
})
afterAll(async () => {
  await jobs.end()
  await house.close()
})

const denied = { code: '42501' }
type Who = keyof typeof people

async function aJob(who: Who, kind: 'caseFile' | 'cases', caseId: string | null = null): Promise<string> {
  const id = newId()
  const format = kind === 'caseFile' ? 'pdf' : 'csv'
  await people[who].tx((tx) =>
    tx.insertInto('export_job').values({ id, kind, format, case_id: caseId, choice: '{}' }).execute(),
  )
  return id
}
const running = (id: string) =>
  house.system(house.a, (tx) =>
    tx.updateTable('export_job').set({ state: 'running' }).where('id', '=', id).execute(),
  )
const seen = (who: Who, table: 'export_job' | 'export_grant' | 'export_file') =>
  people[who].tx(async (tx) => (await tx.selectFrom(table).selectAll().execute()).length)
const aGrantBy = (who: Who, userId: string, days = 1) =>
  people[who].tx((tx) =>
    tx
      .insertInto('export_grant')
      .values({
        id: newId(),
        user_id: userId,
        reason: 'x',
        valid_during: sql`tstzrange(now(), now() + make_interval(days => ${days}))`,
      })
      .execute(),
  )

test('export_grant: read by its person, administration, oversight of data protection and KIM lead; by nobody else', async () => {
  for (const who of ['granted', 'administrator', 'dpo', 'lead'] as const)
    expect(await seen(who, 'export_grant'), who).toBe(1)
  for (const who of ['manager', 'colleague', 'overseer', 'stranger'] as const)
    expect(await seen(who, 'export_grant'), who).toBe(0)
})

test('export_grant: given by an administrator alone, never to oneself, never without an end', async () => {
  for (const who of ['manager', 'granted', 'lead', 'dpo'] as const)
    await expect(aGrantBy(who, people.colleague.id), who).rejects.toMatchObject(denied)
  await expect(aGrantBy('administrator', people.administrator.id)).rejects.toMatchObject(denied)
  await expect(aGrantBy('administrator', people.stranger.id)).rejects.toMatchObject({ code: '23503' })
  const endless = people.administrator.tx((tx) =>
    tx
      .insertInto('export_grant')
      .values({ id: newId(), user_id: people.colleague.id, reason: 'x', valid_during: '[2026-01-01,)' })
      .execute(),
  )
  await expect(endless).rejects.toMatchObject({ code: '23514' })
  const longer = await people.granted.tx((tx) =>
    tx.updateTable('export_grant').set({ valid_during: '[2026-01-01,2099-01-01)' }).executeTakeFirst(),
  )
  expect(longer.numUpdatedRows).toBe(0n)
})

test('export_job: a case file by who sees the case, a list by who has the grant', async () => {
  for (const who of ['manager', 'deputy', 'overseer'] as const) await aJob(who, 'caseFile', file.id)
  for (const who of ['colleague', 'granted', 'administrator', 'dpo'] as const)
    await expect(aJob(who, 'caseFile', file.id), who).rejects.toMatchObject(denied)
  await expect(aJob('stranger', 'caseFile', file.id)).rejects.toMatchObject(denied)
  await aJob('granted', 'cases')
  for (const who of ['manager', 'overseer', 'administrator', 'stranger'] as const)
    await expect(aJob(who, 'cases'), who).rejects.toMatchObject(denied)
})

test('export_job: seen and changed by its owner alone', async () => {
  const id = await aJob('manager', 'caseFile', file.id)
  expect(await seen('manager', 'export_job')).toBeGreaterThan(0)
  for (const who of ['administrator', 'dpo', 'lead', 'stranger'] as const)
    expect(await seen(who, 'export_job'), who).toBe(0)
  const { numUpdatedRows } = await people.deputy.tx((tx) =>
    tx.updateTable('export_job').set({ state: 'cancelled' }).where('id', '=', id).executeTakeFirst(),
  )
  expect(numUpdatedRows).toBe(0n)
  await expect(
    people.manager.tx((tx) => tx.deleteFrom('export_job').where('id', '=', id).execute()),
  ).rejects.toMatchObject(denied)
})

test('export_file: written while the own export runs, read by its owner as long as the right lasts (BC-08)', async () => {
  const id = await aJob('granted', 'cases')
  const write = (who: Who) =>
    people[who].tx((tx) =>
      tx
        .insertInto('export_file')
        .values({ export_id: id, name: 'x.csv', bytes: Buffer.from('x') })
        .execute(),
    )
  await expect(write('granted')).rejects.toMatchObject(denied)
  await running(id)
  await expect(write('manager')).rejects.toMatchObject(denied)
  await write('granted')
  expect(await seen('granted', 'export_file')).toBe(1)
  for (const who of ['manager', 'administrator', 'dpo', 'stranger'] as const)
    expect(await seen(who, 'export_file'), who).toBe(0)
  await people.administrator.tx((tx) =>
    tx
      .updateTable('export_grant')
      .set({ valid_during: sql`tstzrange(lower(valid_during), now())` })
      .where('user_id', '=', people.granted.id)
      .execute(),
  )
  expect(await seen('granted', 'export_file')).toBe(0)
})

test('open_export_session: opens a session of the owner for a running export of this tenant alone', async () => {
  const id = await aJob('manager', 'caseFile', file.id)
  const open = (tenant: string, hash: string) =>
    withSystem(jobs, tenant, async (tx) => {
      const { rows } = await sql<{ opened: boolean }>`
        select app.open_export_session(${id}::uuid, ${hash}) as opened`.execute(tx)
      return rows[0]!.opened
    })
  expect(await open(house.a.id, 'job-a'.padEnd(64, 'a'))).toBe(false)
  await running(id)
  expect(await open(house.b.id, 'job-b'.padEnd(64, 'b'))).toBe(false)
  expect(await open(house.a.id, 'job-c'.padEnd(64, 'c'))).toBe(true)
  const acting = await withActor(house.pool, 'job-c'.padEnd(64, 'c'), (_tx, actor) =>
    Promise.resolve(actor.userId),
  )
  expect(acting).toBe(people.manager.id)
  await expect(withActor(house.pool, 'job-a'.padEnd(64, 'a'), () => Promise.resolve())).rejects.toThrow(
    NoActor,
  )
  const asPerson = people.manager.tx((tx) =>
    sql`select app.open_export_session(${id}::uuid, ${'job-d'.padEnd(64, 'd')})`.execute(tx),
  )
  await expect(asPerson).rejects.toMatchObject(denied)
})

describe('refuse_other_sessions: what a worker whose SQL was taken over tries', () => {
  /** A direct insert as the workers' role, as the system actor of tenant a. */
  const insert = (change: object) =>
    withSystem(jobs, house.a.id, async (tx) => {
      const row = {
        token_hash: `job-${'e'.repeat(60)}`,
        id: newId(),
        tenant_id: house.a.id,
        user_id: people.manager.id,
        kind: 'job',
        state: 'open',
        idle_expires_at: sql`now() + interval '5 minutes'`,
        expires_at: sql`now() + interval '5 minutes'`,
        ...change,
      }
      const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
      const { rows } = await sql<{ created: boolean; fresh: boolean }>`
        insert into auth.session (${names}) values (${sql.join(Object.values(row))})
        returning created_at = now() as created, reauthenticated_at > 'epoch' as fresh`.execute(tx)
      await sql`delete from auth.session where token_hash = ${row.token_hash}`.execute(tx)
      return rows[0]
    })
  const cookie = createHash('sha256').update('a cookie').digest('hex')
  const far = { created_at: '2099-01-01', expires_at: '2099-01-01', idle_expires_at: '2099-01-01' }

  test('nobody without a running export, in no other tenant, no person, no system actor', async () => {
    const idle = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    await expect(insert({ user_id: idle.id })).rejects.toMatchObject(denied)
    await expect(insert({ tenant_id: house.b.id, user_id: people.stranger.id })).rejects.toMatchObject(denied)
    await expect(insert({ kind: 'person', token_hash: cookie })).rejects.toMatchObject(denied)
    await expect(insert({ kind: 'system', token_hash: cookie })).rejects.toMatchObject(denied)
  })

  test('for a running export: half an hour from now, not as signed in a moment ago, never as a cookie', async () => {
    await running(await aJob('manager', 'caseFile', file.id))
    expect(await insert({ reauthenticated_at: sql`now()` })).toEqual({ created: true, fresh: false })
    await expect(insert(far)).rejects.toMatchObject({ constraint: 'session_job_is_short' })
    await expect(insert({ token_hash: cookie })).rejects.toMatchObject({
      constraint: 'session_job_is_no_cookie',
    })
  })
})

test('open_export_session: not for who is inactive or has to change the password', async () => {
  const gone = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.colleague = gone
  const own = await aCase({ responsible: gone })
  const id = await aJob('colleague', 'caseFile', own.id)
  await running(id)
  await house.system(house.a, (tx) =>
    tx.updateTable('staff_user').set({ active: false }).where('id', '=', gone.id).execute(),
  )
  const opened = await withSystem(jobs, house.a.id, async (tx) => {
    const { rows } = await sql<{ opened: boolean }>`
      select app.open_export_session(${id}::uuid, ${'job-f'.padEnd(64, 'f')}) as opened`.execute(tx)
    return rows[0]!.opened
  })
  expect(opened).toBe(false)
})
