import type { FastifyInstance } from 'fastify'
import { createSession } from '../modules/staff/server/index.ts'
import { addDays, berlinDay, type PlainDate } from '../platform/contract/dates.ts'
import type { BodyInput, EndpointSpec, Params, QueryInput, Received } from '../platform/contract/endpoint.ts'
import { createAuthDatabase } from '../platform/server/db/auth-database.ts'
import { createPool } from '../platform/server/db/pool.ts'
import type { DatabaseUrls } from '../platform/server/db/urls.ts'
import { buildServer } from '../server.ts'

interface CallOptions<E extends EndpointSpec> {
  readonly params?: Params<E>
  readonly query?: QueryInput<E>
  readonly body?: BodyInput<E>
  readonly ifMatch?: number
}

/** A demo user at work: every call goes through the real server with the user's own rights. */
export interface Player {
  readonly login: string
  readonly userId: string
  /** What counselling rests on with this employer. */
  readonly basis: 'task' | 'contract'
  call<const E extends EndpointSpec>(endpoint: E, options?: CallOptions<E>): Promise<Received<E>>
}

/** Where the stories of one tenant are played, with a clock that the stories move. */
export interface Stage {
  /** The day `offset` days from today; the server's clock stands at ten o'clock of that day from now on. */
  day(offset: number): PlainDate
  /** The same without moving the clock. */
  date(offset: number): PlainDate
  player(login: string): Player
  close(): Promise<void>
}

export async function openStage(
  urls: Pick<DatabaseUrls, 'app' | 'auth' | 'jobs'>,
  tenantId: string,
  users: ReadonlyMap<string, string>,
  privateEmployers: ReadonlySet<string>,
): Promise<Stage> {
  const start = Temporal.Now.instant()
  const today = berlinDay(start)
  let now = start
  const { app, close } = await buildServer({
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    logLevel: 'silent',
    shedLoad: false,
    trustProxy: false,
    filesDir: '/nonexistent',
    database: urls,
    now: () => now,
  })
  const authPool = createPool(urls.auth, 2)
  const auth = createAuthDatabase(authPool)
  const players = new Map<string, Player>()
  for (const [login, userId] of users) {
    const token = await createSession(auth, { userId, tenantId }, 'open', 'Demonstrationsdaten')
    players.set(login, playerOf(app, login, userId, token, privateEmployers.has(login) ? 'contract' : 'task'))
  }
  return {
    day: (offset) => {
      // By the calendar: 24 hours a day lead into another one across the change of the clocks, late in the evening.
      now = start.toZonedDateTimeISO('Europe/Berlin').add({ days: offset }).toInstant()
      return addDays(today, offset)
    },
    date: (offset) => addDays(today, offset),
    player: (login) => {
      const player = players.get(login)
      if (!player) throw new Error(`demo: no account ${login}`)
      return player
    },
    close: async () => {
      await authPool.query(
        `update auth.session set revoked_at = now() where user_agent = 'Demonstrationsdaten' and tenant_id = $1`,
        [tenantId],
      )
      await authPool.end()
      await close()
    },
  }
}

function playerOf(
  app: FastifyInstance,
  login: string,
  userId: string,
  token: string,
  basis: Player['basis'],
): Player {
  return {
    login,
    userId,
    basis,
    call: async (endpoint, options = {}) => {
      const params = (options.params ?? {}) as Record<string, string>
      const url = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')
      const reply = await app.inject({
        method: endpoint.method,
        url,
        query: options.query as Record<string, string>,
        headers: {
          host: 'localhost',
          cookie: `__Host-lotse=${token}`,
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        },
        ...(options.body === undefined ? {} : { payload: JSON.stringify(options.body) }),
      })
      if (reply.statusCode >= 400) {
        throw new Error(`demo: ${login} ${endpoint.method} ${url}: ${reply.statusCode} ${reply.body}`)
      }
      return reply.body === '' ? undefined : JSON.parse(reply.body)
    },
  } as Player
}
