import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { Client } from '../../../../testing/client.ts'
import { openHouse } from '../../../../testing/house.ts'
import { sessionEndpoints as endpoints } from '../../contract/session.ts'
import { everything } from '../../../../platform/server/testing/counts.ts'
import { checkedHashes, hashPassword } from './password.ts'
import { networkOf } from './throttle.ts'

const house = await openHouse()
afterAll(() => house.close())
beforeEach(() => house.owner.query('delete from auth.attempt'))

const password = 'Treppe Lampe Regen Fuchs'
const passwordHash = await hashPassword(password)
const secret = new Secret({ size: 20 }).base32

interface AccountOptions {
  readonly totp?: boolean
  readonly required?: boolean
}

/** A user with a login and the password above; `totp`: with a confirmed second factor. */
async function anAccount(loginName: string, { totp = false, required = false }: AccountOptions = {}) {
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await house.owner.query(
    `insert into auth.account (user_id, tenant_id, login_name, password_hash, second_factor_required, totp_secret, totp_confirmed_at)
     values ($1, $2, $3, $4, $5, $6, case when $6::text is not null then now() end)`,
    [user.id, house.a.id, loginName, passwordHash, required, totp ? secret : null],
  )
  return user
}

const signIn = (loginName: string, given = password, headers: Record<string, string> = {}) =>
  house.anonymous.raw('POST', '/api/session', { body: { loginName, password: given }, headers })
const cookieOf = (answer: { headers: Readonly<Record<string, unknown>> }) =>
  /__Host-lotse=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1]
const clientOf = (answer: { headers: Readonly<Record<string, unknown>> }) =>
  new Client(house.app, cookieOf(answer))
const codeAt = (offsetSeconds: number) =>
  new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + offsetSeconds * 1000,
  })
const locked = (loginName: string) =>
  house.owner.query('update auth.account set locked_at = now() where login_name = $1', [loginName])

