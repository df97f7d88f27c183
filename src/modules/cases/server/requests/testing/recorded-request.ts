import type { BodyInput } from '../../../../../platform/contract/endpoint.ts'
import type { TestUser } from '../../../../../testing/house.ts'
import { requestEndpoints as endpoints } from '../../../contract/requests/index.ts'

type Entry = Partial<BodyInput<typeof endpoints.record>>

/**
 * Records a request through the API as `user` and answers its id. By default it waits in the queue of the Kreis's
 * site; `take: true` keeps it on the desk of `user`, `outcome` closes it at once.
 */
export async function recordedRequest(user: TestUser, entry: Entry = {}): Promise<string> {
  const body = { channel: 'phone' as const, siteId: user.tenant.site, ...entry }
  const answer = await user.client.call(endpoints.record, { body })
  if (answer.status !== 201) throw new Error(`request not recorded: ${JSON.stringify(answer.problem)}`)
  return answer.body.id
}
