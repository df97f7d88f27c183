import type { FastifyInstance } from 'fastify'
import { createSession } from '../../modules/staff/server/index.ts'
import { withActor } from '../../platform/server/db/with-actor.ts'
import { hashOfToken } from '../../platform/server/http/session-cookie.ts'
import { Client } from '../client.ts'
import type { House, TestUser } from '../house.ts'

/** Below the number of requests a minute that one session may send. */
const most = 800

/** Signs in anew before the session has asked too much: the limit is tested elsewhere. */
export class TirelessClient extends Client {
  #sent = 0
  readonly #signIn: () => Promise<string>

  constructor(app: FastifyInstance, token: string | undefined, signIn: () => Promise<string>) {
    super(app, token)
    this.#signIn = signIn
  }

  override async raw(...args: Parameters<Client['raw']>): ReturnType<Client['raw']> {
    await this.countOne()
    return super.raw(...args)
  }

  /** For requests that are sent with the token alone. */
  async countOne(): Promise<void> {
    this.#sent += 1
    if (this.#sent % most === 0) this.token = await this.#signIn()
  }
}

/** What is done beside the routes (`tx`) goes by the newest session as well: the first one has been idle for too long in the end. */
export function tireless(house: House, user: TestUser): TestUser & { readonly client: TirelessClient } {
  const client = new TirelessClient(house.app, user.client.token, () =>
    createSession(house.auth, { userId: user.id, tenantId: user.tenant.id }, 'open', 'test'),
  )
  return { ...user, client, tx: (work) => withActor(house.pool, hashOfToken(client.token!), work) }
}
