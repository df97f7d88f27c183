import { expect, test } from 'vitest'
import type { DayItem } from './contract/day.ts'
import {
  arrangeDay,
  endOfWeek,
  whyNotAddable,
  whyNotOpen,
  whyNotReminder,
  whyNotReopenable,
  type PlacedItem,
} from './rules.ts'

const today = '2026-11-18' // a Wednesday

test.each([
  ['2026-11-16', '2026-11-22'],
  ['2026-11-18', '2026-11-22'],
  ['2026-11-22', '2026-11-22'],
  ['2026-12-28', '2027-01-03'],
])('the week of %s ends on %s', (day, sunday) => {
  expect(endOfWeek(day)).toBe(sunday)
})

test.each([
  ['open', null, 'taskOpen'],
  ['done', 'taskClosed', null],
  ['dropped', 'taskClosed', null],
] as const)('%s: changing %s, reopening %s', (state, open, reopen) => {
  expect([whyNotOpen(state), whyNotReopenable(state)]).toEqual([open, reopen])
})

test.each([
  [null, null, null],
  ['2026-11-20', null, null],
  ['2026-11-20', '2026-11-20', null],
  ['2026-11-21', '2026-11-20', 'reminderAfterDue'],
])('reminder %s for %s: %s', (remindOn, dueOn, why) => {
  expect(whyNotReminder(remindOn, dueOn)).toBe(why)
})

test.each([
  [{ closedOn: null, phase: 'planning' }, null],
  [{ closedOn: '2026-11-01', phase: 'closed' }, 'caseClosed'],
  [{ closedOn: '2026-11-01', phase: 'aftercare' }, null],
])('a task in %o: %s', (file, why) => {
  expect(whyNotAddable(file)).toBe(why)
})

const anItem = (
  id: string,
  { remindOn = null, waiting = false, group = null, ...item }: Partial<PlacedItem> & Partial<DayItem> = {},
): PlacedItem => ({
  remindOn,
  waiting,
  group,
  item: {
    source: 'task',
    id,
    what: id,
    case: null,
    deputyFor: null,
    with: null,
    dueOn: null,
    since: null,
    action: { label: 'Erledigt', to: null },
    version: 1,
    ...item,
  },
})

const places = (items: PlacedItem[]) =>
  Object.fromEntries(
    arrangeDay(items, today).sections.map((section) => [section.key, section.items.map((item) => item.id)]),
  )

test.each([
  ['overdue', { dueOn: '2026-11-17' }],
  ['overdue', { dueOn: '2026-11-17', waiting: true }],
  ['today', { dueOn: '2026-11-18' }],
  ['today', { dueOn: '2026-11-18', waiting: true }],
  ['today', { dueOn: '2026-12-24', remindOn: '2026-11-18' }],
  ['today', { remindOn: '2026-11-10' }],
  ['week', { dueOn: '2026-11-22' }],
  ['undated', {}],
  ['waiting', { dueOn: '2026-12-24', waiting: true }],
  ['waiting', { waiting: true }],
] as const)('%s: %o', (section, item) => {
  expect(places([anItem('x', item)])).toEqual({ [section]: ['x'] })
})

test('what is due later is not listed, the nearest of it is named', () => {
  const day = arrangeDay(
    [
      anItem('b', { dueOn: '2026-12-01' }),
      anItem('a', { dueOn: '2026-11-23' }),
      anItem('c', { remindOn: '2026-11-19' }),
    ],
    today,
  )
  expect(day).toEqual({ sections: [], groups: [], nextDueOn: '2026-11-23' })
})

test('sections in their order, inside the earliest first, then what waits longest', () => {
  const day = arrangeDay(
    [
      anItem('waiting', { waiting: true }),
      anItem('late', { dueOn: '2026-11-16' }),
      anItem('later', { dueOn: '2026-11-17', since: '2026-11-02' }),
      anItem('latest', { dueOn: '2026-11-17', since: '2026-11-01' }),
    ],
    today,
  )
  expect(day.sections.map((section) => section.key)).toEqual(['overdue', 'waiting'])
  expect(day.sections[0]!.items.map((item) => item.id)).toEqual(['late', 'latest', 'later'])
})

test('a group holds its rows whatever their date', () => {
  const group = { key: 'reassessment', label: 'Re-Assessments fällig' }
  const day = arrangeDay(
    [anItem('x', { dueOn: '2026-11-01', group }), anItem('y', { dueOn: '2026-12-01', group })],
    today,
  )
  expect(day.sections).toEqual([])
  expect(day.groups).toMatchObject([{ ...group, items: [{ id: 'x' }, { id: 'y' }] }])
})

test('what has no day comes after what has one, and what nobody knows the beginning of after what waits', () => {
  const group = { key: 'g', label: 'g' }
  const items = [
    anItem('a', { group }),
    anItem('b', { group, since: '2026-11-02' }),
    anItem('c', { group, dueOn: '2026-12-01' }),
    anItem('d', { group, dueOn: '2026-12-01', since: '2026-11-30' }),
  ]
  const shown = arrangeDay(items, today).groups[0]!.items.map((item) => item.id)
  expect(shown).toEqual(['d', 'c', 'b', 'a'])
  expect(arrangeDay(items.toReversed(), today).groups[0]!.items.map((item) => item.id)).toEqual(shown)
})

test('the nearest later day wins, whichever comes first; one without a day names none', () => {
  const later = (...items: PlacedItem[]) => arrangeDay(items, today).nextDueOn
  const [near, far] = [anItem('n', { dueOn: '2026-11-23' }), anItem('f', { dueOn: '2026-12-24' })]
  expect([later(near, far), later(far, near)]).toEqual(['2026-11-23', '2026-11-23'])
  const reminded = anItem('r', { remindOn: '2026-11-30' })
  expect([later(reminded), later(near, reminded), later(reminded, near)]).toEqual([
    null,
    '2026-11-23',
    '2026-11-23',
  ])
})
