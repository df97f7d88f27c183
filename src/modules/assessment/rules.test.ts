import { describe, expect, test } from 'vitest'
import type { DomainView, RatingView, ScaleStep } from './contract/assessment.ts'
import { RatingInput } from './contract/endpoints.ts'
import { completenessOf } from './rules/completeness.ts'
import { carriesSection87, domainLock, keepsReligionOut } from './rules/domain-lock.ts'
import { listWords } from './rules/list-words.ts'
import { profileChart } from './rules/profile-chart.ts'
import { profileOf } from './rules/profile.ts'
import { isAnswered, ratingFaults, wordOf } from './rules/rating.ts'
import { summarise } from './rules/summarise.ts'
import {
  dueAfter,
  whyNotChange,
  whyNotComplete,
  whyNotStart,
  whyNotStartDate,
  whyNotUndoCompletion,
} from './rules/why-not.ts'

const scale: ScaleStep[] = [
  { value: 1, resource: 'kaum vorhanden', need: 'kein Bedarf', clientView: 'sehr schlecht' },
  { value: 2, resource: 'wenig vorhanden', need: 'geringer Bedarf', clientView: 'eher schlecht' },
  { value: 3, resource: 'teilweise vorhanden', need: 'mittlerer Bedarf', clientView: 'mittel' },
  { value: 4, resource: 'gut vorhanden', need: 'hoher Bedarf', clientView: 'eher gut' },
  { value: 5, resource: 'sehr gut vorhanden', need: 'sehr hoher Bedarf', clientView: 'sehr gut' },
]
const person = '0193b0f0-0000-7000-8000-000000000001'
const domain = (key: string, label: string, locked: DomainView['locked'] = null) => ({ key, label, locked })
const health = domain('health', 'Gesundheit', { reason: 'basisMissing', basis: 'health' })
const domains = [
  domain('housing', 'Wohnsituation'),
  domain('language', 'Sprache'),
  domain('mobility', 'Mobilität'),
  health,
]

const rating = (lifeDomain: string, part: Partial<RatingView> = {}): RatingView => ({
  id: null,
  lifeDomain,
  personId: null,
  state: 'rated',
  resource: null,
  need: null,
  clientView: null,
  urgency: null,
  text: null,
  version: 1,
  ...part,
})

describe('locked life domains', () => {
  const open = { key: 'housing', locked: false }
  test.each([
    ['an ordinary domain is open', open, [], null],
    ['health waits for its basis', { key: 'health', locked: true }, ['counselling'], 'basisMissing'],
    ['even where the catalogue forgot to lock it', { key: 'health', locked: false }, [], 'basisMissing'],
    ['religion likewise', { key: 'religion', locked: false }, ['health'], 'basisMissing'],
    ['migration opens with its basis', { key: 'migration', locked: true }, ['migration'], null],
    [
      'what the district locks without a kind stays locked',
      { key: 'debts', locked: true },
      ['counselling', 'health'],
      'lockedByDistrict',
    ],
  ])('%s', (_, one, bases, reason) => {
    expect(domainLock(one, new Set(bases))?.reason ?? null).toBe(reason)
  })
  test('names the basis that opens it', () => {
    expect(domainLock({ key: 'migration', locked: true }, new Set())).toEqual({
      reason: 'basisMissing',
      basis: 'migration',
    })
  })
  test.each([
    ['migration', true],
    ['livelihood', true],
    ['language', false],
  ])('§ 87 stands beside %s: %s', (key, stands) => expect(carriesSection87(key)).toBe(stands))
})

test.each([
  ['participation', [], true],
  ['participation', ['religion'], false],
  ['housing', [], false],
])('religion is kept out of %s with the bases %o: %s', (key, bases, kept) => {
  expect(keepsReligionOut(key, new Set(bases))).toBe(kept)
})

