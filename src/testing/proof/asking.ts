import { uploadTo } from '../a-document.ts'
import type { Answer, Client } from '../client.ts'
import type { House, TestUser } from '../house.ts'
import { newId } from '../../platform/contract/ids.ts'
import type { Ids } from './object-kind.ts'
import { objects } from './objects.ts'
import type { Operation, Schemas } from './operations.ts'
import { bodies, keys, states } from './requests.ts'
import { sampleOf } from './sample-of.ts'
import type { World } from './the-world.ts'

/** An object to ask for: its ids, and the version it has. */
export interface Target {
  readonly ids: Ids
  readonly version: number
}
export const missing: Target = { ids: {}, version: 1 }

export interface Asking {
  /** Sends the best request there is for this route. Ids that the target lacks name nothing. */
  readonly ask: (
    operation: Operation,
    client: Client,
    target: Target,
    actor: TestUser,
    world: World,
  ) => Promise<Answer<unknown>>
  /** A new object of the kind the path of the route names, in the state the route needs unless `asMade`. */
  readonly target: (operation: Operation, owner: TestUser, world: World, asMade?: boolean) => Promise<Target>
}

/** Requests made from the route table: everything is valid, only the object differs. */
export function asking(house: House, schemas: Schemas): Asking {
  let sent = 0
  /** An address of its own for every few requests, or the limit per address ends the walk. */
  const from = () => {
    sent += 1
    return { 'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.1` }
  }
  return {
    ask: (operation, client, { ids, version }, actor, world) => {
      const { endpoint, body, query } = operation
      const path = endpoint.path.replaceAll(
        /:(\w+)/g,
        (_, name: string) => ids[name] ?? keys[name] ?? newId(),
      )
      if (endpoint.upload) return uploadTo(client, path, {})
      const needed = query
        .filter(({ required }) => required)
        .map((one) => [one.name, sampleOf(one.schema, schemas)])
      const content = body && {
        ...(sampleOf(body, schemas) as object),
        ...bodies[operation.key]?.(ids, actor, world),
      }
      return client.raw(endpoint.method, path, {
        query: Object.fromEntries(needed) as object,
        ...(content ? { body: content } : {}),
        ...(endpoint.ifMatch ? { ifMatch: version } : {}),
        headers: from(),
      })
    },
    target: async ({ key, stem, endpoint }, owner, world, asMade = false) => {
      const kind = stem === undefined ? undefined : objects[stem]
      if (!kind) return missing
      const ids = await ((asMade ? undefined : states[key]) ?? kind.make)(owner, world)
      const last = ids['rating'] ?? ids[/:(\w+)$/.exec(stem!)![1]!]!
      if (!endpoint.ifMatch || kind.table === undefined) return { ids, version: 1 }
      const version = await house.system(owner.tenant, (tx) =>
        tx
          .selectFrom(kind.table as 'case_file')
          .select('version')
          .where('id', '=', last)
          .executeTakeFirst(),
      )
      return { ids, version: endpoint.path.endsWith('/intake') ? 0 : (version?.version ?? 1) }
    },
  }
}
