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
  const { app, close } = await buildServer({
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
  const recorder = record()
  try {
    const found: Statement[][] = []
    for (const [index, variant] of variants.entries()) {
      const { method, path, body } = measure.request(variant)
      recorder.statements = []
      const reply = await app.inject({
        method,
        url: path,
        headers: headersOf(variant, 255, index, body !== undefined),
        ...(body === undefined ? {} : { payload: body }),
      })
      if (reply.statusCode >= 300) throw new Error(`${method} ${path}: ${reply.statusCode} ${reply.body}`)
      found.push(recorder.statements)
    }
    return found
  } finally {
    recorder.stop()
    await close()
  }
}

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

function record(): Recorder {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  const recorder: Recorder = { statements: [], stop: () => void (prototype.query = original) }
  prototype.query = function query(this: unknown, ...args: unknown[]) {
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
