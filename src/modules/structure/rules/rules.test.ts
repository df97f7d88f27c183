import { describe, expect, test } from 'vitest'
import { BarrierState } from '../contract/codes.ts'
import { periodLabel } from './period.ts'
import { spelled } from './spelled.ts'
import { openStates, whyNotMergeable, whyNotMove, whyNotView } from './states.ts'

describe('where a barrier may go', () => {
  test.each([
    ['new', 'reviewing inTheme answered noAction'],
    ['reviewing', 'new inTheme answered noAction'],
    ['inTheme', 'reviewing inTheme answered'],
    ['answered', 'reviewing'],
    ['noAction', 'reviewing'],
    ['merged', ''],
  ] as const)('from %s: %s', (from, reachable) => {
    const complete = { reason: 'individual', answer: 'Geht nur dort.' } as const
    const found = BarrierState.options.filter((to) => whyNotMove(from, { to, ...complete }) === null)
    expect(found.toSorted()).toEqual(reachable.split(' ').filter(Boolean).toSorted())
    expect(whyNotMove(from, { to: 'merged', ...complete })).toBe('barrierMoveUnknown')
  })

  test('an end answers its reporter, and without a theme it says why', () => {
    expect(whyNotMove('new', { to: 'noAction', answer: 'Ja' })).toBe('barrierReasonMissing')
    expect(whyNotMove('new', { to: 'noAction', reason: 'individual', answer: '' })).toBe(
      'barrierAnswerMissing',
    )
    expect(whyNotMove('new', { to: 'answered', answer: null })).toBe('barrierAnswerMissing')
    expect(whyNotMove('new', { to: 'answered', answer: 'Ja' })).toBeNull()
    expect(whyNotMove('new', { to: 'reviewing' })).toBeNull()
  })

  test('open is what still waits for an end', () => {
    expect(openStates.toSorted()).toEqual(['inTheme', 'new', 'reviewing'])
  })
})

test.each([
  [{ id: 'a', state: 'new' }, { id: 'b', state: 'answered' }, null],
  [{ id: 'a', state: 'merged' }, { id: 'b', state: 'new' }, 'barrierMergedAlready'],
  [{ id: 'a', state: 'new' }, { id: 'a', state: 'new' }, 'barrierIntoItself'],
  [{ id: 'a', state: 'new' }, { id: 'b', state: 'merged' }, 'barrierIntoMerged'],
] as const)('%j merged into %j: %s', (one, into, why) => expect(whyNotMergeable(one, into)).toBe(why))

test.each([
  ['answered', 'Wir prüfen das.', null],
  ['answered', '', 'viewAnswerMissing'],
  ['answered', null, 'viewAnswerMissing'],
  ['declined', 'Nein.', 'viewAnswerUnexpected'],
  ['noAnswer', 'Nein.', 'viewAnswerUnexpected'],
  ['declined', null, null],
  ['noAnswer', '', null],
] as const)('the view of an organisation, %s with „%s“: %s', (state, answer, why) =>
  expect(whyNotView(state, answer)).toBe(why),
)

describe('a period is written like people write it', () => {
  test.each([
    ['quarter', '2026-03-31', '1. Quartal 2026'],
    ['quarter', '2026-04-01', '2. Quartal 2026'],
    ['quarter', '2026-12-01', '4. Quartal 2026'],
    ['halfYear', '2026-06-30', '1. Halbjahr 2026'],
    ['halfYear', '2026-07-01', '2. Halbjahr 2026'],
    ['year', '2026-07-01', '2026'],
  ] as const)('%s from %s: %s', (grain, from, label) => expect(periodLabel(grain, from)).toBe(label))

  test('a month has the name the calendar of the language knows', () => {
    for (let month = 1; month <= 12; month += 1) {
      const from = `2026-${String(month).padStart(2, '0')}-01`
      const name = new Intl.DateTimeFormat('de', { month: 'long', year: 'numeric' }).format(new Date(from))
      expect(periodLabel('month', from)).toBe(name)
    }
  })
})

test.each([
  ['wohnungsgeberbestat', 'Die Wohnungsgeberbestätigung fehlt', 'Wohnungsgeberbestätigung'],
  ['wartezeit', 'Lange Wartezeiten beim Amt', 'Wartezeiten'],
  ['jobcent', 'Das Jobcenter hilft', 'Jobcenter'],
  ['gebuhr', 'Die Gebühr ist hoch', 'Gebühr'],
  ['aufenthaltstitel', 'Der AUFENTHALTSTITEL fehlt', 'AUFENTHALTSTITEL'],
  ['arztlich', 'Die ärztliche Auskunft', 'ärztliche'],
  ['horgerat', 'Ein Hörgerät fehlt', 'Hörgerät'],
  ['strass', 'Die Straße ist weit', 'Straße'],
  // The ending of a stem may differ from the word's by two letters, its first four letters not.
  ['schule', 'Viele Schulen', 'Schulen'],
  ['amter', 'Amt und Ämter', 'Ämter'],
  ['b1-kur', 'Ein B1-Kurs, zwei B1-Kurse', 'B1-Kurs'],
  ['deutsch-kurs-platz', 'Kein Deutsch-Kurs-Platz frei', 'Deutsch-Kurs-Platz'],
  // A word begins like the stem; a part of another word does not count.
  ['kurs', 'Sprachkurs', 'kurs…'],
  ['kita', '', 'kita…'],
] as const)('the stem „%s“ of „%s“ is spelled „%s“', (stem, text, word) =>
  expect(spelled(stem, text)).toBe(word),
)
