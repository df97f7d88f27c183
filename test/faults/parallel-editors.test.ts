import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestEndpoints as endpoints, type RequestView } from '../../src/modules/cases/index.ts'
import { counts } from '../../src/platform/server/testing/counts.ts'
import { openHouse, type TestUser } from '../../src/testing/house.ts'

// Each editor comes from an address of its own: the limit per address is not what is tested here.
const house = await openHouse({ trustProxy: true })
const editors: TestUser[] = []
let id: string
beforeAll(async () => {
  for (let n = 0; n < 20; n += 1) {
    editors.push(
      await house.user(house.a, {
        roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
      }),
    )
  }
  const { body } = await editors[0]!.client.call(endpoints.record, {
    body: { channel: 'phone', siteId: house.a.site, concern: 'Stand 0' },
  })
  id = body.id
})
afterAll(() => house.close())

const path = () => `/api/requests/${id}`
let calls = 0
/** A new address every 500 calls stays below the limit. */
const from = () => ({ 'x-forwarded-for': `10.1.${Math.floor((calls += 1) / 500) % 250}.1` })
const read = async (user: TestUser) =>
  (await user.client.raw('GET', path(), { headers: from() })).body as RequestView
const write = (user: TestUser, concern: string, ifMatch?: number) =>
  user.client.raw('PATCH', path(), {
    body: { concern },
    headers: from(),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })

test('F9 without If-Match 428, with an old one 412 and the record as it is now', async () => {
  const before = await read(editors[1]!)
  expect((await write(editors[1]!, 'ohne')).status).toBe(428)
  expect((await write(editors[1]!, 'Stand 0', before.version)).status).toBe(200)
  const stale = await write(editors[2]!, 'veraltet', before.version)
  expect([stale.status, stale.problem.code]).toEqual([412, 'stale'])
  expect(stale.problem.current).toMatchObject({ concern: 'Stand 0', version: before.version + 1 })
  expect((await write(editors[2]!, 'aus der Zukunft', before.version + 99)).status).toBe(412)
  expect(await read(editors[2]!)).toMatchObject({ concern: 'Stand 0', version: before.version + 1 })
})

test(
  'F9 20 editors on one record: every edit answered with success is there, none is overwritten',
  { timeout: 1_200_000 },
  async () => {
    const start = await read(editors[0]!)
    const each = Math.ceil(counts.parallelEdits / editors.length)
    const versions: number[] = []
    const unexpected: number[] = []
    let stale = 0

    /** Counts up the number in the record: an update lost anywhere leaves the end too low. */
    async function countUp(user: TestUser): Promise<void> {
      let current = await read(user)
      let inVain = 0
      for (let done = 0; done < each;) {
        const next = Number(current.concern!.replace('Stand ', '')) + 1
        const { status, body, problem } = await write(user, `Stand ${next}`, current.version)
        if (status === 200) {
          current = body as RequestView
          versions.push(current.version)
          done += 1
          inVain = 0
          // People think before the next edit.
          await wait(Math.random() * 300)
        } else if (status === 412) {
          stale += 1
          current = problem.current as RequestView
          inVain += 1
          // A stale edit is repeated at once on the record as it is now. Who lost that race too steps back for a
          // while: if all twenty raced on, nineteen of twenty requests would be in vain, and the slower the machine,
          // the more so.
          if (inVain > 1) {
            await wait(Math.random() * Math.min(50 * 2 ** inVain, 2000))
            current = await read(user)
          }
        } else {
          unexpected.push(status)
          return
        }
      }
    }

    await Promise.all(editors.map(countUp))
    expect(unexpected).toEqual([])
    expect(stale).toBeGreaterThan(0)
    const edits = each * editors.length
    expect(await read(editors[0]!)).toMatchObject({
      concern: `Stand ${edits}`,
      version: start.version + edits,
    })
    expect(new Set(versions).size).toBe(edits)
  },
)
