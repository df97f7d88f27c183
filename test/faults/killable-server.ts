import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import type { DatabaseUrls } from '../../src/platform/server/db/urls.ts'

const script = fileURLToPath(new URL('serve.ts', import.meta.url))

/** A server process on a fixed port, to be killed and started again. */
export class KillableServer {
  readonly url: string
  readonly #port: number
  readonly #database: DatabaseUrls
  readonly #filesDir: string
  #child: ChildProcess | undefined

  constructor(port: number, database: DatabaseUrls, filesDir = '/tmp/lotse-test-files') {
    this.#port = port
    this.#database = database
    this.#filesDir = filesDir
    this.url = `http://127.0.0.1:${port}`
  }

  /** Starts and waits until it serves; answers how many milliseconds that took. */
  async start(): Promise<number> {
    const begin = performance.now()
    const config = JSON.stringify({
      port: this.#port,
      database: this.#database,
      filesDir: this.#filesDir,
    })
    const child = spawn(process.execPath, [script, config], { stdio: ['ignore', 'inherit', 'inherit'] })
    this.#child = child
    while (!(await this.#ready())) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
      await wait(20)
    }
    return performance.now() - begin
  }

  /** The most memory it has had at once, in megabytes (Linux; elsewhere undefined). */
  mostMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')
      return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024)
    } catch {
      return undefined
    }
  }

  /** kill -9, as when the machine is switched off. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }

  #ready(): Promise<boolean> {
    return fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      ({ status }) => status === 200,
      () => false,
    )
  }
}

/** A port nobody listens on at this moment. */
export async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => probe.once('listening', done))
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}
