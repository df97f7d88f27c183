import type { TestUser } from '../house.ts'
import type { ModelCase } from './access-model.ts'
import type { Operation } from './operations.ts'
import { partsOfACase, statusOfPart, type PartOfACase } from './parts-of-a-case.ts'

type Ask = (
  user: TestUser,
  method: string,
  path: string,
  body?: object,
  ifMatch?: number,
) => Promise<{ status: number; body: unknown }>

/** A person who asks about a case, and what the model says they may see of it. */
interface Looking {
  readonly name: string
  readonly user: TestUser
  readonly file: { id: string; personId: string; familyName: string }
  readonly may: number
  readonly expected: ModelCase
  readonly told: (what: string, is: unknown, expected: unknown) => void
}
export type Look = (looking: Looking) => Promise<void>
/** Every endpoint below a case, the person, the states of its referrals, and an attempt to write. */
export function looksAtACase(operations: readonly Operation[], ask: Ask): readonly Look[] {
  return [
    ...partsOfACase(operations).map(
      (part): Look =>
        (looking) =>
          lookAt(part, looking, ask),
    ),
    async ({ user, file, may, told }) => {
      const person = await ask(user, 'GET', `/api/persons/${file.personId}`)
      told('person', person.status, (may & 2) !== 0 ? 200 : 404)
    },
    async ({ user, file, may, expected, told }) => {
      const list = await ask(user, 'GET', `/api/cases/${file.id}/referrals`)
      told('referrals', statesOf(list), may > 0 ? expected.referrals.toSorted().join() : 'none')
    },
    async ({ name, user, file, may, expected, told }) => {
      const write = await ask(user, 'PATCH', `/api/cases/${file.id}`, { urgency: 'soon' }, 9999)
      told('write', write.status, writeStatus(name, may, expected))
    },
  ]
}

async function lookAt(part: PartOfACase, { name, user, file, may, told }: Looking, ask: Ask): Promise<void> {
  const answer = await ask(user, 'GET', `/api/cases/${file.id}/${part.name}`)
  told(part.name, answer.status, statusOfPart(part, { oversight: name === 'koord', sees: may > 0 }))
  if ((may & 2) === 0)
    told(`name in ${part.name}`, JSON.stringify(answer.body).includes(file.familyName), false)
}

const statesOf = ({ status, body }: { status: number; body: unknown }): string =>
  status === 200
    ? (body as { rows: { state: string }[] }).rows
        .flatMap(({ state }) => (state === 'draft' ? [] : [state]))
        .toSorted()
        .join()
    : 'none'

function writeStatus(name: string, may: number, file: ModelCase): number {
  if (name === 'koord') return 403
  if ((may & 64) === 0) return 404
  return file.closed ? 409 : 412
}
