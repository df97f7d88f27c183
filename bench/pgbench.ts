import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Statement } from './capture.ts'

/** Begin, context and actor travel in one round trip, as the server sends them. */
const pipelined = 3
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

export interface Scripts {
  readonly files: readonly string[]
  readonly variables: readonly string[]
  remove(): void
}

/**
 * One script per variant. Values become parameters. `again` are the statements of the same requests made a second
 * time: an id that differs is new in each request, so pgbench makes one for each transaction.
 */
export function writeScripts(first: readonly Statement[][], again: readonly Statement[][]): Scripts {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-pgbench-'))
  const names = new Map<string, string>()
  const nameOf = (value: string) => {
    if (!names.has(value)) names.set(value, `v${names.size}`)
    return `:${names.get(value)}`
  }
  const files = first.map((statements, index) => {
    const path = join(folder, `${index}.sql`)
    writeFileSync(path, scriptOf(statements, again[index]!, nameOf))
    return path
  })
  const variables = [...names].map(([value, name]) => `${name}=${value}`)
  return { files, variables, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function scriptOf(
  statements: readonly Statement[],
  again: readonly Statement[],
  nameOf: (value: string) => string,
): string {
  const made: string[] = []
  const lines = statements.map(({ text, values }, position) => {
    const filled = withoutColons(text).replaceAll(/\$(\d+)/g, (_, digits: string) => {
      const at = Number(digits) - 1
      const value = textOf(values[at])
      if (value === null) return 'null'
      if (value === textOf(again[position]?.values[at])) return nameOf(value)
      if (!uuid.test(value)) throw new Error(`not a new id, but different each time: ${value} in ${text}`)
      if (!made.includes(value)) made.push(value)
      return newIdSql(made.indexOf(value))
    })
    return `${filled};`
  })
  const dice = made.map((_, index) => `\\set r${index} random(1, 9000000000000000000)`)
  return [
    ...dice,
    '\\startpipeline',
    ...lines.slice(0, pipelined),
    '\\endpipeline',
    ...lines.slice(pipelined),
    '',
  ].join('\n')
}

/** 'HH24:MI' would be a variable to pgbench; casts have two colons. */
const withoutColons = (text: string) => text.replaceAll(/(?<!:):(?=\w)/g, `' || ':' || '`)

/** Time-ordered like the application's, the same within a transaction. */
const newIdSql = (index: number) =>
  `overlay(overlay(overlay(md5(:r${index}::text) placing lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') from 1 for 12) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (!Array.isArray(value)) return String(value as string | number | boolean)
  return `{${value.map((item) => JSON.stringify(textOf(item))).join(',')}}`
}

/**
 * Transactions a second of 10 clients with prepared statements. Each has a script, a person and a case of its own: with
 * many scripts on one connection most of the time would go into preparing them.
 */
export async function runPgbench(url: string, scripts: Scripts, seconds: number): Promise<number> {
  const clients = scripts.files.slice(0, 10).map((file) => runClient(url, file, scripts.variables, seconds))
  return (await Promise.all(clients)).reduce((sum, tps) => sum + tps, 0)
}

async function runClient(
  url: string,
  file: string,
  variables: readonly string[],
  seconds: number,
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const place = ['-h', hostname, '-p', port, '-U', username]
  const how = ['-n', '-M', 'prepared', '-c', '1', '-T', String(seconds), '-f', file]
  const given = variables.flatMap((variable) => ['-D', variable])
  // pgbench prepares a pipeline before it runs it: the role must be there by then.
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password), PGOPTIONS: '-c role=app_user' }
  const { stdout, stderr } = await promisify(execFile)(
    'pgbench',
    [...place, ...how, ...given, pathname.slice(1)],
    { env, maxBuffer: 64e6 },
  )
  const tps = /^tps = ([\d.]+)/m.exec(stdout)
  if (!tps || /aborted/.test(stderr)) throw new Error(`pgbench: ${stderr.slice(0, 2000)}`)
  return Number(tps[1])
}
