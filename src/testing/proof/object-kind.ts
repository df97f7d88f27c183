import { aCase, type TestCase } from '../a-case.ts'
import type { Answer } from '../client.ts'
import type { TestUser } from '../house.ts'
import type { World } from './the-world.ts'

/** The parameters of a path; further ids that bodies need stand beside them. */
export type Ids = Readonly<Record<string, string>>
export type Make = (owner: TestUser, world: World) => Promise<Ids>

export interface ObjectKind {
  /** Where its version is; the row is the one of `rating`, or of the last parameter of the path. */
  readonly table?: string
  /** Belongs to the person who made it, not to a case: everybody has an own one. */
  readonly personal?: true
  readonly make: Make
}

/** What an answer made, or the reason why not. */
export function made<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`)
  return answer.body
}

export const aFile = (owner: TestUser): Promise<TestCase> =>
  aCase({ responsible: owner, organisation: organisationOf(owner) })
const employers = new WeakMap<TestUser, string>()
/** Who is employed elsewhere than at the Kreis. */
export const employedAt = (user: TestUser, organisation: string) => employers.set(user, organisation)
export const organisationOf = (user: TestUser) => employers.get(user) ?? user.tenant.kreis

export const inCase =
  (more: (owner: TestUser, file: TestCase, world: World) => Promise<Ids>): Make =>
  async (owner, world) => {
    const file = await aFile(owner)
    return { case: file.id, person: file.personId!, ...(await more(owner, file, world)) }
  }

export const siteOf = (user: TestUser) =>
  organisationOf(user) === user.tenant.kreis ? user.tenant.site : user.tenant.townSite
