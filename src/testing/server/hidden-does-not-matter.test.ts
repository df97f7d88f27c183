import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf, roles, type Role } from '../../modules/staff/index.ts'
import { connect } from '../../platform/server/db/connect.ts'
import { aCase } from '../a-case.ts'
import type { Client } from '../client.ts'
import { openHouse, type TestUser } from '../house.ts'
import { arbitraryOf } from '../proof/arbitrary-of.ts'
import type { Ids } from '../proof/object-kind.ts'
import { objects } from '../proof/objects.ts'
import { operationsOf, resolved, type Operation } from '../proof/operations.ts'
import { keys } from '../proof/requests.ts'
import { sampleOf } from '../proof/sample-of.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// For any question Q and any two values v, v' of what somebody may not see: the answer to Q is the same.
const house = await openHouse({ trustProxy: true })
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
let world: World
let there: World
let admin: Awaited<ReturnType<typeof connect>>
/** One object of each kind, of the case manager under oversight. */
const made = new Map<string, Ids>()
beforeAll(async () => {
  admin = await connect(house.admin)
  world = await theWorld(house, house.a)
  there = await theWorld(house, house.b)
  // A release would open names to the coordinator; what a partner asked lies in the queue, which the team of the site sees.
  const closed = Object.entries(objects).filter(([stem]) => !/clear-access|partner-requests/.test(stem))
  for (const [stem, { make }] of closed) made.set(stem, await make(world.owners.own, world))
}, 120_000)
afterAll(async () => {
  await admin.end()
  await house.close()
})

const before = 'Amina Beispiel'
const after = 'Zoulikha Verborgen'
/** What is looked for: names that are there now, names that will be there, and parts of them. */
const terms = [before, after, 'Beispiel', 'Verborgen', 'Ami', 'Zou', 'Wohnung', 'TST-2026']

interface Question {
  readonly method: string
  readonly path: string
  readonly query: Record<string, string>
  readonly body: object | undefined
}

/** Every list with every order and several filters, every search with every term, and every read of what is shown. */
function questionsFor(operation: Operation, seed: number): Question[] {
  const { endpoint, query, stem } = operation
  const ids = stem === undefined ? {} : (made.get(stem) ?? {})
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? keys[name] ?? 'x')
  const ask = (more: Record<string, string>, body?: object) => ({
    method: endpoint.method,
    path,
    query: more,
    body,
  })
  if (endpoint.method === 'POST')
    return terms.map((text) => ask({}, { ...(sampleOf(operation.body!, schemas) as object), text }))
  const needed = query
    .filter(({ required }) => required)
    .map(({ name, schema }) => [name, String(sampleOf(schema, schemas))])
  const base = Object.fromEntries(needed) as Record<string, string>
  const about = { ids: Object.values(ids), canary: before, hostility: 0 }
  const filters = query
    .filter(({ name, schema }) => name !== 'after' && resolved(schema, schemas).format !== 'uuid')
    .flatMap(({ name, schema }) =>
      [
        ...new Set(
          fc
            .sample(
              arbitraryOf(schema, schemas, { ...about, ids: ['00000000-0000-7000-8000-000000000000'] }),
              { seed, numRuns: 6 },
            )
            .map(String),
        ),
      ].map((value) => ({ ...base, [name]: value })),
    )
  return [base, ...filters, { ...base, created_by: 'x', familyName: before, sort: 'name' }].map((each) =>
    ask(each),
  )
}

/** Not a view of data: own sessions and their times, and what takes seconds to typeset. */
const left = /^(GET \/api\/sessions?$|POST \/api\/session|.*\/(pdf|file|district-file|rights-report)$)/
const reading = operations.filter(
  ({ key, endpoint }) =>
    !left.test(key) && endpoint.right !== 'public' && (endpoint.method === 'GET' || key.endsWith('/search')),
)

async function allAnswers(client: Client, role: Role): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const operation of reading) {
    const { right } = operation.endpoint
    if (right !== 'self' && !rightsOf([role]).has(right)) continue
    for (const { method, path, query, body } of questionsFor(operation, 7)) {
      const answer = await client.raw(method, path, { query, ...(body ? { body } : {}) })
      answers.set(
        `${method} ${path} ${JSON.stringify(query)} ${JSON.stringify(body ?? '')}`,
        JSON.stringify([
          answer.status,
          answer.body,
          answer.headers['etag'],
          answer.headers['content-length'],
        ]),
      )
    }
  }
  return answers
}
/** Organisations, bodies and everything at structure level are nobody's own: the office sees them. */
const openToTheOffice =
  /^\/api\/(organisations|units|sites|consultation|regions|municipalities|positions|staff-positions|target-groups|district|tenancy|committee|meeting|agenda|minute|decision|commission|action-item|feedback|format-request|paper|theme|reconstruction|barrier|interview|impulse|interface-|cooperation|solution|measure|programme|stakeholder-feedback|organisation-views|settings|agreement-texts)/
