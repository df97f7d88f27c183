import type { TestUser } from '../house.ts'
import type { AccessModel } from './access-model.ts'

interface Asking {
  readonly partners: ReadonlyMap<string, TestUser>
  readonly ask: (user: TestUser, method: string, path: string) => Promise<{ status: number; body: unknown }>
}
interface Real {
  readonly cases: ReadonlyMap<string, { id: string; familyName: string }>
  /** Referrals of a case to the partner's office, in the order in which they were sent. */
  readonly referrals: ReadonlyMap<string, readonly string[]>
}

/** Partners never see a case; of a referral to their own office the fact, and what it says only while it is shared. */
export async function differencesOfPartners(
  { partners, ask }: Asking,
  model: AccessModel,
  real: Real,
): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, user] of partners) {
    const lists = await Promise.all(
      ['open', 'ended'].map((view) => ask(user, 'GET', `/api/received-referrals?view=${view}&limit=100`)),
    )
    const [open, ended] = lists.map(({ body }) => JSON.stringify(body))
    for (const [key, file] of real.cases) {
      const told = (what: string, is: unknown, expected: unknown) => {
        if (is !== expected)
          wrong.push(`${name} ${key} ${what}: ${String(is)} instead of ${String(expected)}`)
      }
      told('case', (await ask(user, 'GET', `/api/cases/${file.id}`)).status, 403)
      for (const [place, id] of (real.referrals.get(key) ?? []).entries()) {
        const receives = model.receives(name, key)
        const reads = model.reads(name, key, place)
        const runs = ['sent', 'accepted', 'running'].includes(model.cases.get(key)!.referrals[place]!)
        const one = await ask(user, 'GET', `/api/received-referrals/${id}`)
        const text = JSON.stringify(one.body)
        told('referral', one.status, receives ? 200 : 404)
        told('name in referral', text.includes(file.familyName), reads)
        told('content', receives && text.includes('"content":{'), reads)
        told('open list', open!.includes(id), receives && runs)
        told('ended list', ended!.includes(id), receives && !runs)
      }
    }
  }
  return wrong
}
