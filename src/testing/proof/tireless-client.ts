import type { FastifyInstance } from 'fastify'
import { createSession } from '../../modules/staff/server/index.ts'
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

export const tireless = (house: House, user: TestUser): TestUser & { readonly client: TirelessClient } => ({
  ...user,
  client: new TirelessClient(house.app, user.client.token, () =>
    createSession(house.auth, { userId: user.id, tenantId: user.tenant.id }, 'open', 'test'),
  ),
})
