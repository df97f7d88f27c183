/** Exact counts of one published row of cells and their printed total. */
export interface Row {
  readonly key: string
  readonly cells: readonly { readonly key: string; readonly count: number }[]
}

/** A cell or total as it may be shown; null: not shown. */
export interface ShownRow {
  readonly key: string
  readonly cells: readonly { readonly key: string; readonly count: number | null }[]
  readonly total: number | null
}

/** Row `part` counts a part of what row `whole` counts, in the same cells: their difference must reveal nothing. */
export interface Nesting {
  readonly part: string
  readonly whole: string
}

const small = (count: number, threshold: number) => count > 0 && count < threshold

/**
 * Disclosure control for the effect page (BC-19). No shown number lies between 1 and `threshold` − 1; what is hidden
 * in a row with a shown total adds up to 0 or at least `threshold` and is at least two cells, so that total minus
 * shown cells gives away no small number; and between a row and a part of it every difference that can be formed of
 * shown cells is 0 or at least `threshold`. Zero is shown: nobody is behind it. Pure: counts in, counts or null out.
 */
export function suppress(
  rows: readonly Row[],
  nestings: readonly Nesting[],
  threshold: number,
): readonly ShownRow[] {
  const hidden = new Map(rows.map((row) => [row.key, primary(row, threshold)]))
  const totalHidden = new Set<string>()
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const pairs = nestings.filter(({ part, whole }) => byKey.has(part) && byKey.has(whole))
  // Hiding one cell may uncover the need to hide another; each round hides more, so it ends.
  for (let again = true; again;) {
    again = false
    for (const { part, whole } of pairs) {
      const more = differencing(byKey.get(part)!, byKey.get(whole)!, { hidden, totalHidden }, threshold)
      again ||= more
    }
    for (const row of rows) {
      const more = complement(row, hidden.get(row.key)!, totalHidden, threshold)
      again ||= more
    }
  }
  return rows.map((row) => ({
    key: row.key,
    cells: row.cells.map(({ key, count }) => ({
      key,
      count: hidden.get(row.key)!.has(key) ? null : count,
    })),
    total: totalHidden.has(row.key) ? null : totalOf(row),
  }))
}

const totalOf = (row: Row): number => row.cells.reduce((sum, { count }) => sum + count, 0)
const primary = (row: Row, threshold: number): Set<string> =>
  new Set(row.cells.filter(({ count }) => small(count, threshold)).map(({ key }) => key))

/** Hides further cells, or the total, until what is hidden cannot be found as a difference. True: something was hidden. */
function complement(row: Row, hidden: Set<string>, totalHidden: Set<string>, threshold: number): boolean {
  if (totalHidden.has(row.key)) return false
  if (small(totalOf(row), threshold)) {
    totalHidden.add(row.key)
    return true
  }
  const isSafe = () => {
    const counts = row.cells.filter(({ key }) => hidden.has(key)).map(({ count }) => count)
    const sum = counts.reduce((all, count) => all + count, 0)
    return counts.length === 0 || (counts.length > 1 && sum >= threshold)
  }
  if (isSafe()) return false
  // Zeros protect nothing: everybody knows that what is hidden adds up to the small number then.
  const next = row.cells
    .filter(({ key, count }) => !hidden.has(key) && count > 0)
    .toSorted((one, other) => one.count - other.count || one.key.localeCompare(other.key))[0]
  if (next) hidden.add(next.key)
  else totalHidden.add(row.key)
  return true
}

function differencing(
  part: Row,
  whole: Row,
  state: { hidden: Map<string, Set<string>>; totalHidden: Set<string> },
  threshold: number,
): boolean {
  let more = false
  const hiddenOfPart = state.hidden.get(part.key)!
  const hiddenOfWhole = state.hidden.get(whole.key)!
  for (const { key, count } of part.cells) {
    const all = whole.cells.find((cell) => cell.key === key)?.count
    if (all === undefined || hiddenOfPart.has(key) || hiddenOfWhole.has(key)) continue
    if (!small(all - count, threshold)) continue
    hiddenOfPart.add(key)
    more = true
  }
  const bothTotals = !state.totalHidden.has(part.key) && !state.totalHidden.has(whole.key)
  const sameCells =
    part.cells.length === whole.cells.length &&
    part.cells.every(({ key }) => whole.cells.some((cell) => cell.key === key))
  if (bothTotals && sameCells && small(totalOf(whole) - totalOf(part), threshold)) {
    state.totalHidden.add(part.key)
    more = true
  }
  return more
}
