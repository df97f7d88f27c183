import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf } from '../../modules/staff/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../house.ts'
import { counts } from '../../platform/server/testing/counts.ts'
import { asking } from '../proof/asking.ts'
import type { Ids } from '../proof/object-kind.ts'
import { objects } from '../proof/objects.ts'
import { operationsOf, resolved, type JsonSchema, type Operation } from '../proof/operations.ts'
import { bodies } from '../proof/requests.ts'
import { sampleOf } from '../proof/sample-of.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// BC-01 where an id does not stand first in the path: below another object, in the body, in the query.
const house = await openHouse({ trustProxy: true })
afterAll(() => house.close())
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
const { ask, target } = asking(house, schemas)
let here: World
let there: World
beforeAll(async () => {
  here = await theWorld(house, house.a)
  there = await theWorld(house, house.b)
})

const own = (operation: Operation) =>
  operation.endpoint.right !== 'public' && rightsOf(['caseManager']).has(operation.endpoint.right)
const nested = operations.filter(
  (operation) => own(operation) && operation.params.filter(({ name }) => /id$/i.test(name)).length > 1,
)

test.each(nested.map((operation) => [operation.key, operation] as const))(
  'BC-01 nested: %s finds no child below another object, whoever owns it',
  async (_key, operation) => {
    const mine = await target(operation, here.owners.own, here)
    const [, child] = [...operation.endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const send = (ids: Ids) => ask(operation, here.owners.own.client, { ...mine, ids }, here.owners.own, here)
    const nothing = await send({ ...mine.ids, [child!]: newId() })
    expect(nothing.status).toBe(404)
    for (const [owner, world] of [
      [here.owners.own, here],
      [here.owners.colleague, here],
      [there.owners.own, there],
    ] as const) {
      const other = await target(operation, owner, world)
      const crossed = await send({ ...mine.ids, [child!]: other.ids[child!]! })
      expect([crossed.status, crossed.body]).toEqual([nothing.status, nothing.body])
    }
    const right = await send(mine.ids)
    expect(right.status).toBeLessThan(300)
  },
)

/** Paths to the ids in a body: `organisationId`, `persons.0`. */
function idsIn(schema: JsonSchema, path: readonly string[] = [], depth = 0): string[][] {
  const one = resolved(schema, schemas)
  if (depth > 4) return []
  const choices = [...(one.anyOf ?? []), ...(one.oneOf ?? []), ...(one.allOf ?? [])]
  const found = choices.flatMap((choice) => idsIn(choice, path, depth + 1))
  if (one.format === 'uuid') found.push([...path])
  if (one.items) found.push(...idsIn(one.items, [...path, '0'], depth + 1))
  for (const [name, property] of Object.entries(one.properties ?? {}))
    found.push(...idsIn(property, [...path, name], depth + 1))
  return [...new Map(found.map((each) => [each.join('.'), each])).values()]
}

/** The body with an id at this path; what stands above it is made as the schema asks. */
function placed(body: unknown, schema: JsonSchema, [name, ...rest]: readonly string[], id: string): unknown {
  if (name === undefined) return id
  const one = resolved(schema, schemas)
  const choices = one.anyOf ?? one.oneOf
  if (choices) {
    const fits = choices.find((choice) => idsIn(choice).some((path) => path[0] === name))
    return placed(body, fits!, [name, ...rest], id)
  }
  const inner = name === '0' ? one.items! : one.properties![name]!
  const before = (body ?? sampleOf(schema, schemas)) as Record<string, unknown>
  if (name === '0') return [placed(undefined, inner, rest, id)]
  return { ...before, [name]: placed(before[name] ?? undefined, inner, rest, id) }
}

/** What everybody in the tenant may know: colleagues, lists, organisations and where they sit. */
const openInTheHouse =
  /users|catalogues|role-assignments|oversights|drafts|deputies|^\/api\/(organisations|units|sites|regions|municipalities|committees)\/|\/organisations\/:organisationId/

/** Ids that the case manager may not see, of every kind there is. */
async function hiddenIds(): Promise<Map<string, string>> {
  const hidden = new Map<string, string>()
  for (const [owner, world, label] of [
    [here.owners.colleague, here, 'colleague'],
    [there.owners.own, there, 'other tenant'],
  ] as const) {
    for (const [stem, { make }] of Object.entries(objects)) {
      // Names of colleagues and entries of the lists are no secret inside the tenant.
      if (world === here && openInTheHouse.test(stem)) continue
      const last = /:(\w+)$/.exec(stem)![1]!
      const made = await make(owner, world).catch(() => undefined)
      if (made && last !== 'lifeDomain' && last !== 'key') hidden.set(`${label} ${stem}`, made[last]!)
      if (made?.['case']) hidden.set(`${label} case of ${stem}`, made['case'])
    }
  }
  for (const [name, id] of Object.entries(there.tenant)) {
    if (['key', 'id'].includes(name)) continue
    const organisation = ['kreis', 'town', 'welfare'].includes(name) ? ' organisation' : ''
    hidden.set(`other tenant${organisation} ${name}`, id)
  }
  return hidden
}

/** Those of the kind the field is called after, and a few others in turn; all of them in `test:full`. */
function chosenFor(path: readonly string[], hidden: ReadonlyMap<string, string>, turn: number) {
  const kind = path
    .filter((name) => name !== '0')
    .at(-1)!
    .replace(/Ids?$/, '')
    .toLowerCase()
  return [...hidden].filter(
    ([what], index) => what.toLowerCase().includes(kind) || (index + turn) % counts.hiddenIdsInTurn === 0,
  )
}

/** Fields whose id is not looked at, or that only narrow a list, and why. */
const notLookedUp = new Set([
  // Only leaves out the person being changed, and only where the actor sees it; every check is counted.
  'POST /api/persons/duplicates personId',
  // Kept as it is sent, for oneself; a site that is not there narrows the list to nothing.
  'POST /api/saved-filters filter.siteId',
  'PATCH /api/saved-filters/:id filter.siteId',
  // Who signs for themselves is the person of the consent, whatever is sent.
  'POST /api/consents/:id/confirmation givers.0.personId',
  'POST /api/secrecy-releases/:id/confirmation givers.0.personId',
  // A subject of any module is kept as it is sent, with the title beside it that was sent; nothing is read by it.
  'POST /api/meetings/:id/agenda-items items.0.subjectId',
  'POST /api/measures subject.id',
  // Of action items and commissions alone; a plain note drops both.
  'POST /api/meetings/:id/minute-entries responsibleId',
  'POST /api/meetings/:id/minute-entries toCommitteeId',
  // Narrows a list.
  'POST /api/decision-searches committeeId',
])
const withIds = operations.filter(
  (operation) => own(operation) && operation.body && idsIn(operation.body).length > 0,
)

test(
  'BC-01 ids in bodies: what is hidden is answered like what does not exist, for every field of every route',
  { timeout: 600_000 },
  async () => {
    const hidden = await hiddenIds()
    const actor: TestUser = here.owners.own
    const wrong: string[] = []
    let asked = 0
    const plain = (text: string, id: string) => text.replaceAll(id, 'ID')
    for (const operation of withIds) {
      const mine = await target(operation, actor, here)
      const base = {
        ...(sampleOf(operation.body!, schemas) as object),
        ...bodies[operation.key]?.(mine.ids, actor, here),
      }
      for (const path of idsIn(operation.body!)) {
        if (notLookedUp.has(`${operation.key} ${path.join('.')}`)) continue
        const send = async (id: string) => {
          asked += 1
          const url = operation.endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => mine.ids[name]!)
          const answer = await actor.client.raw(operation.endpoint.method, url, {
            body: placed(base, operation.body!, path, id),
            ...(operation.endpoint.ifMatch ? { ifMatch: mine.version } : {}),
            headers: { 'x-forwarded-for': `10.9.${(asked >> 8) & 255}.1` },
          })
          return answer
        }
        const missing = newId()
        const nothing = await send(missing)
        // A search is narrowed by an id; nothing is named by it.
        if (nothing.status < 400 && !operation.key.endsWith('/search'))
          wrong.push(`${operation.key} ${path.join('.')}: ${nothing.status} for nothing`)
        if (nothing.status >= 500) wrong.push(`${operation.key} ${path.join('.')}: ${nothing.status}`)
        for (const [what, id] of chosenFor(path, hidden, asked)) {
          const answer = await send(id)
          if (
            answer.status === nothing.status &&
            plain(JSON.stringify(answer.body), id) === plain(JSON.stringify(nothing.body), missing)
          )
            continue
          wrong.push(
            `${operation.key} ${path.join('.')} = ${what}: ${answer.status} ${answer.problem?.code}, missing: ${nothing.status} ${nothing.problem?.code}`,
          )
          break
        }
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(300)
  },
)
