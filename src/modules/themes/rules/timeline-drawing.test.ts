import { expect, test } from 'vitest'
import type { SvgNode } from '../../../platform/contract/svg.ts'
import { timelineDrawing } from './timeline-drawing.ts'

const month = 4.345
const station = (title: string, more: Partial<Parameters<typeof timelineDrawing>[0][number]> = {}) => ({
  title,
  remarks: [],
  month: null,
  durationWeeks: null,
  waitingWeeks: null,
  ...more,
})
const parts = ({ children = [] }: SvgNode) => children.filter((child) => typeof child !== 'string')
const told = (drawing: SvgNode) =>
  parts(drawing).map(({ tag, attributes, children = [] }) => {
    const { x, y, width, x1, x2, y1, 'stroke-dasharray': dashes, 'font-size': size } = attributes
    if (tag === 'text')
      return `${x} ${y} ${size}: ${children.filter((child) => typeof child === 'string').join('')}`
    return tag === 'rect' ? `bar ${x} ${y} ${width}` : `line ${x1}–${x2} ${y1} ${dashes}`
  })

test('six months: a title and what stands out, the waiting dashed, the bar, the axis', () => {
  const drawing = timelineDrawing(
    [
      station('Antrag', {
        month: 1,
        durationWeeks: month,
        waitingWeeks: month,
        remarks: ['Bruch', 'Wartezeit'],
      }),
      station('Kurs', { durationWeeks: 3 * month, waitingWeeks: month }),
    ],
    'Weg',
  )
  // 308 points for six months, from 6 on.
  const at = (months: number) => 6 + (months / 6) * 308
  expect(told(drawing)).toEqual([
    '6 20 13: Antrag',
    '6 36 13: Auffällig: Bruch, Wartezeit',
    `line ${at(0)}–${at(1)} 47 3 3`,
    `bar ${at(1)} 42 ${at(2) - at(1)}`,
    '6 74 13: Kurs',
    `line ${at(2)}–${at(3)} 85 3 3`,
    `bar ${at(3)} 80 ${at(6) - at(3)}`,
    `line ${at(0)}–${at(6)} 102 none`,
    ...[0, 1, 2, 3, 4, 5].map((tick) => `${at(tick)} 118 12: ${tick}`),
    // The last number stays inside.
    '296 118 12: 6',
    '6 134 12: Monate seit Beginn',
  ])
  expect(drawing.attributes).toMatchObject({
    viewBox: '0 0 320 142',
    role: 'img',
    'aria-label': 'Weg',
    class: 'theme-chain',
  })
  expect(drawing.tag).toBe('svg')
})

test('what takes no time is a short bar, without waiting no dashes; nothing at all is one month', () => {
  expect(told(timelineDrawing([station('Gespräch', { month: 0 })], 'Weg')).slice(0, 3)).toEqual([
    '6 20 13: Gespräch',
    'bar 6 26 4',
    'line 6–314 48 none',
  ])
  expect(told(timelineDrawing([], 'Weg'))).toEqual([
    'line 6–314 10 none',
    '6 26 12: 0',
    '296 26 12: 1',
    '6 42 12: Monate seit Beginn',
  ])
})

test('a longer wait than there are months begins with the case; long ways have at most seven marks', () => {
  const drawing = told(
    timelineDrawing([station('Kurs', { month: 13, durationWeeks: month, waitingWeeks: 100 })], 'Weg'),
  )
  expect(drawing[1]).toMatch(/^line 6–292 /)
  expect(drawing.filter((line) => / 12: \d+$/.test(line)).map((line) => line.split(': ')[1])).toEqual([
    '0', '3', '6', '9', '12',
  ]) // oxfmt-ignore
})

test('what ended earlier does not pull the next one back', () => {
  const long = station('Lange', { month: 0, durationWeeks: 10 * month })
  const short = station('Kurz', { month: 1, durationWeeks: month })
  const bars = told(timelineDrawing([long, short, station('Danach')], 'Weg')).filter((line) =>
    line.startsWith('bar'),
  )
  expect(bars.at(-1)).toMatch(/^bar 314 /)
})

test('for paper: only some of the stations, on the same line of months', () => {
  const stations = [0, 1, 2, 3].map((at) => station(`Schritt ${at}`, { month: at, durationWeeks: month }))
  const lines = told(timelineDrawing(stations, 'Weg', { from: 1, to: 3 }))
  expect(lines.filter((line) => line.includes('Schritt'))).toEqual([
    '6 20 13: Schritt 1',
    '6 58 13: Schritt 2',
  ])
  expect(lines[1]).toBe('bar 83 26 77')
})