describe('BC-28 the answer tells nothing about the account', () => {
  test('unknown name, wrong password and closed account look the same', async () => {
    await anAccount('bekannt')
    await anAccount('gesperrt')
    await locked('gesperrt')
    const answers = [
      await signIn('bekannt', 'falsches Kennwort'),
      await signIn('unbekannt', 'falsches Kennwort'),
      await signIn('gesperrt', 'falsches Kennwort'),
      await signIn('gesperrt'),
    ]
    for (const { status, problem, headers } of answers) {
      expect(status).toBe(401)
      expect(problem).toEqual(answers[0]!.problem)
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  test('every attempt costs the check of one hash and is counted once: known, unknown, closed, pending', async () => {
    await anAccount('gleich')
    await anAccount('gleich-zu')
    await locked('gleich-zu')
    await anAccount('gleich-zwei', { totp: true })
    const attempts = async () =>
      (await house.owner.query<{ count: number }>('select count(*)::int as count from auth.attempt')).rows[0]!
        .count
    await signIn('warm', 'falsches Kennwort')
    for (const name of ['gleich', 'gleich-zu', 'gleich-zwei', 'gibt-es-nicht', 'x'.repeat(100)]) {
      const before = [checkedHashes(), await attempts()]
      expect((await signIn(name, 'falsches Kennwort')).status).toBe(401)
      expect([checkedHashes(), await attempts()], name).toEqual([before[0]! + 1, before[1]! + 2])
    }
  })

  test.runIf(everything)(
    'unknown names and wrong passwords take the same time',
    { timeout: 120_000 },
    async () => {
      await anAccount('zeit')
      const times: Record<string, number[]> = { zeit: [], 'zeit-unbekannt': [] }
      for (let round = 0; round < 60; round++) {
        for (const [name, taken] of Object.entries(times)) {
          await house.owner.query('delete from auth.attempt')
          const begin = performance.now()
          expect((await signIn(name, 'falsches Kennwort')).status).toBe(401)
          taken.push(performance.now() - begin)
        }
      }
      const [known, unknown] = Object.values(times).map((all) => all.toSorted((a, b) => a - b)[30]!)
      expect(known! / unknown!).toBeGreaterThan(0.85)
      expect(known! / unknown!).toBeLessThan(1.18)
    },
  )

  test('too many failures are refused for known and unknown names alike, the right password included', async () => {
    await anAccount('bekannt2')
    for (const name of ['bekannt2', 'unbekannt2']) {
      for (let i = 0; i < 8; i++) expect((await signIn(name, 'falsches Kennwort')).status).toBe(401)
    }
    const [known, unknown] = [await signIn('bekannt2'), await signIn('unbekannt2')]
    expect(known.status).toBe(429)
    expect(known.problem).toEqual(unknown.problem)
    expect(known.headers['retry-after']).toBe(unknown.headers['retry-after'])
  })

  test('a right password clears the count of the account', async () => {
    await anAccount('vergesslich')
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 7; i++) await signIn('vergesslich', 'falsches Kennwort')
      expect((await signIn('vergesslich')).status).toBe(200)
    }
  })
})

describe('BC-30 sessions', () => {
  test('signing in gives a new token; the one that was sent along opens nothing (fixation)', async () => {
    await anAccount('fixiert')
    const planted = 'A'.repeat(43)
    const answer = await signIn('fixiert', password, { cookie: `__Host-lotse=${planted}` })
    expect(answer.status).toBe(200)
    expect(cookieOf(answer)).toBeDefined()
    expect(cookieOf(answer)).not.toBe(planted)
    expect((await new Client(house.app, planted).call(endpoints.read)).status).toBe(401)
    expect((await clientOf(answer).call(endpoints.read)).status).toBe(200)
  })

  test('after signing out the token is worth nothing', async () => {
    await anAccount('abgemeldet')
    const client = clientOf(await signIn('abgemeldet'))
    expect((await client.call(endpoints.read)).status).toBe(200)
    expect((await client.call(endpoints.signOut)).status).toBe(204)
    expect((await client.call(endpoints.read)).status).toBe(401)
  })

  test('after a change of the password every other session has ended, this one stays', async () => {
    await anAccount('wechsel')
    const [here, there] = [clientOf(await signIn('wechsel')), clientOf(await signIn('wechsel'))]
    const body = { current: password, next: 'ein ganz anderes Kennwort' }
    expect((await here.call(endpoints.changePassword, { body })).status).toBe(204)
    expect((await there.call(endpoints.read)).status).toBe(401)
    expect((await here.call(endpoints.read)).status).toBe(200)
    expect((await signIn('wechsel')).status).toBe(401)
    expect((await signIn('wechsel', 'ein ganz anderes Kennwort')).status).toBe(200)
  })

  test('the token is not stored: only its hash', async () => {
    await anAccount('gehasht')
    const token = cookieOf(await signIn('gehasht'))
    const { rows } = await house.owner.query('select from auth.session where token_hash = $1', [token])
    expect(rows).toHaveLength(0)
  })
})

describe('BC-31 second factor', () => {
  const secondFactor = (client: Client, code: string) =>
    client.raw('POST', '/api/session/second-factor', { body: { code } })

  test('until the code is right the session leads to nobody', async () => {
    await anAccount('zweifach', { totp: true })
    const first = await signIn('zweifach')
    expect(first.body).toMatchObject({ state: 'secondFactor' })
    const pending = clientOf(first)
    expect((await pending.call(endpoints.read)).status).toBe(401)
    expect((await secondFactor(pending, '000000')).status).toBe(400)
    const second = await secondFactor(pending, codeAt(0))
    expect(second.status).toBe(200)
    expect(cookieOf(second)).not.toBe(cookieOf(first))
    expect((await clientOf(second).call(endpoints.read)).status).toBe(200)
    expect((await pending.call(endpoints.read)).status).toBe(401)
  })

  test('a code counts once, also when it arrives twice at once', async () => {
    await anAccount('wiederholt', { totp: true })
    const clients = [clientOf(await signIn('wiederholt')), clientOf(await signIn('wiederholt'))]
    const code = codeAt(0)
    const answers = await Promise.all(clients.map((client) => secondFactor(client, code)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
    const late = clientOf(await signIn('wiederholt'))
    expect((await secondFactor(late, code)).status).toBe(400)
  })

  test('a clock that is half a minute off is forgiven, two minutes are not', async () => {
    await anAccount('daneben', { totp: true })
    const client = clientOf(await signIn('daneben'))
    expect((await secondFactor(client, codeAt(-120))).status).toBe(400)
    expect((await secondFactor(client, codeAt(120))).status).toBe(400)
    expect((await secondFactor(client, codeAt(-30))).status).toBe(200)
  })

  test('guessing ends after eight codes, also across sessions', async () => {
    await anAccount('geraten', { totp: true })
    const right = new Set([-30, 0, 30].map(codeAt))
    const wrong = ['111111', '222222', '333333'].find((code) => !right.has(code))!
    for (let i = 0; i < 8; i++)
      expect((await secondFactor(clientOf(await signIn('geraten')), wrong)).status).toBe(400)
    expect((await secondFactor(clientOf(await signIn('geraten')), codeAt(0))).status).toBe(429)
  })

  test('where a second factor is due and none is set up, setting it up is the only way in', async () => {
    await anAccount('pflicht', { required: true })
    const first = await signIn('pflicht')
    expect(first.body).toMatchObject({ state: 'enrolSecondFactor' })
    expect((await clientOf(first).call(endpoints.read)).status).toBe(401)
    const { secret: own } = (first.body as { enrolment: { secret: string } }).enrolment
    const code = new TOTP({ secret: Secret.fromBase32(own) }).generate()
    const second = await secondFactor(clientOf(first), code)
    expect(second.body).toMatchObject({ state: 'open' })
    expect((await signIn('pflicht')).body).toMatchObject({ state: 'secondFactor' })
  })
})

describe('BC-32 the throttle is not walked around', () => {
  const failures = async (names: readonly string[], headers: (i: number) => Record<string, string>) =>
    (await Promise.all(names.map((name, i) => signIn(name, 'falsches Kennwort', headers(i))))).map(
      ({ status }) => status,
    )

  test('not by sending thirty guesses at once', async () => {
    await anAccount('gleichzeitig')
    const statuses = await failures(
      Array.from({ length: 30 }, () => 'gleichzeitig'),
      () => ({}),
    )
    expect(statuses.filter((status) => status === 401)).toHaveLength(8)
    expect(statuses.filter((status) => status === 429)).toHaveLength(22)
  })

  test('not by X-Forwarded-For, when no proxy is trusted', async () => {
    const statuses: number[] = []
    for (let round = 0; round < 21; round++) {
      const names = Array.from({ length: 5 }, (_, i) => `niemand${round}.${i}`)
      statuses.push(...(await failures(names, (i) => ({ 'x-forwarded-for': `203.0.${round}.${i}` }))))
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(100)
    expect((await signIn('niemand', 'falsches Kennwort', { forwarded: 'for=198.51.100.1' })).status).toBe(429)
  }, 60_000)

  test('and the failures of others behind one address do not lock out who was signed in from it', async () => {
    await anAccount('bekannt.hier')
    await anAccount('neu.hier')
    expect((await signIn('bekannt.hier')).status).toBe(200)
    for (let round = 0; round < 20; round++)
      await failures(
        Array.from({ length: 5 }, (_, i) => `fremd${round}.${i}`),
        () => ({}),
      )
    expect((await signIn('bekannt.hier')).status).toBe(200)
    expect((await signIn('neu.hier')).status).toBe(429)
    // The own failures still count.
    const own = await failures(
      Array.from({ length: 9 }, () => 'bekannt.hier'),
      () => ({}),
    )
    expect(own.filter((status) => status === 429)).toHaveLength(1)
    await house.owner.query(`update auth.attempt set at = now() - interval '31 days' where successful`)
    await house.owner.query(
      `delete from auth.attempt where key not in (select key from auth.attempt group by key having count(*) >= 100) and not successful`,
    )
    expect((await signIn('bekannt.hier')).status).toBe(429)
  }, 60_000)

  test('not by writing the login name differently', async () => {
    await anAccount('Müller.Änne')
    const spellings = ['müller.änne', 'MÜLLER.ÄNNE', ' Müller.Änne ', 'Mu\u0308ller.A\u0308nne']
    for (const spelling of spellings) expect((await signIn(spelling)).status, spelling).toBe(200)
    const statuses = await failures([...spellings, ...spellings, ...spellings], () => ({}))
    expect(statuses.filter((status) => status === 401)).toHaveLength(8)
  })

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:DB8:1:2:a::%eth0', '2001:db8:1:2'],
    ['2001:db8:1:3::1', '2001:db8:1:3'],
    ['::1', '0:0:0:0'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['198.51.100.7', '198.51.100.7'],
  ])('not by another address of the same network: %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
