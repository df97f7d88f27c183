import type { SolutionRow } from '../contract/effects.ts'

/** A number that may not be shown is a dot; the page says why. */
export const shownNumber = (count: number | null): string => (count === null ? '·' : String(count))

/** `2026-Q3` as people say it. */
export const quarterWords = (quarter: string): string => `${quarter.slice(6)}. Quartal ${quarter.slice(0, 4)}`

/** What the figures say and what they do not, in plain German. */
export function effectSentence({
  effect,
  implementedOn,
}: Pick<SolutionRow, 'effect' | 'implementedOn'>): string {
  const { before, after, reportingChanged } = effect
  if (implementedOn === null) return 'Noch nicht umgesetzt.'
  if (after.quarters.length === 0) return 'Noch kein abgeschlossenes Quartal seit der Umsetzung.'
  const mean = (side: typeof before) =>
    side.total === null || side.quarters.length === 0 ? null : side.total / side.quarters.length
  const [was, is] = [mean(before), mean(after)]
  const warning = reportingChanged
    ? ' Vorsicht: Es melden deutlich mehr oder weniger Personen als zuvor; das allein kann die Zahl verändern.'
    : ''
  if (was === null || is === null) return `Die Zahlen sind zu klein, um sie zu zeigen.${warning}`
  const word = is < was ? 'weniger' : is > was ? 'mehr' : 'gleich viele'
  const number = (value: number) => value.toLocaleString('de-DE', { maximumFractionDigits: 1 })
  return `Je Quartal ${number(was)} gemeldete Hürden vorher, ${number(is)} nachher: ${word}.${warning}`
}