/** Names of staff and texts of the whole office are no secret inside the tenant. */
const office =
  /^GET \/api\/(deputies\/choices|tasks\/assignees|consent-wordings|committee-options|barriers|barriers\/overview|barriers\/[0-9a-f-]{36}\/similar) /
const differing = (one: Map<string, string>, other: Map<string, string>) =>
  [...other]
    // A question with an id made up on the way is asked once only.
    .filter(([question]) => one.has(question) && !office.test(question))
    .filter(([question, answer]) => one.get(question) !== answer)
    .map(([question, answer]) => `${question}\n${one.get(question)}\n${answer}`)

/** Changes all free text and all names of cases to something else of another length; structure is open to the office. */
async function changeEverythingWritten(): Promise<number> {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     where c.table_schema = 'public' and c.data_type = 'text' and c.column_name not in ('kind', 'key', 'role', 'language', 'client_language')
       and c.table_name !~ '^(barrier|interview|theme|reconstruction|committee|meeting|agenda|minute|decision|commission|action_item|interface_paper|cooperation|solution|measure|programme)'
       and (c.table_name ~ '(_text|_note|_summary)$' and c.column_name in ('content', 'note', 'title', 'wording', 'remark', 'place', 'concern', 'indicator', 'client_wording', 'purpose', 'outcome_note', 'client_words'))`,
  )
  for (const { table, column } of rows)
    await admin.query(`update ${table} set ${column} = '${after} und noch etwas' where ${column} is not null`)
  await admin.query(
    `update person set given_name = 'Zoulikha', family_name = 'Verborgen', search_name = 'zoulikha verborgen'`,
  )
  return rows.length
}

test(
  'BC-03 who oversees, deputises for nobody or works elsewhere cannot tell from any answer what names and texts say',
  { timeout: 600_000 },
  async () => {
    const people: [TestUser, Role][] = [
      [world.people.coordinator, 'coordinator'],
      [world.owners.colleague, 'caseManager'],
      [world.people.kimLead, 'kimLead'],
      [there.owners.own, 'caseManager'],
    ]
    const first: Map<string, string>[] = []
    for (const [user, role] of people) first.push(await allAnswers(user.client, role))
    expect(await changeEverythingWritten()).toBeGreaterThan(6)
    for (const [index, [user, role]] of people.entries()) {
      expect(differing(first[index]!, await allAnswers(user.client, role)), role).toEqual([])
    }
    expect(first[0]!.size).toBeGreaterThan(80)
    // The case manager does see the difference: the change was one.
    const { id } = made.get('/api/persons/:id')!
    const own = await world.owners.own.client.raw('GET', `/api/persons/${id}`)
    expect(JSON.stringify(own.body)).toContain('Verborgen')
  },
)

test(
  'BC-04 lists, badges, tiles, searches and next steps count visible rows only: new work of others changes no answer',
  { timeout: 600_000 },
  async () => {
    const people: [TestUser, Role][] = [
      [world.owners.colleague, 'caseManager'],
      [world.owners.otherEmployer, 'caseManager'],
      [there.owners.own, 'caseManager'],
      ...roles
        .filter(
          (role) =>
            !['caseManager', 'coordinator', 'administrator', 'dataProtectionOfficer', 'kimLead'].includes(
              role,
            ),
        )
        .map((role) => [world.people[role], role] as [TestUser, Role]),
    ]
    const first: Map<string, string>[] = []
    for (const [user, role] of people) first.push(await allAnswers(user.client, role))
    const kinds = Object.entries(objects).filter(
      ([stem]) =>
        !/users|catalogues|role-assign|oversights|drafts|sessions|deputies|referral|disclosure|partner-requests/.test(
          stem,
        ) && !openToTheOffice.test(stem),
    )
    for (const [, { make }] of kinds) await make(world.owners.own, world)
    for (let n = 0; n < 5; n += 1) await aCase({ responsible: world.owners.own, familyName: 'Beispiel' })
    for (const [index, [user, role]] of people.entries()) {
      expect(differing(first[index]!, await allAnswers(user.client, role)), role).toEqual([])
    }
  },
)
