import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Statement } from './capture.ts'
import { isNew, textOf, warmSeconds, type Turn } from './turn.ts'

/** Begin, context and actor travel in one round trip, as the server sends them. */
const pipelined = 3
const run = promisify(execFile)

/** Whether Debian's pgbench is there (package postgresql-contrib or postgresql). */
export const hasPgbench = (): Promise<boolean> =>
  run('pgbench', ['--version']).then(
    () => true,
    () => false,
  )

/**
 * Transactions a second of 10 clients with prepared statements. Each has a person and a case of its own: with many
 * scripts on one connection most of the time would go into preparing them.
 */
export async function runPgbench(url: string, turns: readonly Turn[], seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-pgbench-'))
  try {
    const clients = Array.from({ length: Math.min(10, turns[0]!.first.length) }, (_, index) =>
      runClient(url, writeScripts(folder, turns, index), seconds),
    )
    return (await Promise.all(clients)).reduce((sum, tps) => sum + tps, 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Scripts {
  /** With the weight behind it. */
  readonly files: readonly string[]
  readonly variables: readonly string[]
}

/** One script per kind of request, of the variant at that place. Values become parameters. */
function writeScripts(folder: string, turns: readonly Turn[], index: number): Scripts {
  const names = new Map<string, string>()
  const nameOf = (value: string) => {
    if (!names.has(value)) names.set(value, `v${names.size}`)
    return `:${names.get(value)}`
  }
  const files = turns.map(({ first, again, share }, position) => {
    const path = join(folder, `${index}-${position}.sql`)
    writeFileSync(path, scriptOf(first[index]!, again[index]!, nameOf))
    return `${path}@${share}`
  })
  return { files, variables: [...names].map(([value, name]) => `${name}=${value}`) }
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
      if (!isNew(value, textOf(again[position]?.values[at]), text)) return nameOf(value)
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

async function runClient(url: string, { files, variables }: Scripts, seconds: number): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const place = ['-h', hostname, '-p', port, '-U', username]
  const how = [
    '-n',
    '-M',
    'prepared',
    '-c',
    '1',
    '-P',
    '1',
    '-T',
    String(seconds + warmSeconds),
    ...files.flatMap((file) => ['-f', file]),
  ]
  const given = variables.flatMap((variable) => ['-D', variable])
  // pgbench prepares a pipeline before it runs it: the role must be there by then.
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password), PGOPTIONS: '-c role=app_user' }
  const { stderr } = await run('pgbench', [...place, ...how, ...given, pathname.slice(1)], {
    env,
    maxBuffer: 64e6,
  })
  const each = [...stderr.matchAll(/^progress: [\d.]+ s, ([\d.]+) tps/gm)].slice(warmSeconds)
  if (each.length === 0 || /aborted/.test(stderr)) throw new Error(`pgbench: ${stderr.slice(0, 2000)}`)
  return each.reduce((sum, [, tps]) => sum + Number(tps), 0) / each.length
}
