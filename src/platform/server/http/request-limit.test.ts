import { afterAll, describe, expect, test } from 'vitest'
import { Client } from '../../../testing/client.ts'
import { openHouse } from '../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

const left = async (client: Client, path = '/api/session') => {
  const { headers } = await client.raw('GET', path)
  return { limit: Number(headers['x-ratelimit-limit']), remaining: Number(headers['x-ratelimit-remaining']) }
}

describe('BC-32 requests are counted', () => {
  test('per session once it led to a person: two people behind one address do not share a count', async () => {
    const [anna, bela] = [await house.user(house.a), await house.user(house.a)]
    for (const { client } of [anna, bela]) await client.raw('GET', '/api/session')
    expect(await left(anna.client)).toEqual({ limit: 1200, remaining: 1199 })
    expect(await left(anna.client)).toEqual({ limit: 1200, remaining: 1198 })
    expect(await left(bela.client)).toEqual({ limit: 1200, remaining: 1199 })
  })

  test('per address before, and an invented cookie opens no count of its own', async () => {
    const { remaining } = await left(house.anonymous)
    const forged = (token: string) => left(new Client(house.app, token))
    expect(await forged('erfunden')).toEqual({ limit: 6000, remaining: remaining - 1 })
    expect(await forged('erfunden')).toEqual({ limit: 6000, remaining: remaining - 2 })
    expect(await forged('anders')).toEqual({ limit: 6000, remaining: remaining - 3 })
  })

  test('but not the files of the application', async () => {
    expect((await house.anonymous.raw('GET', '/anmelden')).headers['x-ratelimit-limit']).toBeUndefined()
  })
})
