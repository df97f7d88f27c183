import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { audit } from '../audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { connect } from '../db/connect.ts'
import { createPool, type Pool } from '../db/pool.ts'
import { forEachTenant, tenantIds, type Job } from './job.ts'
import { purgeIdempotencyKeys } from './purge-idempotency-keys.ts'
import { purgeSignInData } from './purge-sign-in-data.ts'
import { startSealing } from './sealing.ts'
import { startJobs } from './start-jobs.ts'

const house = await openHouse()
let jobsUrl: string
let pool: Pool
let anna: TestUser
beforeAll(async () => {
  jobsUrl = house.urls.jobs
  pool = createPool(jobsUrl, 2)
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
})
afterAll(async () => {
  await pool.end()
  await house.close()
})
const now = () => Temporal.Now.instant()

test('the workers start with their own login, seal the audit, run what is due, and stop', async () => {
  await anna.tx((tx) => audit(tx, { action: 'case.read', objectKind: 'case' }))
  const errors: unknown[] = []
  const ran: string[] = []
  const everyMinute: Job = { key: 'probe', cron: '* * * * *', run: async () => void ran.push('probe') }
  const start = () =>
    startJobs({ url: jobsUrl, jobs: [everyMinute], now, onError: (job, error) => errors.push([job, error]) })
  const workers = await start()
  try {
    await expect
      .poll(async () => (await verifyAudit(pool, house.a.id)).unsealed.count, { timeout: 10_000 })
      .toBe(0)
    const client = await connect(jobsUrl)
    const { rows } = await client.query('select name from jobs.schedule order by 1')
    expect(rows.map(({ name }) => name)).toEqual([
      'probe',
      'purge-idempotency-keys',
      'purge-sign-in-data',
      'verify-audit',
    ])
    await client.end()
  } finally {
    await workers.stop()
  }
  // A second server on the same database, and a second start.
  const [again, other] = [await start(), await start()]
  await Promise.all([again.stop(), other.stop()])
  expect(errors).toEqual([])
})

test('who stops while rows are being sealed does not wait for the next round', async () => {
  // With this pause the test would run out of time.
  await expect(startSealing(pool, () => {}, 600_000).stop()).resolves.toBeUndefined()
})

test('the queue is out of reach for the application and holds no data', async () => {
  const client = await house.pool.connect()
  try {
    await expect(client.query('select 1 from jobs.job')).rejects.toMatchObject({ code: '42501' })
  } finally {
    client.release()
  }
  // Where a full minute passed in the test before, the queue's own clock has handed a schedule over to itself.
  const { rows } = await pool.query(
    `select name, data from jobs.job where data is not null and name <> '__pgboss__send-it'`,
  )
  expect(rows).toEqual([])
})

test('every tenant has its turn, also after one that failed', async () => {
  const seen: string[] = []
  const run = forEachTenant(async (_tx, { actor }) => {
    seen.push(actor.tenantId)
    if (seen.length === 1) throw new Error('the first fails')
  })
  await expect(run({ pool, now: now() })).rejects.toThrow('failed for 1 tenants')
  expect(seen).toEqual([...(await tenantIds(pool))])
  expect(seen).toHaveLength(2)
})

test('idempotency keys live for a day', async () => {
  await anna.tx(async (tx) => {
    for (const key of ['old-key-1', 'new-key-1'])
      await tx.insertInto('idempotency_key').values({ key, request_hash: 'h' }).execute()
  })
  const age = await connect(house.urls.owner)
  await age.query(`begin; alter table idempotency_key no force row level security;
    update idempotency_key set created_at = now() - interval '25 hours' where key = 'old-key-1';
    alter table idempotency_key force row level security; commit`)
  await age.end()
  await purgeIdempotencyKeys.run({ pool, now: now() })
  const left = await anna.tx((tx) => tx.selectFrom('idempotency_key').select('key').execute())
  expect(left).toEqual([{ key: 'new-key-1' }])
})

test('failed attempts to sign in live for a day, good ones and ended sessions for a month, open ones on', async () => {
  const ended = await house.user(house.a)
  await sql`update auth.session set revoked_at = now() - interval '31 days' where token_hash = ${ended.sessionHash}`.execute(
    house.auth,
  )
  await sql`insert into auth.attempt (key, at, successful) values ('old', now() - interval '25 hours', false), ('new', now(), false),
    ('forgotten', now() - interval '31 days', true), ('known', now() - interval '29 days', true)`.execute(
    house.auth,
  )
  await purgeSignInData.run({ pool, now: now() })
  const attempts = await sql`select key from auth.attempt order by key`.execute(house.auth)
  expect(attempts.rows).toEqual([{ key: 'known' }, { key: 'new' }])
  const sessions = await sql<{ token_hash: string }>`select token_hash from auth.session`.execute(house.auth)
  const left = sessions.rows.map((row) => row.token_hash)
  expect(left).toContain(anna.sessionHash)
  expect(left).not.toContain(ended.sessionHash)
  expect(await tenantIds(pool)).toHaveLength(2)
})
