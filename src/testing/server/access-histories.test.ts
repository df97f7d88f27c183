import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counts, everything } from '../../platform/server/testing/counts.ts'
import { aCase } from '../a-case.ts'
import { aGivenConsent, teamConsent } from '../a-consent.ts'
import { aPartner, aSentReferral } from '../a-referral.ts'
import { arrange } from '../arrange.ts'
import { openHouse, type TestUser } from '../house.ts'
import { AccessModel } from '../proof/access-model.ts'
import { differencesOfPartners } from '../proof/differences-of-partners.ts'
import { looksAtACase, type Look } from '../proof/looks-at-a-case.ts'
import { operationsOf } from '../proof/operations.ts'
import { inDays, today } from '../proof/sample-of.ts'
import { tireless } from '../proof/tireless-client.ts'
import { theWorld } from '../proof/the-world.ts'

// Random histories of assignment, deputising, consent, withdrawal, release, reason, referral, closure and reopening by
// several people of two tenants and four organisations: after each step everybody sees exactly what the model says.
const house = await openHouse({ trustProxy: true })
await house.app.ready()
afterAll(() => house.close())

interface Real {
  readonly users: Map<string, TestUser>
  readonly cases: Map<string, { id: string; personId: string; concern: string; familyName: string }>
  readonly consents: Map<string, string>
  readonly deputies: Map<string, { id: string; version: number }>
  readonly releases: Map<string, string>
  /** Consents for the partner's office and referrals to it, in the order in which they were made. */
  readonly shares: Map<string, string[]>
  readonly referrals: Map<string, string[]>
}
/** People of offices: of the one that gets the referrals, of its neighbour, of the same office in the other tenant. */
const partners = new Map<string, TestUser>()
const users = new Map<string, TestUser>()
const employers: Record<string, string> = {}
beforeAll(async () => {
  for (const tenant of [house.a, house.b]) await theWorld(house, tenant)
})

/** People without earlier cases: what deputising opens is worked out for all cases of a person. */
async function newPeople(): Promise<void> {
  const { a, b } = house
  const manager = async (name: string, tenant: typeof a, organisation: string) => {
    const user = { organisation, roles: [{ role: 'caseManager' as const }], familyName: name }
    employers[name] = organisation
    users.set(name, tireless(house, await house.user(tenant, user)))
  }
  await manager('anna', a, a.kreis)
  await manager('bert', a, a.kreis)
  await manager('cem', a, a.town)
  await manager('dora', a, a.welfare)
  await manager('egon', b, b.kreis)
  employers['koord'] = a.kreis
  users.set('koord', tireless(house, await house.user(a, { roles: [{ role: 'coordinator' }] })))
  for (const name of ['anna', 'cem']) await arrange.oversight(house, users.get('koord')!, users.get(name)!)
  const partner = async (...args: Parameters<typeof aPartner>) => tireless(house, await aPartner(...args))
  partners.set('paula', await partner(house))
  partners.set('otto', await partner(house, a, a.kimUnitOfTown))
  partners.set('pia', await partner(house, b))
}

/** A new beginning: four new cases, nobody deputises. */
async function setup(): Promise<{ model: AccessModel; real: Real }> {
  const model = new AccessModel({
    employers,
    tenants: {
      anna: 'a',
      bert: 'a',
      cem: 'a',
      dora: 'a',
      koord: 'a',
      egon: 'b',
      paula: 'a',
      otto: 'a',
      pia: 'b',
    },
    oversees: ['anna', 'cem'],
    partners: ['paula', 'pia'],
  })
  const real: Real = {
    users,
    cases: new Map(),
    consents: new Map(),
    deputies: new Map(),
    releases: new Map(),
    shares: new Map(),
    referrals: new Map(),
  }
  for (const tenant of [house.a, house.b])
    await house.system(tenant, async (tx) => {
      await tx.deleteFrom('deputy').execute()
      await tx.deleteFrom('referral').execute()
    })
  for (const [key, owner] of [
    ['one', 'anna'],
    ['two', 'cem'],
    ['three', 'dora'],
    ['four', 'egon'],
  ] as const) {
    const mark = Math.random().toString(36).slice(2, 10)
    const texts = { concern: `Anliegen ${mark}`, familyName: `Familie-${mark}` }
    const file = await aCase({ responsible: users.get(owner)!, organisation: employers[owner]!, ...texts })
    real.cases.set(key, { id: file.id, personId: file.personId!, ...texts })
    model.cases.set(key, {
      responsible: owner,
      organisation: employers[owner]!,
      closed: false,
      team: false,
      released: false,
      reason: false,
      shares: 0,
      referrals: [],
    })
  }
  return { model, real }
}

