import pg from 'pg'
import { buildServer } from '../src/server.ts'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'
import type { Measure, Variant } from './measures.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * What the server sends to the database for each variant of a request, the context of the actor included: read off
 * the driver while the real server answers, so that pgbench runs what people run.
 */
export async function capture(
  urls: DatabaseUrls,
  measure: Pick<Measure, 'request'>,
  variants: readonly Variant[],
): Promise<Statement[][]> {
  const { app, close } = await buildForBench(urls)
  const recorder = record(decodeURIComponent(new URL(urls.app).username))
  try {
    const ask = async (variant: Variant, index: number): Promise<Statement[]> => {
      const { method, path, body } = measure.request(variant)
      recorder.statements = []
      const reply = await app.inject({
        method,
        url: path,
        headers: headersOf(variant, 255, index, body !== undefined),
        ...(body === undefined ? {} : { payload: body }),
      })
      if (reply.statusCode >= 300) throw new Error(`${method} ${path}: ${reply.statusCode} ${reply.body}`)
      // A read ends its transaction when the answer is gone (`commit-later.ts`).
      await new Promise((resolve) => void setImmediate(resolve))
      return recorder.statements
    }
    // Once for nothing: the first request of a person begins without a guess and notes that the session is in use.
    for (const [index, variant] of variants.entries()) await ask(variant, index)
    await settled()
    const found: Statement[][] = []
    for (const [index, variant] of variants.entries()) found.push(await ask(variant, index))
    return found
  } finally {
    recorder.stop()
    await close()
  }
}

/** The real server in this process, which listens nowhere. */
export const buildForBench = (urls: DatabaseUrls) =>
  buildServer({
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    logLevel: 'silent',
    trustProxy: true,
    filesDir: '/tmp/lotse-bench-files',
    shedLoad: false,
    database: urls,
  })

/** What nobody waits for (the end of a read, the note of use) has reached the database. */
const settled = () => new Promise((resolve) => void setTimeout(resolve, 500))

/** Each connection and person comes from an address of its own: the limit per address is not what is measured. */
export const headersOf = (
  { token }: Variant,
  connection: number,
  variant: number,
  json: boolean,
): Record<string, string> => ({
  host: 'localhost',
  cookie: `__Host-lotse=${token}`,
  'x-forwarded-for': `10.${connection}.${variant}.1`,
  ...(json ? { 'content-type': 'application/json' } : {}),
})

interface Recorder {
  statements: Statement[]
  stop(): void
}

/** Statements of that login only: noting that a session is in use is nobody's request. */
function record(login: string): Recorder {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  const recorder: Recorder = { statements: [], stop: () => void (prototype.query = original) }
  prototype.query = function query(this: { user?: string }, ...args: unknown[]) {
    if (this.user !== login) return original.apply(this, args)
    const [config, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    recorder.statements.push(
      typeof config === 'string'
        ? { text: config, values: values ?? [] }
        : { text: config.text, values: config.values ?? [] },
    )
    return original.apply(this, args)
  }
  return recorder
}
