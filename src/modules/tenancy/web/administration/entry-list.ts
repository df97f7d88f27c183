/** What every entry has that may end. */
export interface Held {
  readonly validFrom: string | null
  /** First day on which it no longer holds. */
  readonly validTo: string | null
}

export const hasEnded = ({ validTo }: Held, today: string): boolean => validTo !== null && validTo <= today

const plain = (text: string) =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '')

/** Every word of the search stands in the text; capitals, accents and umlauts do not matter. */
export function matches(text: string, search: string): boolean {
  const where = plain(text)
  return plain(search)
    .split(/\s+/)
    .every((word) => where.includes(word))
}

/** A copy in the order of a value; what is equal keeps its order, unknown numbers come last. */
export function sorted<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string | number,
  direction: 'asc' | 'desc',
): Row[] {
  const sign = direction === 'asc' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)]
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), 'de')
    return sign * order
  })
}

/** „2024“, „03.2024“ or „01.03.2024“ as it is stored; undefined when it is none of them. */
export function parseVague(typed: string): string | undefined {
  const match = /^(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})$/.exec(typed.trim())
  if (!match) return undefined
  const [, day, month, year] = match
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
}

/** „1,5“ as a number; undefined when it is none. */
export function parseNumber(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
