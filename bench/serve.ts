import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { flags } from '../bin/flags.mjs'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'

const program = fileURLToPath(new URL('../bin/lotse.mjs', import.meta.url))

export interface Served {
  readonly url: string
  /** From the command to the line with the address. */
  readonly startSeconds: number
  /** Resident memory of the server process in megabytes, now and at most. */
  memory(): { now: number; most: number }
  stop(): Promise<void>
}

/** `lotse start` in one process of its own, on the database of the bench. */
export async function serve(urls: DatabaseUrls, dataDir: string): Promise<Served> {
  const begin = performance.now()
  // The runtime and the flags that bin/lotse.mjs hands over to, without a process in between.
  const child = spawn(process.execPath, [...flags, program, 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'warn',
      DATABASE_URL: urls.app,
      DATABASE_AUTH_URL: urls.auth,
      DATABASE_JOBS_URL: urls.jobs,
      DATABASE_OWNER_URL: urls.owner,
    },
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const address = /Lotse läuft: (\S+)/.exec(said)
      if (address) resolve(address[1]!)
    })
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    url,
    startSeconds: (performance.now() - begin) / 1000,
    memory: () => memoryOf(child.pid!),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (field: string) =>
    Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}
