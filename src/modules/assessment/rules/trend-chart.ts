import type { SvgNode } from '../../../platform/contract/svg.ts'
import type { ComparedRow } from './compare.ts'
import { markShape } from './mark-shape.ts'
import type { ValueName } from './rating.ts'

/** Narrow enough for a phone; the drawing grows with its column. */
const WIDTH = 320
const EDGE = 26
const TOP = 22
const LABEL = 22
const PLOT = 62
const ROW = LABEL + PLOT + 14

/** Beside each other where they are equal: shape first, then place, colour last. */
const lanes: readonly { readonly name: ValueName; readonly shift: number; readonly dash: string }[] = [
  { name: 'need', shift: -10, dash: 'none' },
  { name: 'resource', shift: 0, dash: '5 3' },
  { name: 'clientView', shift: 10, dash: '1 4' },
]

/**
 * Draws each life domain over the assessments, oldest left: ▲ need, ● resource, ◇ the client's own view, high on the
 * scale above. `dates` are written over the columns as far as they fit. Domains without any value stand in the table
 * only, which says why.
 */
export function trendChart(all: readonly ComparedRow[], dates: readonly string[], title: string): SvgNode {
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.remark === null))
  return {
    tag: 'svg',
    attributes: {
      viewBox: `0 0 ${WIDTH} ${TOP + rows.length * ROW}`,
      class: 'lt-profile',
      role: 'img',
      'aria-label': title,
    },
    children: [
      ...dates.flatMap((date, at) =>
        isLabelled(at, dates.length) ? [dateText(date, at, dates.length)] : [],
      ),
      ...rows.map((row, index) => strip(row, TOP + index * ROW)),
    ],
  }
}

const round = (value: number) => Math.round(value * 10) / 10
const xOf = (at: number, count: number) =>
  round(count === 1 ? WIDTH / 2 : EDGE + (at * (WIDTH - 2 * EDGE)) / (count - 1))

/** At most four dates fit beside each other. */
const isLabelled = (at: number, count: number) => count <= 4 || at === 0 || at === count - 1

function dateText(date: string, at: number, count: number): SvgNode {
  const anchor = at === 0 && count > 1 ? 'start' : at === count - 1 && count > 1 ? 'end' : 'middle'
  const x = anchor === 'start' ? 2 : anchor === 'end' ? WIDTH - 2 : xOf(at, count)
  const attributes = { x, y: 14, 'font-size': 12, 'text-anchor': anchor, class: 'lt-profile__tick' }
  return { tag: 'text', attributes: { ...attributes, fill: 'currentColor' }, children: [date] }
}

function strip(row: ComparedRow, y: number): SvgNode {
  const [low, high] = [y + LABEL + PLOT, y + LABEL]
  const line = (at: number, kind: string): SvgNode => ({
    tag: 'line',
    attributes: { x1: 2, x2: WIDTH - 2, y1: at, y2: at, class: kind, stroke: 'currentColor' },
  })
  const label = { x: 2, y: y + 14, 'font-size': 13, class: 'lt-profile__label', fill: 'currentColor' }
  return {
    tag: 'g',
    attributes: {},
    children: [
      { tag: 'text', attributes: label, children: [row.label] },
      line(low + 6, 'lt-profile__line'),
      line(high - 6, 'lt-profile__grid'),
      ...lanes.flatMap((lane) => curve(row, lane, low)),
    ],
  }
}

function curve(row: ComparedRow, { name, shift, dash }: (typeof lanes)[number], low: number): SvgNode[] {
  const points = row.cells.flatMap((cell, at) => {
    const value = cell.values[name]
    const x = xOf(at, row.cells.length) + shift
    return value ? [{ x, y: round(low - value.position * PLOT), value }] : []
  })
  if (points.length === 0) return []
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-dasharray': dash }
  return [
    {
      tag: 'g',
      attributes: { class: `lt-profile__mark lt-profile__mark--${name}` },
      children: [
        { tag: 'path', attributes: { d: path, ...stroke } },
        ...points.map(({ x, y }) => markShape(name, x, y)),
      ],
    },
  ]
}
