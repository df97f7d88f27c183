import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../a-case.ts'
import { aReportedProblem, enoughCases } from '../a-problem.ts'
import { openHouse } from '../house.ts'
import { asking } from '../proof/asking.ts'
import { operationsOf, resolved, type JsonSchema } from '../proof/operations.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// Issue 4: no endpoint of structure, themes, committees, solutions or programme can answer a person's id, name, birth
// date or file number. Looked for twice: in what the schemas allow, and in what is answered over a case with canaries.

const house = await openHouse({ trustProxy: true })
afterAll(() => house.close())
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)

/** Every path that a contract of these modules declares; impulses and interviews are the structure's too. */
const declared = globSync(
  'src/modules/{structure,themes,committees,solutions,programme}/contract/**/*.ts',
).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/path: ['"`](\/api\/[^'"`]+)/g)].map(([, path]) => path!),
)
const walked = operations.filter(
  ({ endpoint }) => declared.includes(endpoint.path) || /^\/api\/(impulse|interview)/.test(endpoint.path),
)

/** Names of fields that tell a client. Of staff and members `by` and `name` may stand. */
const forbidden =
  /^(person|persons|personId|clientId|client|givenName|familyName|birthName|birthDate|birthYear|dateOfBirth|fileNumber|caseId|caseIds|shortName)$/

/** The number under which the office keeps the agreement or the decision itself (R031, R129): of no case. */
const ofTheDocument = (path: string, name: string) =>
  name === 'fileNumber' &&
  /^\/api\/(cooperation-agreements|decisions|meetings|minutes|programme-document)/.test(path)

function fieldsOf(schema: JsonSchema | undefined, seen = new Set<JsonSchema>()): string[] {
  if (!schema) return []
  const one = resolved(schema, schemas)
  if (seen.has(one)) return []
  seen.add(one)
  const parts = [
    ...Object.values(one.properties ?? {}),
    one.items,
    ...(one.anyOf ?? []),
    ...(one.oneOf ?? []),
    ...(one.allOf ?? []),
  ]
  return [...Object.keys(one.properties ?? {}), ...parts.flatMap((part) => fieldsOf(part, seen))]
}

test('there is something to walk', () => {
  expect(walked.length).toBeGreaterThan(15)
})

test.for(walked)('$key: no field of the answer can carry a client', (operation) => {
  const answered = [...operation.answers].filter(([status]) => status < 300).map(([, schema]) => schema)
  const fields = answered.flatMap((schema) => fieldsOf(schema ?? undefined))
  const { path } = operation.endpoint
  expect(fields.filter((name) => forbidden.test(name) && !ofTheDocument(path, name))).toEqual([])
})

let world: World
let file: TestCase
const canary = {
  familyName: 'Kanarienvogel',
  givenName: 'Zwitscher',
  birthDate: '1987-06-05',
  phone: '0281 998877',
}
beforeAll(async () => {
  world = await theWorld(house, house.a)
  const { own } = world.owners
  await enoughCases(house, own)
  file = await aCase({ responsible: own, ...canary, concern: 'Kanarienvogel singt' })
  await aReportedProblem(own, file)
})

test('no answer over a reported case holds its person, file number or id, whoever asks', async () => {
  const { ask, target } = asking(house, schemas)
  const secrets = [
    file.id,
    file.personId!,
    file.fileNumber,
    canary.familyName,
    canary.givenName,
    canary.birthDate,
    '998877',
  ]
  const leaks: string[] = []
  for (const operation of walked.filter(({ endpoint }) => endpoint.method === 'GET')) {
    const object = await target(operation, world.owners.own, world)
    for (const [role, user] of Object.entries(world.people)) {
      const answer = await ask(operation, user.client, object, user, world)
      const text = answer.bytes.toString('utf8')
      leaks.push(
        ...secrets
          .filter((secret) => text.includes(secret))
          .map((secret) => `${role} ${operation.key}: ${secret}`),
      )
    }
  }
  expect(leaks).toEqual([])
})
