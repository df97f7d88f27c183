import type { SvgNode } from '../../../platform/contract/svg.ts'
import type { EffectQuarter } from '../contract/effects.ts'

const width = 560
const height = 180
const floor = 150
const top = 20

interface Bars {
  readonly before: readonly EffectQuarter[]
  readonly after: readonly EffectQuarter[]
}

/**
 * Barriers for each quarter, a line where it was implemented. A number that is not shown has no bar but a dot. The
 * table beside it says the same.
 */
export function effectChart({ before, after }: Bars, title: string): SvgNode {
  const all = [...before, ...after]
  const most = Math.max(1, ...all.map(({ barriers }) => barriers ?? 0))
  const step = width / Math.max(1, all.length + 1)
  // One place is left free for the quarter of the change.
  const placeOf = (index: number) => (index < before.length ? index : index + 1) * step
  const bars = all.flatMap((quarter, index) => barOf(quarter, placeOf(index), step, most))
  const turn = before.length * step + step / 2
  return {
    tag: 'svg',
    attributes: { viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'solutions-chart' },
    children: [
      { tag: 'title', attributes: {}, children: [title] },
      { tag: 'line', attributes: { x1: 0, x2: width, y1: floor, y2: floor, class: 'solutions-chart__line' } },
      ...bars,
      {
        tag: 'line',
        attributes: { x1: turn, x2: turn, y1: 4, y2: floor, class: 'solutions-chart__turn' },
      },
      {
        tag: 'text',
        attributes: { x: turn, y: height - 4, 'text-anchor': 'middle', class: 'solutions-chart__word' },
        children: ['umgesetzt'],
      },
    ],
  }
}

function barOf({ quarter, barriers }: EffectQuarter, x: number, step: number, most: number): SvgNode[] {
  const middle = x + step / 2
  const size = barriers === null ? 0 : ((floor - top) * barriers) / most
  const word = (y: number, text: string): SvgNode => ({
    tag: 'text',
    attributes: { x: middle, y, 'text-anchor': 'middle', class: 'solutions-chart__word' },
    children: [text],
  })
  return [
    {
      tag: 'rect',
      attributes: {
        x: x + step * 0.2,
        y: floor - size,
        width: step * 0.6,
        height: size,
        class: 'solutions-chart__bar',
      },
    },
    word(floor - size - 5, barriers === null ? '·' : String(barriers)),
    word(floor + 16, `${quarter.slice(5)}/${quarter.slice(2, 4)}`),
  ]
}