let sent = 0
const ask = (user: TestUser, method: string, path: string, body?: object, ifMatch?: number) => {
  sent += 1
  return user.client.raw(method, path, {
    ...(body ? { body } : {}),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    headers: { 'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.1` },
  })
}

const looks = looksAtACase(operationsOf(house.app).operations, ask)
/** So many steps until one person has looked at everything of one case. */
const stepsPerRound = everything ? 8 : looks.length
/** Each person looks at something else of each case: after each step somebody has looked at everything. */
const looksInTurn = (place: number): readonly Look[] =>
  looks.filter((_, index) => (index + place + steps) % stepsPerRound === 0)

/**
 * What everybody is shown now, against the model; answers the differences. List and case are read by everybody after each
 * step, all the rest in turn, and by everybody at the end of a history (`all`): nothing wrong that lasts goes unseen.
 */
async function differences(model: AccessModel, real: Real, all = false): Promise<string[]> {
  const wrong: string[] = []
  const ofUser = async (name: string, user: TestUser, row: number) => {
    const list = name === 'koord' ? 'oversight' : 'mine'
    const rows = JSON.stringify((await ask(user, 'GET', `/api/cases?scope=${list}&state=all&limit=200`)).body)
    for (const [column, [key, file]] of [...real.cases].entries()) {
      const may = model.partsOf(name, key)
      const told = (what: string, is: unknown, expected: unknown) => {
        if (is !== expected)
          wrong.push(`${name} ${key} ${what}: ${String(is)} instead of ${String(expected)}`)
      }
      const read = await ask(user, 'GET', `/api/cases/${file.id}`)
      const text = JSON.stringify(read.body)
      told('case', read.status, may > 0 ? 200 : 404)
      told('concern', text.includes(file.concern), (may & 4) !== 0)
      told('name', text.includes(file.familyName), (may & 2) !== 0)
      told('list', rows.includes(file.id), name === 'koord' ? may > 0 : (may & 64) !== 0)
      told('name in list', rows.includes(file.familyName), rows.includes(file.id) && (may & 2) !== 0)
      const looking = { name, user, file, may, expected: model.cases.get(key)!, told }
      for (const look of all ? looks : looksInTurn(row * 4 + column)) await look(looking)
    }
  }
  await Promise.all([...real.users].map(([name, user], row) => ofUser(name, user, row)))
  return [...wrong, ...(await differencesOfPartners({ partners, ask }, model, real))]
}
type Command = fc.AsyncCommand<AccessModel, Real>
let steps = 0
/** One thing somebody does: what the model says of it, and what the server answers. */
function step(
  name: string,
  predict: (model: AccessModel) => boolean,
  act: (real: Real, model: AccessModel) => Promise<number>,
): Command {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, real) => {
      steps += 1
      const before = model.copy()
      const expected = predict(model)
      const status = await act(real, before)
      expect(`${name}: ${status < 300}`, `${status}`).toBe(`${name}: ${expected}`)
      expect(await differences(model, real)).toEqual([])
    },
  }
}

const managers = fc.constantFrom('anna', 'bert', 'cem', 'dora', 'egon')
const someone = fc.constantFrom('anna', 'bert', 'cem', 'dora', 'egon', 'koord')
const file = fc.constantFrom('one', 'two', 'three', 'four')

