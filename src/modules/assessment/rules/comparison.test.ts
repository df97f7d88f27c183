import { describe, expect, test } from 'vitest'
import type { ComparedRating, ScaleStep } from '../contract/assessment.ts'
import type { ComparedAssessment } from '../contract/comparison.ts'
import { changeLabels, domainChange, unansweredSince, valueChange, withoutClientView } from './change.ts'
import { assessorChanged, compare } from './compare.ts'
import { trendChart } from './trend-chart.ts'

const scaleOf = (...values: number[]): ScaleStep[] =>
  values.map((value) => ({ value, resource: `R${value}`, need: `B${value}`, clientView: `S${value}` }))
const five = scaleOf(1, 2, 3, 4, 5)

const rated = (lifeDomain: string, part: Partial<ComparedRating> = {}): ComparedRating => ({
  lifeDomain,
  personId: null,
  state: 'rated',
  resource: null,
  need: null,
  clientView: null,
  ...part,
})
const judged = (part: Partial<ComparedRating> | undefined, scale: ScaleStep[] | null = five) => ({
  rating: part && rated('housing', part),
  scale,
})

describe('the change of a value', () => {
  test.each([
    ['a need that fell is better', 'need', 5, 2, 'better'],
    ['a need that rose is worse', 'need', 2, 5, 'worse'],
    ['a resource that rose is better', 'resource', 2, 3, 'better'],
    ['a resource that fell is worse', 'resource', 3, 2, 'worse'],
    ['the own view that rose is better', 'clientView', 1, 2, 'better'],
    ['equal is same', 'need', 3, 3, 'same'],
    ['nothing before is new', 'need', null, 3, 'new'],
    ['nothing now is missing', 'need', 3, null, 'missing'],
    ['nothing twice is nothing', 'need', null, null, null],
  ] as const)('%s', (_, name, then, now, change) => {
    expect(valueChange(name, judged({ [name]: then }), judged({ [name]: now }))).toBe(change)
  })
  test('another scale is not compared, other words for the same steps are', () => {
    expect(valueChange('need', judged({ need: 2 }), judged({ need: 2 }, scaleOf(0, 1, 2)))).toBe(
      'incomparable',
    )
    const reworded = five.map((step) => ({ ...step, need: 'anders' }))
    expect(valueChange('need', judged({ need: 3 }), judged({ need: 2 }, reworded))).toBe('better')
  })
})

describe('the change of a life domain', () => {
  test.each([
    ['need and resource agree', { need: 4, resource: 2 }, { need: 3, resource: 3 }, 'better'],
    ['one better, one the same', { need: 4, resource: 2 }, { need: 3, resource: 2 }, 'better'],
    ['one worse, one the same', { need: 4, resource: 2 }, { need: 4, resource: 1 }, 'worse'],
    ['one better, one worse', { need: 4, resource: 2 }, { need: 3, resource: 1 }, 'mixed'],
    ['all the same', { need: 4, resource: 2 }, { need: 4, resource: 2 }, 'same'],
    ['the own view is not mixed in', { need: 4, clientView: 1 }, { need: 4, clientView: 5 }, 'same'],
    ['an answer that is gone', { need: 4 }, {}, 'missing'],
    ['an answer where there was none', {}, { need: 4 }, 'new'],
    ['talked about before, not now', { state: 'notDiscussed' }, undefined, 'missing'],
    ['never talked about', undefined, undefined, null],
  ] as const)('%s', (_, before, after, change) => {
    expect(domainChange(judged(before), judged(after))).toBe(change)
  })
  test('every change has a word', () => {
    expect(Object.values(changeLabels).every((word) => word.length > 2)).toBe(true)
  })
})

const domains = [
  { key: 'housing', label: 'Wohnsituation', locked: null },
  { key: 'language', label: 'Sprache', locked: null },
  { key: 'health', label: 'Gesundheit', locked: { reason: 'basisMissing', basis: 'health' } as const },
]
const [anna, ben] = [
  { id: '0193b0f0-0000-7000-8000-00000000000a', name: 'Anna' },
  { id: '0193b0f0-0000-7000-8000-00000000000b', name: 'Ben' },
]
const time = (ratings: ComparedRating[], part: Partial<ComparedAssessment> = {}): ComparedAssessment => ({
  id: `0193b0f0-0000-7000-8000-00000000${ratings.length}${part.startedOn?.slice(5, 7) ?? '00'}0`,
  kind: 're',
  episode: 1,
  startedOn: '2026-01-05',
  finishedOn: '2026-01-06',
  by: anna,
  finishedBy: anna,
  scale: five,
  ratings,
  ...part,
})

