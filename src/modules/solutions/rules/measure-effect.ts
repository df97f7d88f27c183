import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { Effect } from '../contract/effects.ts'
import { rateOf, reportingChanged, windowOf, type Quarter } from './effect.ts'
import { suppress, type Nesting, type Row, type ShownRow } from './suppress.ts'

/** Which barriers count; an empty list says nothing about that side. */
export interface Criteria {
  readonly barrierKinds: readonly string[]
  readonly lifeDomains: readonly string[]
  readonly legalDomains: readonly string[]
}

interface Measured extends Criteria {
  readonly id: string
  readonly implementedOn: PlainDate | null
}

/** Barriers that are alike in everything a criterion asks; `quarter` null: known by half-year or year only. */
export interface BarrierCell {
  readonly kind: string
  readonly lifeDomain: string | null
  readonly legalDomains: readonly string[]
  readonly quarter: Quarter | null
  readonly count: number
  readonly daysLost: number
}

/** Of the whole tenant. */
export interface Base {
  readonly quarter: Quarter
  readonly contacts: number
  readonly referrals: number
  readonly reporters: number
}

export const isOfKind = (criteria: Criteria, cell: BarrierCell): boolean =>
  (criteria.barrierKinds.length === 0 || criteria.barrierKinds.includes(cell.kind)) &&
  (criteria.lifeDomains.length === 0 ||
    (cell.lifeDomain !== null && criteria.lifeDomains.includes(cell.lifeDomain))) &&
  (criteria.legalDomains.length === 0 ||
    criteria.legalDomains.some((domain) => cell.legalDomains.includes(domain)))

/** Every barrier of `part` is one of `whole`, whatever the barriers are. */
export function isPartOf(part: Criteria, whole: Criteria): boolean {
  const within = (less: readonly string[], more: readonly string[]) =>
    more.length === 0 || (less.length > 0 && less.every((one) => more.includes(one)))
  return (
    within(part.barrierKinds, whole.barrierKinds) &&
    within(part.lifeDomains, whole.lifeDomains) &&
    within(part.legalDomains, whole.legalDomains)
  )
}

const sides = ['before', 'after', 'coarse'] as const

/**
 * Before and after for all solutions at once, because the page shows them together: a number that is safe alone may
 * give a small one away beside another. Answers by id of the solution.
 */
export function measureEffects(
  solutions: readonly Measured[],
  data: { readonly cells: readonly BarrierCell[]; readonly base: readonly Base[] },
  threshold: number,
  today: PlainDate,
): ReadonlyMap<string, Effect> {
  const rows = solutions.flatMap((one) => rowsOf(one, data.cells, today))
  const shown = new Map(
    suppress(rows, nestingsOf(solutions), threshold).map((row) => [row.key, row] as const),
  )
  return new Map(solutions.map((one) => [one.id, effectOf(one, shown, data, threshold, today)] as const))
}

function rowsOf(one: Measured, cells: readonly BarrierCell[], today: PlainDate): Row[] {
  const own = cells.filter((cell) => isOfKind(one, cell))
  const count = (quarter: Quarter | null) =>
    own.reduce((sum, cell) => (cell.quarter === quarter ? sum + cell.count : sum), 0)
  const { before, after } = windowOf(one.implementedOn, today)
  const row = (side: string, quarters: readonly Quarter[]) => ({
    key: `${one.id} ${side}`,
    cells: quarters.map((quarter) => ({ key: quarter, count: count(quarter) })),
  })
  return [
    row('before', before),
    row('after', after),
    { key: `${one.id} coarse`, cells: [{ key: 'coarse', count: count(null) }] },
  ]
}

function nestingsOf(solutions: readonly Measured[]): Nesting[] {
  return solutions.flatMap((part) =>
    solutions
      .filter((whole) => whole.id !== part.id && isPartOf(part, whole))
      .flatMap((whole) =>
        sides.flatMap((less) =>
          sides.map((more) => ({ part: `${part.id} ${less}`, whole: `${whole.id} ${more}` })),
        ),
      ),
  )
}

function effectOf(
  one: Measured,
  shown: ReadonlyMap<string, ShownRow>,
  { cells, base }: { readonly cells: readonly BarrierCell[]; readonly base: readonly Base[] },
  threshold: number,
  today: PlainDate,
): Effect {
  const own = cells.filter((cell) => isOfKind(one, cell))
  const days = (quarters: readonly Quarter[]) =>
    own.reduce(
      (sum, cell) => (cell.quarter !== null && quarters.includes(cell.quarter) ? sum + cell.daysLost : sum),
      0,
    )
  const visible = (count: number) => (count === 0 || count >= threshold ? count : null)
  const side = (key: 'before' | 'after') => {
    const row = shown.get(`${one.id} ${key}`)!
    const quarters = row.cells.map(({ key: quarter, count }) => {
      const around = base.find((entry) => entry.quarter === quarter)
      const contacts = visible(around?.contacts ?? 0)
      return {
        quarter,
        barriers: count,
        daysLost: count === null ? null : days([quarter]),
        contacts,
        referrals: visible(around?.referrals ?? 0),
        rate: rateOf(count, contacts),
      }
    })
    const all = row.cells.map((cell) => cell.key)
    return { quarters, total: row.total, daysLost: row.total === null ? null : days(all) }
  }
  const windows = windowOf(one.implementedOn, today)
  const reporters = (quarters: readonly Quarter[]) =>
    quarters.map((quarter) => ({
      quarter,
      barriers: 0,
      daysLost: 0,
      contacts: 0,
      referrals: 0,
      reporters: base.find((entry) => entry.quarter === quarter)?.reporters ?? 0,
    }))
  return {
    before: side('before'),
    after: side('after'),
    coarse: shown.get(`${one.id} coarse`)!.cells[0]!.count,
    threshold,
    reportingChanged: reportingChanged(reporters(windows.before), reporters(windows.after)),
  }
}
