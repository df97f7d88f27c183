import type { SvgNode } from '../../../platform/contract/svg.ts'
import type { ValueName } from './rating.ts'

/** The mark of a question with its centre at x, y: ▲ need, ● resource, ◇ the client's own view. */
export function markShape(name: ValueName, x: number, y: number): SvgNode {
  const solid = { fill: 'currentColor' }
  if (name === 'resource') return { tag: 'circle', attributes: { cx: x, cy: y, r: 5, ...solid } }
  if (name === 'need') {
    return { tag: 'path', attributes: { d: `M${x} ${y - 5.5}l6 10.5h-12z`, ...solid } }
  }
  const outline = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }
  return { tag: 'path', attributes: { d: `M${x} ${y - 5}l5 5l-5 5l-5-5z`, ...outline } }
}