describe('the comparison', () => {
  const times = [
    time([rated('housing', { need: 5, resource: 1 }), rated('language', { state: 'notDiscussed' })]),
    time([rated('language', { need: 3 })]),
    time([rated('housing', { need: 2, resource: 1, clientView: 4 })], { finishedOn: null }),
  ]
  const rows = compare(domains, times, null)
  test('has every domain and every assessment; what has no value says why', () => {
    expect(rows.map(({ label, cells }) => [label, cells.map((cell) => cell.remark)])).toEqual([
      ['Wohnsituation', [null, 'ohne Angabe', null]],
      ['Sprache', ['nicht besprochen', null, 'ohne Angabe']],
      ['Gesundheit', ['gesperrt', 'gesperrt', 'gesperrt']],
    ])
  })
  test('compares with the last time there was an answer, and shows the gap', () => {
    const [housing] = rows
    expect(housing!.cells.map((cell) => cell.change)).toEqual([null, 'missing', 'better'])
    expect(housing!.cells[2]!.values).toEqual({
      need: { value: 2, word: 'B2', position: 0.25, change: 'better' },
      resource: { value: 1, word: 'R1', position: 0, change: 'same' },
      clientView: { value: 4, word: 'S4', position: 0.75, change: null },
    })
  })
  test('a person has rows of their own', () => {
    const person = '0193b0f0-0000-7000-8000-000000000001'
    const own = time([rated('housing', { need: 1, personId: person })])
    expect(compare(domains, [own], person)[0]!.cells[0]!.values.need?.value).toBe(1)
    expect(compare(domains, [own], null)[0]!.cells[0]!.remark).toBe('ohne Angabe')
  })
  test.each([
    ['the same person', time([]), time([]), false],
    ['another began and finished it', time([]), time([], { by: ben, finishedBy: ben }), true],
    ['another finished it', time([]), time([], { finishedBy: ben }), true],
    ['who began the open one counts', time([], { by: ben }), time([], { by: anna, finishedBy: null }), false],
    ['not kept who finished: who began', time([], { by: ben, finishedBy: null }), time([]), true],
  ])('change of assessor: %s', (_, before, after, changed) => {
    expect(assessorChanged([before, after], 1)).toBe(changed)
    expect(assessorChanged([before, after], 0)).toBe(false)
  })
  test('what was answered last time and is open now, and where the own view is missing', () => {
    const [first, second] = [times[0]!.ratings, times[1]!.ratings]
    expect(unansweredSince(domains, first, second)).toEqual(['Wohnsituation'])
    expect(unansweredSince(domains, second, second)).toEqual([])
    expect(withoutClientView(domains, [...first, rated('language', { need: 1, clientView: 2 })])).toEqual([
      'Wohnsituation',
    ])
  })
})

describe('the drawing', () => {
  const times = [1, 2, 3, 4, 5].map((need) => time([rated('housing', { need, resource: 6 - need })]))
  const dates = times.map((_, at) => `0${at + 1}.01.2026`)
  const drawing = trendChart(compare(domains, times, null), dates, 'Veränderung')
  const text = JSON.stringify(drawing)
  test('names itself and each domain with a value, and writes only the dates that fit', () => {
    expect(drawing.attributes).toMatchObject({ role: 'img', 'aria-label': 'Veränderung' })
    expect(domains.map(({ label }) => text.includes(label))).toEqual([true, false, false])
    expect(dates.map((date) => text.includes(date))).toEqual([true, false, false, false, true])
  })
  test('one curve for each question that was answered, dashed apart', () => {
    expect(text.match(/"stroke-dasharray"/g)).toHaveLength(2)
    expect(text).not.toContain('lt-profile__mark--clientView')
  })
})
