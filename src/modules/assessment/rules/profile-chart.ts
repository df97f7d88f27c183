import type { SvgNode } from '../../../platform/contract/svg.ts'
import type { ScaleStep } from '../contract/assessment.ts'
import { markShape } from './mark-shape.ts'
import type { ProfileRow } from './profile.ts'
import type { ValueName } from './rating.ts'

/** Narrow enough for a phone; the drawing grows with its column. */
const WIDTH = 320
const EDGE = 14
const LABEL = 20
const LANE = 12
const ROW = LABEL + 3 * LANE + 8
const TOP = 18

/** Shape first, colour second; the order is the lane inside a row, from the top. */
const marks: readonly { readonly name: ValueName; readonly word: string }[] = [
  { name: 'need', word: 'Bedarf' },
  { name: 'resource', word: 'Ressource' },
  { name: 'clientView', word: 'eigene Sicht' },
]

/**
 * Draws a profile: a strip for each domain, on it ▲ for the need, ● for the resource and ◇ for the client's own view.
 * Each stands in a lane of its own, so that equal values never hide each other. The rows are the chart's table.
 */
export function profileChart(
  rows: readonly ProfileRow[],
  scale: readonly ScaleStep[],
  title: string,
): SvgNode {
  const height = TOP + rows.length * ROW
  return {
    tag: 'svg',
    attributes: { viewBox: `0 0 ${WIDTH} ${height}`, class: 'lt-profile', role: 'img', 'aria-label': title },
    children: [...axis(scale, height), ...rows.map(row)],
  }
}

const xOf = (position: number) => round(EDGE + position * (WIDTH - 2 * EDGE))
const round = (value: number) => Math.round(value * 10) / 10

function axis(scale: readonly ScaleStep[], height: number): SvgNode[] {
  const values = scale.map((step) => step.value).toSorted((a, b) => a - b)
  return values.flatMap((value, index) => {
    const x = xOf(index / Math.max(1, values.length - 1))
    const number = { x, y: 12, 'text-anchor': 'middle', class: 'lt-profile__tick', fill: 'currentColor' }
    const line = { x1: x, x2: x, y1: TOP, y2: height, class: 'lt-profile__grid', stroke: 'currentColor' }
    return [
      { tag: 'line', attributes: line },
      { tag: 'text', attributes: { ...number, 'font-size': 11 }, children: [String(value)] },
    ]
  })
}

function row(one: ProfileRow, index: number): SvgNode {
  const y = TOP + index * ROW
  const label = { x: EDGE + 4, y: y + 14, 'font-size': 13, class: 'lt-profile__label', fill: 'currentColor' }
  const baseline = {
    x1: EDGE,
    x2: WIDTH - EDGE,
    y1: y + ROW,
    y2: y + ROW,
    class: 'lt-profile__line',
    stroke: 'currentColor',
  }
  const remark: SvgNode[] =
    one.remark === null
      ? []
      : [
          {
            tag: 'text',
            attributes: { ...label, y: y + 36, class: 'lt-profile__remark' },
            children: [one.remark],
          },
        ]
  return {
    tag: 'g',
    attributes: {},
    children: [
      {
        tag: 'text',
        attributes: label,
        children: [one.urgency === 'dringend' ? `${one.label} (dringend)` : one.label],
      },
      ...remark,
      ...marks.flatMap(({ name }, lane) => mark(one, name, y + LABEL + LANE * lane + LANE / 2 + 2)),
      { tag: 'line', attributes: baseline },
    ],
  }
}

function mark(one: ProfileRow, name: ValueName, y: number): SvgNode[] {
  const value = one.values[name]
  if (value === null) return []
  const word = marks.find((entry) => entry.name === name)!.word
  return [
    {
      tag: 'g',
      attributes: { class: `lt-profile__mark lt-profile__mark--${name}` },
      children: [
        { tag: 'title', attributes: {}, children: [`${one.label}, ${word}: ${value.value} – ${value.word}`] },
        markShape(name, xOf(value.position), y),
      ],
    },
  ]
}
