import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from '../../testing/house.ts'
import { OperatorError } from './cli/operator-error.ts'
import { refuseUnreadyProduction, type Duty } from './refuse-unready-production.ts'

const house = await openHouse()
afterAll(() => house.close())
beforeEach(() => house.owner.query('delete from auth.account'))

const ready = {
  mode: 'production' as const,
  host: '127.0.0.1',
  publicUrl: 'https://lotse.kreis-musterland.de',
  trustProxy: ['127.0.0.1'],
  database: { auth: house.urls.auth },
}
const nothing: readonly Duty[] = []
const reasonsOf = async (
  change: Partial<Omit<typeof ready, 'mode' | 'publicUrl' | 'trustProxy'>> & {
    mode?: 'demo' | 'production'
    publicUrl?: string | undefined
    trustProxy?: boolean | string[]
  } = {},
  duties = nothing,
) =>
  refuseUnreadyProduction({ ...ready, ...change }, { duties, knownLogins: ['mus-cm1'] }).then(
    () => '',
    (error: unknown) => {
      expect(error).toBeInstanceOf(OperatorError)
      expect((error as OperatorError).exitCode).toBe(6)
      return (error as OperatorError).message
    },
  )

async function anAccount(login: string, required: boolean) {
  const { id } = await house.user(house.a)
  await house.owner.query(
    'insert into auth.account (user_id, tenant_id, login_name, second_factor_required) values ($1, $2, $3, $4)',
    [id, house.a.id, login, required],
  )
}

describe('production', () => {
  test('starts when nothing is missing', async () => {
    await anAccount('wer', true)
    expect(await reasonsOf({}, [{ name: 'Löschung', present: true }])).toBe('')
  })

  test.each([
    ['no address', { publicUrl: undefined }, /PUBLIC_URL fehlt/],
    ['plain http', { publicUrl: 'http://lotse.kreis.de' }, /PUBLIC_URL fehlt oder beginnt nicht mit https/],
    ['no proxy', { trustProxy: false }, /TRUST_PROXY fehlt/],
    ['every proxy', { trustProxy: true, host: '0.0.0.0' }, /TRUST_PROXY=true glaubt jedem/],
  ])('refuses without encryption: %s', async (_title, change, reason) => {
    expect(await reasonsOf(change)).toMatch(reason)
  })

  test('every proxy is fine where only the own machine reaches the server', async () => {
    expect(await reasonsOf({ trustProxy: true })).toBe('')
  })

  test('refuses demo accounts and logins without a second factor', async () => {
    await anAccount('mus-cm1', false)
    expect(await reasonsOf()).toMatch(/1 Demonstrationskonten/)
    expect(await reasonsOf()).not.toMatch(/zweite Faktor/)
    await anAccount('echt', false)
    expect(await reasonsOf()).toMatch(/Bei 1 Konten ist der zweite Faktor nicht vorgeschrieben/)
    await house.owner.query(`update auth.account set locked_at = now()`)
    expect(await reasonsOf()).toBe('')
  })

  test('refuses while a duty is missing, and names all reasons at once', async () => {
    const message = await reasonsOf({ publicUrl: undefined, trustProxy: false }, [
      { name: 'das Löschen einer Person auf Antrag (Art. 17 DSGVO)', present: false },
    ])
    expect(message).toMatch(/Löschen einer Person[\s\S]*/)
    expect(message.match(/^- /gm)).toHaveLength(3)
  })

  test('the demo starts with all of it missing', async () => {
    await anAccount('mus-cm1', false)
    const change = { mode: 'demo', publicUrl: undefined, trustProxy: false } as const
    expect(await reasonsOf(change, [{ name: 'x', present: false }])).toBe('')
  })
})
