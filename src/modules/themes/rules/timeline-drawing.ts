import type { SvgNode } from '../../../platform/contract/svg.ts'
import { wrap } from './chain-drawing.ts'

interface TimedStation {
  readonly title: string
  /** What stands out, in words. */
  readonly remarks: readonly string[]
  readonly month: number | null
  readonly durationWeeks: number | null
  readonly waitingWeeks: number | null
}

const WIDTH = 320
const LINE = 16
const BAR = 10
const monthsOf = (weeks: number | null) => (weeks ?? 0) / 4.345

/**
 * Stations on a line of months, one below the other: a dashed part is the waiting before, a bar the station itself; below
 * its title what stands out. Those without a month stand where the one before ended. `part`: only these of them, on the same
 * line of months, for paper.
 */
export function timelineDrawing(
  stations: readonly TimedStation[],
  title: string,
  part: { readonly from: number; readonly to: number } = { from: 0, to: stations.length },
): SvgNode {
  const spans = spansOf(stations)
  const last = Math.max(1, ...spans.map(({ to }) => Math.ceil(to)))
  const x = (month: number) => 6 + (month / last) * (WIDTH - 12)
  let y = 4
  const children: SvgNode[] = []
  for (const { station, from, to, since } of spans.slice(part.from, part.to)) {
    const remarks = station.remarks.length > 0 ? wrap(`Auffällig: ${station.remarks.join(', ')}`) : []
    for (const line of [...wrap(station.title), ...remarks]) {
      children.push(textAt(6, (y += LINE), line, 13))
    }
    y += 6
    if (since < from) children.push(line(x(since), x(from), y + BAR / 2, '3 3'))
    children.push({
      tag: 'rect',
      attributes: {
        x: x(from),
        y,
        width: Math.max(4, x(to) - x(from)),
        height: BAR,
        rx: 2,
        fill: 'currentColor',
      },
    })
    y += BAR + 6
  }
  children.push(line(x(0), x(last), y + 6, 'none'))
  for (const month of ticks(last)) {
    children.push(textAt(Math.min(x(month), WIDTH - 24), y + 22, String(month), 12))
  }
  children.push(textAt(6, y + 38, 'Monate seit Beginn', 12))
  return {
    tag: 'svg',
    attributes: {
      viewBox: `0 0 ${WIDTH} ${y + 46}`,
      class: 'theme-chain',
      role: 'img',
      'aria-label': title,
      'font-family': 'Noto Sans',
    },
    children,
  }
}

/** From when to when each lasted, and since when one waited for it, in months. */
function spansOf(stations: readonly TimedStation[]) {
  let ended = 0
  return stations.map((station) => {
    const from = station.month ?? ended + monthsOf(station.waitingWeeks)
    const to = from + monthsOf(station.durationWeeks)
    ended = Math.max(ended, to)
    return { station, from, to, since: Math.max(0, from - monthsOf(station.waitingWeeks)) }
  })
}

/** At most seven marks of the axis, whole months. */
function ticks(last: number): number[] {
  const step = Math.max(1, Math.ceil(last / 6))
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step)
}

const textAt = (x: number, y: number, words: string, size: number): SvgNode => ({
  tag: 'text',
  attributes: { x, y, 'font-size': size, fill: 'currentColor' },
  children: [words],
})

const line = (x1: number, x2: number, y: number, dashes: string): SvgNode => ({
  tag: 'line',
  attributes: {
    x1,
    y1: y,
    x2,
    y2: y,
    stroke: 'currentColor',
    'stroke-width': 1.5,
    'stroke-dasharray': dashes,
  },
})
