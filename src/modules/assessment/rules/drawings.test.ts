import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SvgNode } from '../../../platform/contract/svg.ts'
import type { ScaleStep } from '../contract/assessment.ts'
import type { ComparedRow } from './compare.ts'
import { profileChart } from './profile-chart.ts'
import type { ProfileRow } from './profile.ts'
import { trendChart } from './trend-chart.ts'

/** A drawing as a list of its shapes, whatever groups they stand in. */
const shapes = (node: SvgNode): SvgNode[] => [
  node,
  ...(node.children ?? []).flatMap((child) => (typeof child === 'string' ? [] : shapes(child))),
]
const named = (drawing: SvgNode, tag: string, kind = '') =>
  shapes(drawing).filter((one) => one.tag === tag && String(one.attributes['class'] ?? '').endsWith(kind))
const at = (node: SvgNode, name: string) => Number(node.attributes[name])
const words = (drawing: SvgNode) => named(drawing, 'text').flatMap((one) => one.children ?? [])
const height = (drawing: SvgNode) => Number(String(drawing.attributes['viewBox']).split(' ')[3])
/** Centres of the marks of one question: circles, and paths by where they begin. */
const marksOf = (drawing: SvgNode, name: string) =>
  named(drawing, 'g', `mark--${name}`).flatMap((group) =>
    shapes(group).flatMap((one) => {
      if (one.tag === 'circle') return [{ x: at(one, 'cx'), y: at(one, 'cy') }]
      const found = /^M([\d.]+) ([\d.]+)l/.exec(String(one.attributes['d'] ?? ''))
      return found ? [{ x: Number(found[1]), y: Number(found[2]) + (name === 'need' ? 5.5 : 5) }] : []
    }),
  )

const value = (position: number) => ({ value: 1, position, word: 'Wort', change: null })
const scale = [1, 2, 3].map((step) => ({
  value: step,
  resource: 'R',
  need: 'B',
  clientView: 'S',
})) as ScaleStep[]
const row = (more: Partial<ProfileRow> = {}): ProfileRow => ({
  key: 'housing',
  label: 'Wohnsituation',
  values: { need: value(1), resource: value(0), clientView: value(0.5) },
  urgency: null,
  remark: null,
  ...more,
})

describe('the profile', () => {
  test('low stands left, high right, the middle between, each question in its own lane', () => {
    const drawing = profileChart([row(), row()], scale, 'Profil')
    const [need, resource, view] = ['need', 'resource', 'clientView'].map((name) => marksOf(drawing, name))
    expect([need![0]!.x, resource![0]!.x, view![0]!.x]).toEqual([306, 14, 160])
    const lanes = [need![0]!.y, resource![0]!.y, view![0]!.y]
    expect([lanes[1]! - lanes[0]!, lanes[2]! - lanes[1]!]).toEqual([12, 12])
    // The second row looks like the first, one row further down.
    const [first, second] = named(drawing, 'line', 'lt-profile__line').map((line) => at(line, 'y1'))
    expect(need![1]!.y - need![0]!.y).toBe(second! - first!)
    expect(second).toBe(height(drawing))
    for (const y of lanes) expect(y > 18 + 14 && y < first! - 5).toBe(true)
  })

  test('the axis has a line and a number for each step, in order, from edge to edge', () => {
    const drawing = profileChart([row()], scale.toReversed(), 'Profil')
    const grid = named(drawing, 'line', 'lt-profile__grid')
    expect(grid.map((line) => [at(line, 'x1'), at(line, 'x2')])).toEqual([
      [14, 14],
      [160, 160],
      [306, 306],
    ])
    for (const line of grid) expect([at(line, 'y1'), at(line, 'y2')]).toEqual([18, height(drawing)])
    const ticks = named(drawing, 'text', 'lt-profile__tick')
    expect(ticks.map((tick) => [at(tick, 'x'), ...(tick.children ?? [])])).toEqual([
      [14, '1'],
      [160, '2'],
      [306, '3'],
    ])
    for (const tick of ticks) {
      expect(tick.attributes).toMatchObject({ 'text-anchor': 'middle' })
      expect(at(tick, 'y')).toBeLessThan(18)
    }
    expect(named(profileChart([], scale.slice(0, 1), 'x'), 'line').map((line) => at(line, 'x1'))).toEqual([
      14,
    ])
  })

  test('says what is urgent and why a row is empty', () => {
    const none = { need: null, resource: null, clientView: null }
    const drawing = profileChart(
      [row({ urgency: 'dringend' }), row({ urgency: 'bald', values: none, remark: 'noch offen' })],
      [],
      'Profil',
    )
    expect(words(drawing)).toEqual(['Wohnsituation (dringend)', 'Wohnsituation', 'noch offen'])
    const [, label, remark] = named(drawing, 'text')
    expect(at(remark!, 'y') - at(label!, 'y')).toBe(22)
    const titles = named(drawing, 'title').flatMap((one) => one.children ?? [])
    expect(titles).toEqual(
      ['Bedarf', 'Ressource', 'eigene Sicht'].map((one) => `Wohnsituation, ${one}: 1 – Wort`),
    )
  })
})