describe('a row', () => {
  const input = (part: object) => RatingInput.parse(part)
  test.each([
    ['values of the scale', { resource: 1, need: 5, clientView: 3, urgency: 'soon' }, scale, []],
    ['a value off the scale', { need: 7 }, scale, [{ path: 'need', code: 'notOnScale' }]],
    ['a value without scale', { need: 3 }, null, [{ path: 'need', code: 'noScale' }]],
    ['words without scale', { note: 'Gut vernetzt.' }, null, []],
    [
      'not discussed has no value',
      { state: 'notDiscussed', clientView: 2 },
      scale,
      [{ path: 'clientView', code: 'valueWithoutRating' }],
    ],
    [
      'unknown has no need',
      { state: 'unknown', need: 2 },
      scale,
      [{ path: 'need', code: 'valueWithoutRating' }],
    ],
    ['unknown may have the view of the client', { state: 'unknown', clientView: 2 }, scale, []],
    [
      'nothing is urgent that was not discussed',
      { state: 'notDiscussed', urgency: 'urgent' },
      scale,
      [{ path: 'urgency', code: 'valueWithoutRating' }],
    ],
    [
      'all wrong fields at once',
      { need: 0, resource: 6 },
      scale,
      [
        { path: 'resource', code: 'notOnScale' },
        { path: 'need', code: 'notOnScale' },
      ],
    ],
  ])('%s', (_, part, steps, faults) => {
    expect(ratingFaults(input(part), steps)).toEqual(faults)
  })
  test('what is left out is empty', () => {
    expect(input({})).toEqual({
      state: 'rated',
      resource: null,
      need: null,
      clientView: null,
      urgency: null,
      note: null,
      clientWords: null,
    })
    expect(input({ note: '  ' }).note).toBeNull()
  })
  test.each([
    ['no row', undefined, false],
    ['cleared again', rating('housing'), false],
    ['words only', rating('housing', { text: { note: 'x', clientWords: null } }), true],
    ['one value', rating('housing', { clientView: 1 }), true],
    ['urgency only', rating('housing', { urgency: 'soon' }), true],
    ['not discussed is an answer', rating('housing', { state: 'notDiscussed' }), true],
    ['unknown is an answer', rating('housing', { state: 'unknown' }), true],
  ])('answered: %s', (_, row, answered) => expect(isAnswered(row)).toBe(answered))
  test('words of a step, the number where there is none', () => {
    expect(wordOf(scale, 'need', 4)).toBe('hoher Bedarf')
    expect(wordOf(scale, 'need', 9)).toBe('9')
    expect(wordOf(null, 'need', 2)).toBe('2')
  })
})

test('completeness counts what may be asked; a person counts for the domain', () => {
  const ratings = [
    rating('housing', { need: 2 }),
    rating('language', { state: 'unknown', personId: person }),
    rating('mobility'),
  ]
  expect(completenessOf(domains, ratings)).toEqual({
    total: 3,
    answered: 2,
    open: ['Mobilität'],
    locked: ['Gesundheit'],
  })
})

describe('what is possible when', () => {
  const open = { finishedOn: null }
  const finished = { finishedOn: '2026-11-21' }
  test('one open at a time', () => {
    expect([whyNotStart(true), whyNotStart(false)]).toEqual(['assessmentOpen', null])
  })
  test('finished is not changed', () => {
    expect([whyNotChange(finished), whyNotChange(open)]).toEqual(['assessmentFinished', null])
  })
  test.each([
    [open, 0, 'nothingAnswered'],
    [open, 1, null],
    [finished, 3, 'assessmentFinished'],
  ])('completion of %o with %d answers: %s', (one, answered, why) =>
    expect(whyNotComplete(one, answered)).toBe(why),
  )
  test.each([
    [open, '2026-11-21', true, 'assessmentNotFinished'],
    [finished, '2026-11-21', true, null],
    [finished, '2026-11-22', true, 'undoTooLate'],
    [finished, '2026-11-21', false, 'newerAssessment'],
  ])('undo of %o on %s (latest: %s): %s', (one, today, isLatest, why) => {
    expect(whyNotUndoCompletion(one, { today, isLatest })).toBe(why)
  })
  test.each([
    ['2026-11-21', null],
    ['2026-11-02', null],
    ['2026-11-22', 'startInFuture'],
    ['2026-11-01', 'startBeforeCase'],
  ])('start on %s: %s', (startedOn, why) => {
    expect(whyNotStartDate(startedOn, { today: '2026-11-21', caseOpenedOn: '2026-11-02' })).toBe(why)
  })
  test.each([
    ['2026-11-21', 6, '2027-05-21'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-30', 36, '2029-11-30'],
  ])('%s and %d months: %s', (from, months, due) => expect(dueAfter(from, months)).toBe(due))
})

describe('summary', () => {
  const subjects = [{ personId: person, isMain: true, name: 'Amina Beispiel' }]
  const facts = (ratings: RatingView[], part = {}) => ({ domains, ratings, subjects, scale, ...part })
  test('says nothing before the first answer', () =>
    expect(summarise(facts([rating('housing')]))).toEqual([]))
  test('puts what is urgent first, then the needs from the top, in the words of the district', () => {
    const ratings = [
      rating('mobility', { need: 1, resource: 5 }),
      rating('language', { need: 4, resource: 4, clientView: 2 }),
      rating('housing', { need: 4, resource: 1, clientView: 1, urgency: 'urgent' }),
    ]
    expect(summarise(facts(ratings))).toEqual([
      'Dringend: Wohnsituation. Hoher Bedarf: Wohnsituation und Sprache. Kein Bedarf: Mobilität. ' +
        'Ressourcen sehr gut vorhanden: Mobilität. Ressourcen gut vorhanden: Sprache. Ressourcen kaum vorhanden: Wohnsituation. ' +
        'Eigene Sicht der ratsuchenden Person: Wohnsituation „sehr schlecht“ und Sprache „eher schlecht“.',
      'Gesperrt und nicht einbezogen: Gesundheit.',
    ])
  })
  test('never says a word about a locked domain, even if a value came along', () => {
    expect(summarise(facts([rating('health', { need: 5, urgency: 'urgent' })]))).toEqual([])
  })
  test('says what was not discussed, not known, and still open', () => {
    const ratings = [rating('housing', { state: 'notDiscussed' }), rating('language', { state: 'unknown' })]
    expect(summarise(facts(ratings))).toEqual([
      'Nicht besprochen: Wohnsituation. Besprochen, aber nicht bekannt: Sprache.',
      'Noch offen: Mobilität. Gesperrt und nicht einbezogen: Gesundheit.',
    ])
  })
  test('has a paragraph for each person, without a name where none is visible', () => {
    const ratings = [rating('housing', { need: 2 }), rating('language', { need: 5, personId: person })]
    expect(summarise(facts(ratings)).slice(0, 2)).toEqual([
      'Für die ganze Familie: Geringer Bedarf: Wohnsituation.',
      'Für Amina Beispiel: Sehr hoher Bedarf: Sprache.',
    ])
    const nameless = summarise(facts(ratings, { subjects: [{ personId: person, isMain: true, name: null }] }))
    expect(nameless[1]).toBe('Für Person 1: Sehr hoher Bedarf: Sprache.')
  })
  test('works without scale and with any words of a scale', () => {
    const noted = rating('housing', { text: { note: 'Zimmer zu dritt.', clientWords: null } })
    expect(summarise(facts([noted], { scale: null }))[0]).toBe('Besprochen ohne Einstufung: Wohnsituation.')
    const other = [{ value: 1, resource: 'da', need: 'groß', clientView: 'gut' }]
    const rated = rating('housing', { need: 1, resource: 1 })
    expect(summarise(facts([rated], { scale: other }))[0]).toBe(
      'Bedarf groß: Wohnsituation. Ressourcen da: Wohnsituation.',
    )
  })
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a und b'],
    [['a', 'b', 'c'], 'a, b und c'],
  ])('list %o', (words, text) => expect(listWords(words)).toBe(text))
})