const handOver = fc.tuple(file, someone, managers).map(([key, who, to]) =>
  step(
    `${who} hands ${key} to ${to}`,
    (model) => model.handOver(key, who, to),
    async ({ users: all, cases }) =>
      (
        await ask(all.get(who)!, 'POST', `/api/cases/${cases.get(key)!.id}/handover`, {
          to: all.get(to)!.id,
          reason: 'workload',
        })
      ).status,
  ),
)
const deputise = fc.tuple(managers, managers).map(([absent, deputy]) =>
  step(
    `${deputy} stands in for ${absent}`,
    (model) => model.deputise(absent, deputy),
    async ({ users: all, deputies }) => {
      const body = { deputyUserId: all.get(deputy)!.id, from: today, lastDay: inDays(1) }
      const answer = await ask(all.get(absent)!, 'POST', '/api/deputies', body)
      if (answer.status < 300)
        deputies.set(`${absent} ${deputy}`, answer.body as { id: string; version: number })
      return answer.status
    },
  ),
)
const endDeputy = fc.tuple(managers, managers).map(([absent, deputy]) =>
  step(
    `${absent} is back, without ${deputy}`,
    (model) => model.endDeputy(absent, deputy),
    async ({ users: all, deputies }) => {
      const arranged = deputies.get(`${absent} ${deputy}`)
      deputies.delete(`${absent} ${deputy}`)
      if (!arranged) return 404
      return (
        await ask(all.get(absent)!, 'POST', `/api/deputies/${arranged.id}/end`, undefined, arranged.version)
      ).status
    },
  ),
)
const consent = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} records the team’s consent for ${key}`,
    (model) => model.agree(key, who),
    async ({ users: all, cases, consents }) => {
      const { id, personId } = cases.get(key)!
      try {
        consents.set(
          key,
          (
            await aGivenConsent(
              all.get(who)!,
              { id, personId },
              { ...teamConsent(personId), organisationId: null, unitId: null },
            )
          ).id,
        )
        return 201
      } catch (error) {
        return Number(/^\d+/.exec((error as Error).message)?.[0] ?? 500)
      }
    },
  ),
)
const withdraw = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} records the withdrawal for ${key}`,
    (model) => model.withdraw(key, who),
    async ({ users: all, consents }) => {
      const id = consents.get(key)
      if (!id) return 404
      return (await ask(all.get(who)!, 'POST', `/api/consents/${id}/withdrawal`, { withdrawnAs: 'oral' }))
        .status
    },
  ),
)
const release = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} releases ${key}`,
    (model) => model.release(key, who),
    async ({ users: all, cases, releases }) => {
      const body = { to: all.get('koord')!.id, parts: ['contactNotes', 'identity'] }
      const answer = await ask(all.get(who)!, 'POST', `/api/cases/${cases.get(key)!.id}/clear-access`, body)
      if (answer.status < 300) releases.set(key, (answer.body as { id: string }).id)
      return answer.status
    },
  ),
)
const reason = file.map((key) =>
  step(
    `koord opens ${key} for a reason`,
    (model) => model.openForReason(key),
    async ({ users: all, cases }) => {
      const body = { reason: 'danger', parts: ['identity'], hours: 24 }
      return (
        await ask(all.get('koord')!, 'POST', `/api/cases/${cases.get(key)!.id}/clear-access/reason`, body)
      ).status
    },
  ),
)
const close = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} closes ${key}`,
    (model) => model.close(key, who),
    async ({ users: all, cases }) =>
      (
        await ask(all.get(who)!, 'POST', `/api/cases/${cases.get(key)!.id}/closure`, {
          reason: 'goalsReached',
          goals: 'fully',
        })
      ).status,
  ),
)
const reopen = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} reopens ${key}`,
    (model) => model.reopen(key, who),
    async ({ users: all, cases }) =>
      (await ask(all.get(who)!, 'POST', `/api/cases/${cases.get(key)!.id}/reopening`, { reason: 'newNeed' }))
        .status,
  ),
)

const status = (error: unknown) => Number(/^\d+/.exec((error as Error).message)?.[0] ?? 500)
const keep = (list: Map<string, string[]>, key: string, id: string) =>
  list.set(key, [...(list.get(key) ?? []), id])

const share = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} records the consent for the partner’s office for ${key}`,
    (model) => model.share(key, who),
    async ({ users: all, cases, shares }) => {
      try {
        keep(shares, key, (await aGivenConsent(all.get(who)!, cases.get(key)!)).id)
        return 201
      } catch (error) {
        return status(error)
      }
    },
  ),
)
const unshare = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} records the withdrawal towards the partner’s office for ${key}`,
    (model) => model.unshare(key, who),
    async ({ users: all, shares }) => {
      const ids = shares.get(key) ?? []
      const id = ids.at(-1)
      if (!id) return 404
      const body = { withdrawnAs: 'oral' }
      const answer = await ask(all.get(who)!, 'POST', `/api/consents/${id}/withdrawal`, body)
      if (answer.status < 300) shares.set(key, ids.slice(0, -1))
      return answer.status
    },
  ),
)
const refer = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} refers ${key} to the partner’s office`,
    (model) => model.refer(key, who),
    async ({ users: all, cases, referrals }) => {
      try {
        keep(referrals, key, (await aSentReferral(all.get(who)!, cases.get(key)!)).id)
        return 200
      } catch (error) {
        return status(error)
      }
    },
  ),
)
const takeBack = fc.tuple(file, managers).map(([key, who]) =>
  step(
    `${who} takes the referral of ${key} back`,
    (model) => model.takeBack(key, who),
    async ({ users: all, cases, referrals }) => {
      const id = referrals.get(key)?.at(-1)
      if (!id) return 404
      const user = all.get(who)!
      const list = await ask(user, 'GET', `/api/cases/${cases.get(key)!.id}/referrals`)
      const rows = (list.body as { rows?: { id: string; version: number }[] }).rows ?? []
      const version = rows.find((row) => row.id === id)?.version ?? 1
      return (await ask(user, 'POST', `/api/referrals/${id}/withdrawal`, { reason: 'other' }, version)).status
    },
  ),
)
const moves = {
  accepted: {},
  declined: { reason: 'noCapacity' },
  running: {},
  completed: { result: 'reached' },
  brokenOff: { reason: 'other' },
} as const
const answer = fc
  .tuple(
    file,
    fc.constantFrom('paula', 'paula', 'otto', 'pia'),
    fc.constantFrom(...(Object.keys(moves) as (keyof typeof moves)[])),
  )
  .map(([key, who, to]) =>
    step(
      `${who} answers the referral of ${key}: ${to}`,
      (model) => model.answer(key, who, to),
      async ({ referrals }) => {
        const id = referrals.get(key)?.at(-1)
        if (!id) return 404
        const partner = partners.get(who)!
        const read = await ask(partner, 'GET', `/api/received-referrals/${id}`)
        const version = (read.body as { version?: number }).version ?? 1
        const body = { answer: { to, ...moves[to] }, basis: 'sgbX', basisConfirmed: true }
        return (await ask(partner, 'POST', `/api/received-referrals/${id}/answers`, body, version)).status
      },
    ),
  )

test(
  'BC-08 after any history every endpoint shows everybody exactly what the model allows',
  { timeout: 28_800_000 },
  async () => {
    const commands = fc.commands(
      [
        handOver,
        handOver,
        deputise,
        deputise,
        endDeputy,
        consent,
        withdraw,
        release,
        reason,
        close,
        reopen,
        share,
        share,
        share,
        refer,
        refer,
        refer,
        answer,
        answer,
        unshare,
        takeBack,
      ],
      {
        maxCommands: 20,
        size: 'max',
      },
    )
    let histories = 0
    while (steps < counts.accessSteps) {
      await fc.assert(
        fc.asyncProperty(commands, async (history) => {
          if (histories % 10 === 0) await newPeople()
          const { model, real } = await setup()
          await fc.asyncModelRun(() => ({ model, real }), history)
          expect(await differences(model, real, true)).toEqual([])
        }),
        { numRuns: 1, endOnFailure: true },
      )
      histories += 1
      // Takes more than an hour in test:full.
      if (everything && histories % 50 === 0)
        process.stdout.write(`${steps} steps in ${histories} histories\n`)
    }
    expect(steps).toBeGreaterThanOrEqual(counts.accessSteps)
    expect(histories).toBeGreaterThan(1)
  },
)
