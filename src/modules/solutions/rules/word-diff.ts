/** A run of words that stayed, came or went. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words with the blanks behind them, so that joining the runs gives the text again. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/** Beyond this product of lengths the texts are shown whole: comparing would take longer than reading. */
const most = 4_000_000

/**
 * Word by word, the longest common row of words kept. Joining `same` and `removed` gives `before`, joining `same`
 * and `added` gives `after`, up to blanks between equal words.
 */
export function wordDiff(before: string, after: string): DiffRun[] {
  const left = wordsOf(before)
  const right = wordsOf(after)
  const start = common(left, right)
  const end = common(left.slice(start).reverse(), right.slice(start).reverse())
  const middle = changed(left.slice(start, left.length - end), right.slice(start, right.length - end))
  return joined([
    ...right.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...right.slice(right.length - end).map((text) => ({ kind: 'same' as const, text })),
  ])
}

const equal = (one: string, other: string) => one.trimEnd() === other.trimEnd()

function common(left: readonly string[], right: readonly string[]): number {
  let length = 0
  while (length < left.length && length < right.length && equal(left[length]!, right[length]!)) length++
  return length
}

function changed(left: readonly string[], right: readonly string[]): DiffRun[] {
  if (left.length * right.length > most) {
    return [
      { kind: 'removed', text: left.join('') },
      { kind: 'added', text: right.join('') },
    ]
  }
  const width = right.length + 1
  // lengths[i * width + j]: longest common row of left from i and right from j.
  const lengths = new Uint32Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i * width + j] = equal(left[i]!, right[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const runs: DiffRun[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && equal(left[i]!, right[j]!)) {
      runs.push({ kind: 'same', text: right[j]! })
      i++
      j++
    } else if (
      j >= right.length ||
      (i < left.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    )
      runs.push({ kind: 'removed', text: left[i++]! })
    else runs.push({ kind: 'added', text: right[j++]! })
  }
  return runs
}

function joined(runs: readonly DiffRun[]): DiffRun[] {
  const result: DiffRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.kind === run.kind) result[result.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '') result.push(run)
  }
  return result
}
