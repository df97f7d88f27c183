import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** Parts of pages in which axe has found nothing. */
export interface PassedParts {
  /** Where in the list those stand that have not passed. */
  others(parts: readonly string[]): number[]
  add(parts: readonly string[]): void
}

/** Kept in `file` when there is one: the workers of a run share it, each appends lines and reads those of the others. */
export function createPassedParts(file?: string): PassedParts {
  const known = new Set<string>()
  let read = 0
  const catchUp = () => {
    if (!file || !existsSync(file)) return
    const descriptor = openSync(file, 'r')
    const bytes = Buffer.alloc(Math.max(fstatSync(descriptor).size - read, 0))
    readSync(descriptor, bytes, 0, bytes.length, read)
    closeSync(descriptor)
    // Another worker may be in the middle of a line.
    const end = bytes.lastIndexOf('\n') + 1
    for (const line of bytes.toString('utf8', 0, end).split('\n')) known.add(line)
    read += end
  }
  return {
    others: (parts) => {
      catchUp()
      return parts.flatMap((part, at) => (known.has(part) ? [] : [at]))
    },
    add: (parts) => {
      const fresh = parts.filter((part) => !known.has(part))
      for (const part of fresh) known.add(part)
      if (file && fresh.length > 0) appendFileSync(file, fresh.map((part) => `${part}\n`).join(''))
    },
  }
}
