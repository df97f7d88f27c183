import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf, roles, type Role } from '../../modules/staff/index.ts'
import { connect } from '../../platform/server/db/connect.ts'
import { openHouse, type TestUser } from '../house.ts'
import { asking, type Target } from '../proof/asking.ts'
import { databaseImage, differingTables } from '../proof/database-image.ts'
import { objects } from '../proof/objects.ts'
import { operationsOf, type Operation } from '../proof/operations.ts'
import { reaches, reachesOfRoute, seenOnly } from '../proof/reaches.ts'
import { refusals } from '../proof/requests.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// BC-33: whatever a route does, or shows of a person's file, is in the audit trail, in the same transaction.
const house = await openHouse({ trustProxy: true })
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
const { ask, target } = asking(house, schemas)
let admin: Awaited<ReturnType<typeof connect>>
/** The first is used up by the first test; in the second nothing ever succeeds. */
let world: World
let untouched: World
beforeAll(async () => {
  admin = await connect(house.admin)
  world = await theWorld(house, house.a)
  untouched = await theWorld(house, house.b)
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

/** Writes that touch nobody's file, and POSTs that only read. */
const quietWrites = new Set([
  'PUT /api/drafts/:key',
  'DELETE /api/drafts/:key',
  // The register of decisions holds no person's file.
  'POST /api/decision-searches',
  'POST /api/notifications/reading',
  'POST /api/notifications/:id/reading',
  'POST /api/users/search',
  // An account without open work: nothing is given back.
  'POST /api/users/:id/open-work/release',
  // Written where somebody was shown: search/server/routes.test.ts, cases/server/routes.test.ts.
  'POST /api/cases/search',
  // Asks the gate what would leave; nothing is written.
  'POST /api/impulses/gate',
  'POST /api/impulses/text-checks',
  'POST /api/interviews/gate',
  'POST /api/search',
  'POST /api/search/contacts',
])
/** Writes that set something else in motion, audited as well. */
const moreEntries = new Map([
  ['POST /api/consents/:id/withdrawal', 2],
  ['POST /api/secrecy-releases/:id/withdrawal', 2],
  // Here somebody is found.
  ['POST /api/search', 1],
  ['POST /api/search/contacts', 1],
])
/** Paths below which a person's file is read. */
const files =
  /^\/api\/(cases|persons|requests|contacts|goals|goal-steps|agreements|assessments|consents|secrecy-releases|documents)\/:/
/** Reads below these paths that show nothing of the person. */
const quietReads = new Set([
  'GET /api/requests/:id/assignees', // names of staff
  'GET /api/cases/:id/handover-candidates', // names of staff
  'GET /api/requests/:id/transfer-targets', // sites
  'GET /api/cases/:id/access', // who sees it and why
  'GET /api/cases/:id/consents/summary', // counts
  'GET /api/cases/:id/withdrawals', // recipients and dates; the letters are audited
])

/** Somebody who may do this with an own object. */
function actorOf(operation: Operation, { people }: World): TestUser | undefined {
  const { right } = operation.endpoint
  const reach = reachesOfRoute[operation.key] ?? reaches[right]
  const may = (role: Role) =>
    (right === 'self' || rightsOf([role]).has(right)) &&
    (operation.stem === undefined || !reach || reach[role] !== undefined) &&
    !seenOnly[operation.key]?.includes(role)
  const role = roles.find(may)
  return role && people[role]
}
/** Personal things belong to whoever asks, all else to the case manager. */
const ownerFor = ({ stem }: Operation, actor: TestUser, { owners }: World) =>
  objects[stem ?? '']?.personal ? actor : owners.own

const asked = operations.filter(({ key, endpoint }) => endpoint.right !== 'public' && !(key in refusals))
const writing = asked.filter(({ key, endpoint }) => endpoint.method !== 'GET' && !quietWrites.has(key))
const count = async () => {
  const { rows } = await admin.query<{ count: number }>('select count(*)::int as count from audit_event')
  return rows[0]!.count
}

test(
  'BC-33 every write and every read of a person’s file leaves exactly one entry',
  { timeout: 300_000 },
  async () => {
    const wrong: string[] = []
    for (const operation of asked) {
      const { key, endpoint } = operation
      const actor = actorOf(operation, world)
      // An own object of nobody: BC-01 says who gets which refusal.
      if (!actor) continue
      // An own object of nobody: BC-01 says who gets which refusal.
      if (!actor) continue
      const what = await target(operation, ownerFor(operation, actor, world), world)
      const before = await count()
      const { status } = await ask(operation, actor.client, what, actor, world)
      const entries = (await count()) - before
      const reads = endpoint.method === 'GET' && files.test(endpoint.path) && !quietReads.has(key)
      const expected = moreEntries.get(key) ?? (reads || writing.includes(operation) ? 1 : 0)
      if (status >= 300 || (entries !== expected && !(endpoint.method === 'GET' && expected === 0)))
        wrong.push(`${key}: ${status}, ${entries} entries instead of ${expected}`)
    }
    expect(wrong).toEqual([])
    expect(writing.length).toBeGreaterThan(60)
  },
)

/** Everything that may be written once, prepared while writing is still possible. */
async function prepared(): Promise<[Operation, TestUser, Target][]> {
  const all: [Operation, TestUser, Target][] = []
  for (const operation of writing) {
    const actor = actorOf(operation, untouched)
    if (!actor) continue
    all.push([operation, actor, await target(operation, ownerFor(operation, actor, untouched), untouched)])
  }
  return all
}
/** Who succeeds all the same, and the tables that have changed when all was asked. */
async function whileAuditFails(breaks: string, heals: string) {
  const requests = await prepared()
  const before = await databaseImage(house.admin)
  await admin.query(breaks)
  const succeeded: string[] = []
  try {
    for (const [operation, actor, what] of requests) {
      const { status } = await ask(operation, actor.client, what, actor, untouched)
      if (status < 500) succeeded.push(`${operation.key}: ${status}`)
    }
  } finally {
    await admin.query(heals)
  }
  return { succeeded, changed: differingTables(before, await databaseImage(house.admin)) }
}

test.each([
  [
    'what cannot be audited does not happen',
    'revoke insert on audit_event from app_user',
    'grant insert on audit_event to app_user',
  ],
  [
    'what fails at the commit leaves no entry either',
    `create function fail() returns trigger language plpgsql as $$ begin raise 'not today'; end $$;
     create constraint trigger fail after insert on audit_event deferrable initially deferred for each row execute function fail()`,
    'drop function fail() cascade',
  ],
])(
  'BC-33 %s: every write answers 500 and no row has changed',
  { timeout: 300_000 },
  async (_name, breaks, heals) => {
    expect(await whileAuditFails(breaks, heals)).toEqual({ succeeded: [], changed: [] })
  },
)
