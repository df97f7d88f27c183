import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Request } from 'autocannon'
import type { Answered, Pressure } from './load.ts'

const script = new URL('wrk.lua', import.meta.url).pathname
const run = promisify(execFile)

/** Whether Debian's wrk is there. */
export const hasWrk = (): Promise<boolean> =>
  run('wrk', ['--version']).then(
    () => true,
    // It prints its version and ends with 1.
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  )

/** The requests of all connections in turn, sent by wrk, which is written in C as pgbench is. */
export async function pressWithWrk(
  url: string,
  { connections, seconds }: Pressure,
  requests: (connection: number) => readonly Request[],
): Promise<Answered> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-wrk-'))
  const file = join(folder, 'requests')
  const all = Array.from({ length: connections }, (_, connection) => requests(connection))
  const inTurn = all[0]!.flatMap((_, position) => all.map((one) => textOf(one[position]!)))
  writeFileSync(file, inTurn.map((one) => `${one}\u0001`).join(''))
  try {
    const one = [
      '-t',
      '1',
      '-c',
      String(connections),
      '-d',
      `${seconds}s`,
      '--timeout',
      '30s',
      '-s',
      script,
      url,
      '--',
      file,
    ]
    const { stdout } = await run('wrk', one)
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Answered
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function textOf({ method, path, headers, body }: Request): string {
  const length = body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`]
  const lines = [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...length]
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}
