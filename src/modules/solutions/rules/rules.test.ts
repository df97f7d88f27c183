import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, whyNotAgreement, type KnownAgreement } from './agreements.ts'
import { nextQuarter, quarterOf, rateOf, reportingChanged, windowOf } from './effect.ts'
import { isOverdue, whyNotMeasureMove } from './measures.ts'
import {
  missingForApproval,
  namesPerson,
  neededSections,
  paperStateOn,
  whyNotInForce,
  whyNotNewVersion,
  whyNotReviewed,
} from './papers.ts'
import { wordDiff } from './word-diff.ts'

const today = '2026-11-27'

describe('a paper', () => {
  const complete = {
    legalDomains: ['jobseekers'],
    sections: Object.fromEntries(neededSections.map((section) => [section, 'Text'])),
    parties: ['a', 'b'].map((organisationId) => ({ organisationId, contactFunction: 'Teamleitung' })),
    reviewOn: '2027-11-27',
    validUntil: null,
  }
  test('goes out for approval when nothing is missing, and else says everything at once', () => {
    expect(missingForApproval(complete, today)).toEqual([])
    const bare = { legalDomains: [], sections: {}, parties: [], reviewOn: null, validUntil: '2026-01-01' }
    expect(missingForApproval(bare, today).map(([path]) => path)).toEqual([
      'legalDomains',
      'parties',
      ...neededSections.map((section) => `sections.${section}`),
      'reviewOn',
      'validUntil',
    ])
  })

  test.for<[string, Parameters<typeof whyNotInForce>[0]['parties'], string, string | null]>([
    ['all agree', [{ approval: 'agreed' }, { approval: 'agreed' }], today, null],
    ['one has not answered', [{ approval: 'agreed' }, { approval: 'open' }], today, 'paperNotAgreed'],
    ['one objects', [{ approval: 'objected' }, { approval: 'open' }], today, 'paperObjected'],
    ['a day ahead', [{ approval: 'agreed' }], '2026-12-01', 'paperFromInFuture'],
    ['after its last day', [{ approval: 'agreed' }], '2026-01-01', null],
  ])('comes into force: %s', ([, parties, from, expected]) => {
    expect(whyNotInForce({ state: 'inApproval', validUntil: '2027-06-30', parties }, from, today)).toBe(
      expected,
    )
  })

  test('is over after its last day by the clock alone', () => {
    expect(paperStateOn({ state: 'valid', validUntil: today }, today)).toBe('valid')
    expect(paperStateOn({ state: 'valid', validUntil: today }, '2026-11-28')).toBe('expired')
  })

  test('has one open version; a review lies ahead', () => {
    expect(whyNotNewVersion(['superseded', 'valid'])).toBeNull()
    expect(whyNotNewVersion(['valid', 'inApproval'])).toBe('paperVersionOpen')
    expect(whyNotReviewed('valid', today, today)).toBe('paperReviewPast')
    expect(whyNotReviewed('draft', '2027-01-01', today)).toBe('paperNotValid')
  })

  test.for<[string, boolean]>([
    ['Teamleitung Leistung', false],
    ['Frau Muster', true],
    ['Fachdienst 50 (Herr Muster)', true],
    ['Frauenberatung', false],
    ['Herrn Muster', true],
  ])('contact „%s“ is a person: %s', ([contact, expected]) => expect(namesPerson(contact)).toBe(expected))
})

describe('words compared', () => {
  const text = fc.array(fc.constantFrom('der', 'Antrag', 'geht', 'an', 'die', 'Leitung.', '\n'), {
    maxLength: 30,
  })
  const words = (value: string) => value.split(/\s+/).filter(Boolean)
  test('without what was added it is the old text, without what was removed the new one', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')]
        const runs = wordDiff(before, after)
        const without = (kind: string) =>
          words(
            runs
              .filter((run) => run.kind !== kind)
              .map((run) => run.text)
              .join(' '),
          )
        expect(without('added')).toEqual(words(before))
        expect(without('removed')).toEqual(words(after))
      }),
    )
  })
  test('shows the one word that changed', () => {
    expect(wordDiff('binnen zehn Tagen antworten', 'binnen fünf Tagen antworten')).toEqual([
      { kind: 'same', text: 'binnen ' },
      { kind: 'removed', text: 'zehn ' },
      { kind: 'added', text: 'fünf ' },
      { kind: 'same', text: 'Tagen antworten' },
    ])
  })
})