describe('profile', () => {
  const ratings = [
    rating('housing', { need: 5, resource: 1, clientView: 3, urgency: 'urgent' }),
    rating('language', { state: 'notDiscussed' }),
    rating('language', { need: 1, personId: person }),
    rating('health', { need: 5 }),
  ]
  const rows = profileOf(domains, { ratings, scale }, null)
  test('has a row for every domain, in their order, and says why one is empty', () => {
    expect(rows.map((row) => [row.label, row.remark])).toEqual([
      ['Wohnsituation', null],
      ['Sprache', 'nicht besprochen'],
      ['Mobilität', 'noch offen'],
      ['Gesundheit', 'gesperrt'],
    ])
  })
  test('puts values between 0 and 1 and says them in words', () => {
    expect(rows[0]!.values).toEqual({
      need: { value: 5, position: 1, word: 'sehr hoher Bedarf' },
      resource: { value: 1, position: 0, word: 'kaum vorhanden' },
      clientView: { value: 3, position: 0.5, word: 'mittel' },
    })
  })
  test('is another for a person', () => {
    expect(profileOf(domains, { ratings, scale }, person)[1]!.values.need?.value).toBe(1)
  })
  test('draws each kind of value in a shape and a lane of its own, and nothing of a locked domain', () => {
    const text = JSON.stringify(profileChart(rows, scale, 'Profil der Lebensbereiche'))
    expect(text).toContain('"aria-label":"Profil der Lebensbereiche"')
    expect(text).toContain('Wohnsituation, Bedarf: 5 – sehr hoher Bedarf')
    expect(text.match(/lt-profile__mark--\w+/g)).toEqual([
      'lt-profile__mark--need',
      'lt-profile__mark--resource',
      'lt-profile__mark--clientView',
    ])
    expect(text).not.toContain('Gesundheit, ')
  })
  test('stays inside its frame', () => {
    const all = domains.map(({ key }) => rating(key, { need: 1, resource: 5, clientView: 5 }))
    const open = domains.map((one) => ({ ...one, locked: null }))
    const chart = profileChart(profileOf(open, { ratings: all, scale }, null), scale, 'x')
    const [, , width, height] = String(chart.attributes['viewBox']).split(' ').map(Number)
    const positions = [...JSON.stringify(chart).matchAll(/"(c?[xy])":([\d.]+)/g)]
    const largest = (axis: string) =>
      Math.max(...positions.filter((m) => m[1]!.endsWith(axis)).map((m) => Number(m[2])))
    expect(largest('x')).toBeLessThan(width!)
    expect(largest('y')).toBeLessThan(height!)
  })
})
