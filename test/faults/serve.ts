import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// The real server as a process of its own, so that a fault test can kill it. Configuration comes as JSON.
const config = JSON.parse(process.argv[2]!) as {
  port: number
  database: { app: string; auth: string; jobs: string }
  filesDir: string
}
// As src/cli.ts does.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)))
const { startServer } = await import('../../src/server.ts')
await startServer({
  ...config,
  mode: 'demo',
  host: '127.0.0.1',
  publicUrl: undefined,
  logLevel: 'fatal',
  // Every writer comes from an address of its own; otherwise they would share one rate limit.
  trustProxy: true,
})
// Who is killed writes no cache at the end.
flushCompileCache()