describe('the trend', () => {
  const trend = (positions: readonly (number | null)[]): ComparedRow => ({
    key: 'housing',
    label: 'Wohnsituation',
    cells: positions.map((position, index) => ({
      assessmentId: `a${index}`,
      values: { need: position === null ? null : value(position), resource: null, clientView: null },
      remark: position === null ? 'ohne Angabe' : null,
      change: null,
    })),
  })

  test('property: later stands further right, higher on the scale further up, all inside its strip', () => {
    const positions = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(positions, positions, (one, other) => {
        const drawing = trendChart([trend(one), trend(other)], [], 'Veränderung')
        const marks = marksOf(drawing, 'need')
        expect(marks).toHaveLength(one.length + other.length)
        const tops = named(drawing, 'line', 'lt-profile__grid').map((line) => at(line, 'y1'))
        const bottoms = named(drawing, 'line', 'lt-profile__line').map((line) => at(line, 'y1'))
        for (const [index, list] of [one, other].entries()) {
          const own = marks.slice(index === 0 ? 0 : one.length).slice(0, list.length)
          for (const [place, mark] of own.entries()) {
            // Six below the upper line is the top of the scale, six above the lower one its bottom.
            const share = (bottoms[index]! - 6 - mark.y) / (bottoms[index]! - tops[index]! - 12)
            expect(share).toBeCloseTo(list[place]!, 1)
            expect(mark.x).toBeCloseTo(16 + (place * 268) / (list.length - 1), 1)
          }
        }
        expect(tops[1]! - bottoms[0]!).toBeGreaterThan(20)
        expect(height(drawing)).toBeGreaterThan(bottoms[1]!)
      }),
    )
  })

  test('a curve runs through its points, a gap is bridged; what has no value at all is left to the table', () => {
    const drawing = trendChart([trend([0, null, 1]), trend([null, null])], [], 'x')
    const [curve] = named(drawing, 'path').filter((path) => 'stroke-dasharray' in path.attributes)
    expect(String(curve!.attributes['d']).replaceAll(/[\d. ]+/g, '')).toBe('ML')
    expect(named(drawing, 'text')).toHaveLength(1)
    expect(marksOf(trendChart([trend([0.5])], [], 'x'), 'need')[0]!.x).toBe(150)
  })

  test.each([
    [1, ['middle']],
    [2, ['start', 'end']],
    [3, ['start', 'middle', 'end']],
    [4, ['start', 'middle', 'middle', 'end']],
    [5, ['start', 'end']],
  ])('of %i dates as many are written as fit, the outer ones inside the picture', (count, anchors) => {
    const dates = Array.from({ length: count }, (_, index) => `0${index + 1}.01.2026`)
    const ticks = named(trendChart([], dates, 'x'), 'text', 'lt-profile__tick')
    expect(ticks.map((tick) => tick.attributes['text-anchor'])).toEqual(anchors)
    if (count > 1) expect([at(ticks[0]!, 'x'), at(ticks.at(-1)!, 'x')]).toEqual([2, 318])
    if (count === 3) expect(at(ticks[1]!, 'x')).toBe(160)
  })
})

test('every shape and word of both takes the colour of the text around it', () => {
  const cell = { assessmentId: 'a', values: row().values as never, remark: null, change: null }
  const drawings = [
    profileChart([row()], scale, 'x'),
    trendChart([{ key: 'k', label: 'L', cells: [cell, cell] }], ['01.01.2026', '02.01.2026'], 'x'),
  ]
  for (const drawing of drawings) {
    expect(drawing.attributes).toMatchObject({ class: 'lt-profile', role: 'img' })
    for (const one of shapes(drawing)) {
      const { fill, stroke } = one.attributes
      if (one.tag === 'text') expect(one.attributes).toMatchObject({ fill: 'currentColor' })
      if (one.tag === 'line') expect(stroke).toBe('currentColor')
      if (one.tag === 'circle' || one.tag === 'path') expect([fill, stroke]).toContain('currentColor')
      if (one.tag === 'path' && stroke !== undefined) expect(fill).toBe('none')
    }
  }
})
