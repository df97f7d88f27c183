import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

const givesUp = / (FATAL|PANIC): /
/** Whoever connects too early or too late is told so, and that stands in the log as well. */
const knocked = /FATAL: +the database system is /

/**
 * Notes where the log of the PostgreSQL in `data` ends. Called later, answers the last thing it gave up over since then
 * (one line without time and process), or '' when it said nothing of that kind.
 */
export function saidSince(data: string): () => string {
  const before = sizes(data)
  return () => {
    const said = [...sizes(data)].flatMap(([file, size]) => linesFrom(file, before.get(file) ?? 0, size))
    const grave = said.filter((line) => givesUp.test(line) && !knocked.test(line))
    return grave.at(-1)?.replace(/^.*? (?=(FATAL|PANIC): )/, '') ?? ''
  }
}

function sizes(data: string): Map<string, number> {
  const folder = join(data, 'log')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return new Map(names.map((name) => [join(folder, name), statSync(join(folder, name)).size]))
}

/** A log of the same weekday that has been begun anew is shorter than before. */
function linesFrom(file: string, before: number, size: number): string[] {
  const from = size < before ? 0 : before
  const bytes = Buffer.alloc(size - from)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, bytes.length, from)
  } finally {
    closeSync(handle)
  }
  return bytes.toString('utf8').split('\n')
}