describe('a measure', () => {
  const full = { note: 'gut', evidence: 'Protokoll', dueOn: today, responsible: true }
  test.for<[string, Parameters<typeof whyNotMeasureMove>, string | null]>([
    ['taken up', ['recommended', { to: 'planned', ...full }], null],
    ['by nobody', ['recommended', { to: 'planned', ...full, responsible: false }], 'measureNobody'],
    ['without a day', ['planned', { to: 'running', ...full, dueOn: null }], 'measureDueMissing'],
    [
      'declined without a word',
      ['recommended', { to: 'declined', ...full, note: null }],
      'measureReasonMissing',
    ],
    ['done without evidence', ['running', { to: 'done', ...full, evidence: null }], 'measureEvidenceMissing'],
    ['done is done', ['done', { to: 'running', ...full }], 'measureStepUnknown'],
  ])('%s', ([, asked, expected]) => expect(whyNotMeasureMove(...asked)).toBe(expected))

  test('is overdue the day after, while it is open', () => {
    expect(isOverdue({ state: 'running', dueOn: '2026-11-26' }, today)).toBe(true)
    expect(isOverdue({ state: 'running', dueOn: today }, today)).toBe(false)
    expect(isOverdue({ state: 'done', dueOn: '2026-11-26' }, today)).toBe(false)
  })
})

describe('an agreement', () => {
  const known = (over: Partial<KnownAgreement>): KnownAgreement => ({
    id: 'one',
    type: 'caseManagement',
    state: 'signed',
    validUntil: null,
    parties: ['kreis', 'moers'],
    ...over,
  })
  test.for<[string, readonly KnownAgreement[], string, string]>([
    ['signed', [known({})], 'moers', 'signed'],
    ['not a party: missing', [known({})], 'rheinberg', 'missing'],
    ['of another type: missing', [known({ type: 'strategicSteering' })], 'moers', 'missing'],
    ['only dispatched', [known({ state: 'dispatched' })], 'moers', 'pending'],
    ['over', [known({ validUntil: '2026-11-26' })], 'moers', 'expired'],
    ['the best counts', [known({ state: 'ended' }), known({ id: 'two' })], 'moers', 'signed'],
  ])('%s', ([, agreements, organisation, expected]) => {
    expect(coverageOf('caseManagement', organisation, agreements, today).coverage).toBe(expected)
  })
  test('moves forward and is never signed tomorrow', () => {
    expect(whyNotAgreement('planned', 'signed', today, today)).toBeNull()
    expect(whyNotAgreement('signed', 'planned', null, today)).toBe('agreementStepUnknown')
    expect(whyNotAgreement('planned', 'signed', '2026-11-28', today)).toBe('agreementSignedInFuture')
  })
})

describe('before and after', () => {
  test('quarters count on over the year', () => {
    expect(quarterOf('2026-01-01')).toBe('2026-Q1')
    expect(quarterOf('2026-12-31')).toBe('2026-Q4')
    expect(nextQuarter('2026-Q4')).toBe('2027-Q1')
    expect(nextQuarter('2026-Q1', -5)).toBe('2024-Q4')
  })
  test('neither the quarter of the change nor the running one is compared', () => {
    expect(windowOf('2026-05-10', today)).toEqual({
      before: ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'],
      after: ['2026-Q3'],
    })
    expect(windowOf(null, today).after).toEqual([])
    expect(windowOf(null, today).before.at(-1)).toBe('2026-Q3')
  })
  test('a quarter fewer reporters is a warning; nothing to compare is none', () => {
    const of = (...reporters: number[]) =>
      reporters.map((one) => ({
        quarter: '2026-Q1',
        barriers: 0,
        daysLost: 0,
        contacts: 0,
        referrals: 0,
        reporters: one,
      }))
    expect(reportingChanged(of(8, 8), of(5))).toBe(true)
    expect(reportingChanged(of(8, 8), of(7))).toBe(false)
    expect(reportingChanged(of(8), [])).toBe(false)
  })
  test('a rate needs both numbers', () => {
    expect(rateOf(12, 480)).toBe(2.5)
    expect([rateOf(null, 480), rateOf(3, 0), rateOf(3, null)]).toEqual([null, null, null])
  })
})
