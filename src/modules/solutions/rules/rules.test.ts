import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementMoves,
  agreementStateOn,
  coverageOf,
  whyNotAgreement,
  type KnownAgreement,
} from './agreements.ts'
import { nextQuarter, quarterOf, rateOf, reportingChanged, windowOf } from './effect.ts'
import { effectSentence, quarterWords, shownNumber } from './effect-words.ts'
import { isOpen, isOverdue, measureMoves, whyNotMeasureChange, whyNotMeasureMove } from './measures.ts'
import {
  missingForApproval,
  namesPerson,
  neededSections,
  paperMoves,
  paperStateOn,
  whyNotAnswered,
  whyNotChangeable,
  whyNotInForce,
  whyNotNewVersion,
  whyNotPaperMove,
  whyNotReviewed,
} from './papers.ts'
import { wordDiff } from './word-diff.ts'

const today = '2026-11-27'
const ways = (moves: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(moves).map(([from, to]) => [from, ...to].join(' '))

test('the ways of a paper, a measure and an agreement', () => {
  expect(ways(paperMoves)).toEqual([
    'draft inApproval',
    'inApproval draft valid',
    'valid superseded revoked',
    'superseded',
    'revoked',
  ])
  expect(ways(measureMoves)).toEqual([
    'recommended planned declined deferred',
    'planned running done deferred dropped',
    'running done deferred dropped',
    'deferred planned dropped',
    'declined recommended',
    'done',
    'dropped',
  ])
  expect(ways(agreementMoves)).toEqual([
    'planned dispatched signed ended',
    'dispatched signed planned ended',
    'signed ended',
    'ended',
  ])
})

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

  test('a state says why it goes no further, and only a draft is changed', () => {
    const states = ['draft', 'inApproval', 'valid', 'superseded', 'revoked'] as const
    expect(states.map((state) => whyNotPaperMove(state, 'valid'))).toEqual([
      'paperNotInApproval',
      null,
      ...Array.from({ length: 3 }, () => 'paperSettled'),
    ])
    expect(whyNotPaperMove('inApproval', 'revoked')).toBe('paperInApproval')
    expect(states.filter((state) => whyNotChangeable(state) === null)).toEqual(['draft'])
    expect(states.filter((state) => whyNotAnswered(state) === null)).toEqual(['inApproval'])
    expect([whyNotChangeable('valid'), whyNotAnswered('draft')]).toEqual([
      'paperNotDraft',
      'paperNotInApproval',
    ])
    expect([whyNotNewVersion(['draft']), whyNotNewVersion([])]).toEqual(['paperVersionOpen', null])
    expect(whyNotReviewed('valid', '2026-11-28', today)).toBeNull()
    expect(whyNotInForce({ state: 'draft', validUntil: null, parties: [] }, today, today)).toBe(
      'paperNotInApproval',
    )
    const parties = [{ approval: 'agreed' as const }]
    expect(whyNotInForce({ state: 'inApproval', validUntil: '2026-11-26', parties }, today, today)).toBe(
      'paperTermPast',
    )
    expect(whyNotInForce({ state: 'inApproval', validUntil: today, parties }, today, today)).toBeNull()
    expect(whyNotInForce({ state: 'inApproval', validUntil: null, parties }, today, today)).toBeNull()
  })

  test('each thing that is missing has its code; today is not past', () => {
    const codes = (change: object) => missingForApproval({ ...complete, ...change }, today)
    expect(codes({ legalDomains: [] })).toEqual([['legalDomains', 'paperLegalDomainsMissing']])
    expect(codes({ parties: complete.parties.slice(0, 1) })).toEqual([['parties', 'paperPartiesMissing']])
    const silent = [complete.parties[0], { organisationId: 'b', contactFunction: null }]
    expect(codes({ parties: silent })).toEqual([['parties.1.contactFunction', 'paperContactMissing']])
    expect(codes({ reviewOn: null })).toEqual([['reviewOn', 'paperReviewMissing']])
    expect(codes({ reviewOn: '2026-11-26' })).toEqual([['reviewOn', 'paperReviewPast']])
    expect(codes({ validUntil: '2026-11-26' })).toEqual([['validUntil', 'paperTermPast']])
    expect(codes({ reviewOn: today, validUntil: today })).toEqual([])
    const [first, ...others] = neededSections
    const sections = Object.fromEntries(others.map((section) => [section, 'Text']))
    expect(codes({ sections })).toEqual([[`sections.${first}`, 'paperSectionMissing']])
    expect(neededSections).not.toContain('reporting')
    expect(neededSections).not.toContain('caseDiscussion')
    expect(paperStateOn({ state: 'draft', validUntil: '2026-01-01' }, today)).toBe('draft')
    expect(paperStateOn({ state: 'valid', validUntil: null }, today)).toBe('valid')
    expect([namesPerson(null), namesPerson('Fr. Muster'), namesPerson('Leitung, Hr.  Muster')]).toEqual([
      false,
      true,
      true,
    ])
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

  test('each end says why, each beginning who and until when, and what is over stays as it is', () => {
    const nothing = { note: null, evidence: null, dueOn: null, responsible: false }
    for (const to of ['deferred', 'dropped'] as const)
      expect(whyNotMeasureMove('planned', { to, ...nothing })).toBe('measureReasonMissing')
    expect(whyNotMeasureMove('planned', { to: 'dropped', ...nothing, note: 'weil' })).toBeNull()
    expect(whyNotMeasureMove('planned', { to: 'done', ...nothing, evidence: 'Protokoll' })).toBeNull()
    expect(whyNotMeasureMove('declined', { to: 'recommended', ...nothing })).toBeNull()
    expect(whyNotMeasureMove('planned', { to: 'running', ...nothing })).toBe('measureNobody')
    expect(whyNotMeasureMove('deferred', { to: 'planned', ...full, dueOn: null })).toBe('measureDueMissing')
    const states = Object.keys(measureMoves) as (keyof typeof measureMoves)[]
    expect(states.filter(isOpen)).toEqual(['recommended', 'planned', 'running'])
    expect(states.filter((state) => whyNotMeasureChange(state) === 'measureSettled')).toEqual([
      'done',
      'dropped',
    ])
    expect(whyNotMeasureChange('planned')).toBeNull()
    expect(isOverdue({ state: 'running', dueOn: null }, today)).toBe(false)
  })

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
  test('signed is before pending, pending before over, over before none; the last day still counts', () => {
    const signed = known({ id: 'signed' })
    const pending = known({ id: 'pending', state: 'planned' })
    const over = known({ id: 'over', state: 'ended' })
    const best = (...list: KnownAgreement[]) => coverageOf('caseManagement', 'moers', list, today).agreementId
    expect([best(over, pending, signed), best(over, pending), best(over), best()]).toEqual([
      'signed',
      'pending',
      'over',
      null,
    ])
    expect(coverageOf('caseManagement', 'moers', [over], today).coverage).toBe('expired')
    expect(agreementStateOn({ state: 'signed', validUntil: today }, today)).toBe('signed')
    expect(agreementStateOn({ state: 'planned', validUntil: '2026-01-01' }, today)).toBe('planned')
    expect(whyNotAgreement('signed', 'signed', today, today)).toBeNull()
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

  test('a change of a quarter of the larger number is none yet, in either direction', () => {
    const of = (reporters: number) => [
      { quarter: '2026-Q1', barriers: 0, daysLost: 0, contacts: 0, referrals: 0, reporters },
    ]
    expect(
      [
        [8, 6],
        [6, 8],
        [8, 5],
        [5, 8],
      ].map(([was, is]) => reportingChanged(of(was!), of(is!))),
    ).toEqual([false, false, true, true])
    expect(reportingChanged([], of(3))).toBe(false)
    expect(rateOf(0, 3)).toBe(0)
  })

  describe('in words', () => {
    const side = (total: number | null, count = 2) => ({
      total,
      quarters: Array.from({ length: count }, () => ({})),
    })
    const sentence = (
      before: object,
      after: object,
      more: { reportingChanged?: boolean; implementedOn?: null } = {},
    ) =>
      effectSentence({
        implementedOn: '2026-01-01',
        ...more,
        effect: { before, after, reportingChanged: more.reportingChanged ?? false },
      } as never)
    test('what is not carried out, not over or too small is said, not shown', () => {
      expect(sentence(side(4), side(2), { implementedOn: null })).toBe('Noch nicht umgesetzt.')
      expect(sentence(side(4), side(0, 0))).toBe('Noch kein abgeschlossenes Quartal seit der Umsetzung.')
      for (const [before, after] of [
        [side(null), side(2)],
        [side(4), side(null)],
        [side(0, 0), side(2)],
      ] as const)
        expect(sentence(before, after)).toBe('Die Zahlen sind zu klein, um sie zu zeigen.')
    })
    test('fewer, more or as many, per quarter', () => {
      expect(sentence(side(9), side(2))).toBe('Je Quartal 4,5 gemeldete Hürden vorher, 1 nachher: weniger.')
      expect(sentence(side(2), side(9))).toMatch(/: mehr\.$/)
      expect(sentence(side(4), side(8, 4))).toMatch(/: gleich viele\.$/)
    })
    test('a warning stands behind whatever is said', () => {
      for (const total of [2, null])
        expect(sentence(side(4), side(total), { reportingChanged: true })).toMatch(
          /\. Vorsicht: Es melden .*\.$/,
        )
    })
    test('numbers and quarters', () => {
      expect([shownNumber(null), shownNumber(0), quarterWords('2026-Q3')]).toEqual([
        '·',
        '0',
        '3. Quartal 2026',
      ])
    })
  })
})
