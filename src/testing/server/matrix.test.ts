import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf, roles, type Role } from '../../modules/staff/index.ts'
import { everything } from '../../platform/server/testing/counts.ts'
import { openHouse, type TestUser } from '../house.ts'
import { asking, missing, type Target } from '../proof/asking.ts'
import { employedAt } from '../proof/object-kind.ts'
import { objects } from '../proof/objects.ts'
import { operationsOf, type Operation } from '../proof/operations.ts'
import {
  emptyInstead,
  reaches,
  reachesOfRoute,
  relations,
  seenOnly,
  type Relation,
} from '../proof/reaches.ts'
import { bodies, listsOnly, refusals, states } from '../proof/requests.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// Two tenants × every role × every route × whose object: what the table in proof/reaches.ts says, and nothing else.
const house = await openHouse({ trustProxy: true })
afterAll(() => house.close())
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
const { ask, target } = asking(house, schemas)
const worlds = {} as Record<'a' | 'b', World>
beforeAll(async () => {
  for (const key of ['a', 'b'] as const) {
    worlds[key] = await theWorld(house, house[key])
    employedAt(worlds[key].owners.otherEmployer, house[key].town)
  }
})

test('every route stands in the tables of the proof: what its path names, whom its right reaches', () => {
  const named = operations.filter(({ stem }) => stem !== undefined && !listsOnly.has(stem))
  const unknown = named.filter(({ stem }) => !(stem! in objects)).map(({ stem }) => stem)
  expect(unknown, 'say in proof/objects.ts how such an object is made').toEqual([])
  const rights = named.map(({ endpoint }) => endpoint.right).filter((right) => !(right in reaches))
  expect(rights, 'say in proof/reaches.ts whose objects this right reaches').toEqual([])
})

test('no line of these tables has outlived its route', () => {
  const known = new Set(operations.flatMap(({ key, stem }) => [key, stem ?? key]))
  const lines = [objects, states, bodies, reachesOfRoute, seenOnly, refusals].flatMap((table) =>
    Object.keys(table),
  )
  expect([...lines, ...listsOnly].filter((line) => !known.has(line))).toEqual([])
})

const held = (role: Role, right: string) => right === 'self' || rightsOf([role]).has(right)
/** The same answer in everything a person can see of it. */
const shown = ({
  status,
  body,
  headers,
}: {
  status: number
  body: unknown
  headers: Readonly<Record<string, unknown>>
}) => {
  // A draft's answer repeats the key that was asked for.
  const { key: _key, ...rest } = (body ?? {}) as Record<string, unknown>
  return JSON.stringify([status, rest, headers['etag'], headers['content-type']])
}

function ownerOf(
  relation: Relation,
  actor: TestUser,
  personal: boolean,
  here: World,
  there: World,
): TestUser {
  if (relation === 'own') return personal ? actor : here.owners.own
  return relation === 'otherTenant' ? there.owners.own : here.owners[relation as 'colleague']
}

/** The second tenant is there for what would hold in one only: in `npm test` it asks across the border, not for colleagues. */
const relationsIn = ({ tenant }: World): readonly Relation[] =>
  everything || tenant.key === house.a.key ? relations : ['own', 'otherTenant']

/** What is made or asked once for several roles. */
interface Kept {
  readonly targets: Map<string, Target>
  /** What a missing object answers to who lacks the right. */
  readonly refusals: Map<string, string>
}

/** What is wrong with the answers of one route to one role. */
async function wrongFor(operation: Operation, role: Role, here: World, there: World, kept: Kept) {
  const actor = here.people[role]
  const { right } = operation.endpoint
  const kind = operation.stem === undefined ? undefined : objects[operation.stem]
  const reach = reachesOfRoute[operation.key] ?? reaches[right]
  const wrong: string[] = []
  const send = (what: Target) => ask(operation, actor.client, what, actor, here)
  if (!held(role, right)) {
    const theirs = await at(kept.targets, `${operation.stem} ${here.owners.own.id}`, () =>
      target(operation, here.owners.own, here, true),
    )
    const answer = await send(theirs)
    // Whoever lacks the right is told the same: for one of them what a missing one says, for all in `test:full`.
    const nothing = await at(
      kept.refusals,
      everything ? `${role} ${operation.key}` : operation.key,
      async () => shown(await send(missing)),
    )
    const told = `${here.tenant.key} ${role} ${operation.key}: ${answer.status} without the right`
    if (answer.status !== 403) wrong.push(told)
    if (shown(answer) !== nothing) wrong.push(`${told}, unlike a missing one`)
    return wrong
  }
  const nothing = kind && (await send(missing))
  for (const relation of kind ? relationsIn(here) : (['own'] as const)) {
    if (relation === 'missing') continue
    const owner = ownerOf(relation, actor, kind?.personal ?? false, here, there)
    const visible = !kind || (reach?.[role]?.includes(relation) ?? false)
    const made = async () =>
      visible && (operation.endpoint.method !== 'GET' || operation.key in states)
        ? target(operation, owner, here)
        : at(kept.targets, `${operation.stem} ${owner.id}`, () =>
            target(operation, owner, relation === 'otherTenant' ? there : here, true),
          )
    const answer = await send(kind ? await made() : missing)
    const expected = seenOnly[operation.key]?.includes(role) ? 403 : refusals[operation.key]
    const told = `${here.tenant.key} ${role} ${operation.key} ${relation}: ${answer.status} ${answer.problem?.code ?? ''}`
    if (visible && (expected === undefined ? answer.status >= 300 : answer.status !== expected)) {
      wrong.push(`${told} ${JSON.stringify(answer.problem?.fields ?? '')}`)
    }
    if (!visible && answer.status !== (emptyInstead[operation.key] ?? 404))
      wrong.push(`${told}, should be hidden`)
    if (!visible && shown(answer) !== shown(nothing!)) wrong.push(`${told}, unlike a missing one`)
  }
  return wrong
}

async function at<T>(kept: Map<string, T>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const value = await make()
  kept.set(key, value)
  return value
}

test.each([
  ['a', 'b'],
  ['b', 'a'],
] as const)(
  'BC-01 role × route × object, tenant %s: reached is what the table says; hidden answers like missing',
  { timeout: 600_000 },
  async (here, there) => {
    const wrong: string[] = []
    const kept: Kept = { targets: new Map(), refusals: new Map() }
    for (const operation of operations) {
      if (operation.endpoint.right === 'public') continue
      for (const role of roles) {
        // Who lacks the right is the same in both tenants: asked twice in `test:full` only.
        if (here === 'b' && !everything && !held(role, operation.endpoint.right)) continue
        wrong.push(...(await wrongFor(operation, role, worlds[here], worlds[there], kept)))
      }
    }
    expect(wrong).toEqual([])
    expect(operations.length).toBeGreaterThan(100)
  },
)
