/** A change that no test noticed. */
export interface Survivor {
  readonly place: string
  readonly change: string
}

export interface Score {
  readonly name: string
  readonly changes: number
  readonly noticed: number
  /** Of those noticed: only because the tests took too long. On a busy machine that may be no notice at all. */
  readonly timeouts: number
  readonly survivors: readonly Survivor[]
}

/** Stryker's report (mutation-testing-report-schema), as far as it is read here. */
interface Report {
  readonly files: Record<
    string,
    {
      readonly source: string
      readonly mutants: readonly {
        readonly status: string
        readonly mutatorName: string
        readonly replacement?: string
        readonly location: { readonly start: Place; readonly end: Place }
      }[]
    }
  >
}
interface Place {
  readonly line: number
  readonly column: number
}

const noticed = new Set(['Killed', 'Timeout'])
const counted = new Set([...noticed, 'Survived', 'NoCoverage'])

/** How many changes the tests noticed, and which not. A change that does not compile is none. */
export function scoreOf(name: string, { files }: Report): Score {
  const all = Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants
      .filter(({ status }) => counted.has(status))
      .map((mutant) => ({ ...mutant, path, was: cut(source, mutant.location) })),
  )
  const survivors = all
    .filter(({ status }) => !noticed.has(status))
    .map(({ path, location, was, replacement, mutatorName, status }) => ({
      place: `${path}:${location.start.line}`,
      change: `${mutatorName}${status === 'NoCoverage' ? ' (no test)' : ''}: ${was} → ${replacement ?? ''}`,
    }))
  const timeouts = all.filter(({ status }) => status === 'Timeout').length
  return { name, changes: all.length, noticed: all.length - survivors.length, timeouts, survivors }
}

function cut(source: string, { start, end }: { start: Place; end: Place }): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = lines[last]!.slice(0, end.column - 1)
  lines[0] = lines[0]!.slice(start.column - 1)
  return lines.join('\n')
}

export const shareOf = ({ changes, noticed: found }: Score): number => (changes === 0 ? 1 : found / changes)
