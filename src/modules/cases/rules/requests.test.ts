import { describe, expect, test } from 'vitest'
import { RequestAction, RequestState, type AssigneeRow } from '../contract/requests/index.ts'
import {
  actionOf,
  actionsFor,
  assignmentConcern,
  compareAssignees,
  deletedOn,
  isClosed,
  mayDo,
  overdueBefore,
  requestDays,
  requestReasons,
  stateAfter,
  urgencyRank,
  waitingText,
  whyNot,
  whyNotTransfer,
  whyNotAnswerPartner,
  whyNotWithdrawByPartner,
} from './requests.ts'

const caseManager = new Set(['request.read', 'request.write', 'request.take', 'case.open'])
const coordinator = new Set(['request.read', 'request.write', 'request.assign'])

describe('state machine', () => {
  const before = {
    edit: ['open', 'assigned'],
    take: ['assigned', 'requestTaken'],
    assign: ['assigned', 'assigned'],
    return: ['requestNotAssigned', 'open'],
    transfer: ['open', 'open'],
    advise: ['advised', 'advised'],
    signpost: ['signposted', 'signposted'],
    withdraw: ['withdrawn', 'withdrawn'],
    convert: ['converted', 'converted'],
  } as const
  test.each(RequestAction.options)('%s: from open, from assigned, from every closed state', (action) => {
    const after = (state: RequestState) => whyNot(state, action) ?? stateAfter(state, action)
    expect([after('open'), after('assigned')]).toEqual(before[action])
    for (const state of RequestState.options.filter(isClosed)) expect(after(state)).toBe('requestClosed')
  })

  test('two states are open', () => {
    expect(RequestState.options.filter((state) => !isClosed(state))).toEqual(['open', 'assigned'])
  })

  test('closed states have no way out, open ones have', () => {
    for (const state of RequestState.options) {
      const ways = RequestAction.options.filter((action) => whyNot(state, action) === null)
      expect(ways.length === 0).toBe(isClosed(state))
    }
  })

  test('every refusal has a German sentence, and an impossible step throws', () => {
    for (const state of RequestState.options) {
      for (const action of RequestAction.options) {
        const why = whyNot(state, action)
        if (why === null) continue
        expect(requestReasons[why]).toMatch(/\.$/)
        expect(() => stateAfter(state, action)).toThrow('no arrow')
      }
    }
  })

  test('each outcome is one action', () => {
    expect((['advised', 'signposted', 'withdrawn'] as const).map((kind) => actionOf({ kind }))).toEqual([
      'advise',
      'signpost',
      'withdraw',
    ])
  })
})

describe('who may do what', () => {
  test.each([
    ['queue', true, caseManager, ['edit', 'take', 'transfer', 'advise', 'signpost', 'withdraw', 'convert']],
    ['queue', true, coordinator, ['edit', 'assign', 'transfer']],
  ] as const)('open, %s', (relation, atOwnSite, rights, expected) => {
    expect(actionsFor('open', { relation, atOwnSite, rights })).toEqual(expected)
  })

  test.each([
    ['own', true, caseManager, ['edit', 'return', 'transfer', 'advise', 'signpost', 'withdraw', 'convert']],
    ['deputy', false, caseManager, ['edit', 'transfer', 'advise', 'signpost', 'withdraw', 'convert']],
    ['oversight', true, coordinator, ['assign', 'return', 'transfer']],
    ['oversight', false, coordinator, ['assign', 'transfer']],
    ['oversight', true, new Set<string>(), []],
  ] as const)('assigned, %s (own site: %s)', (relation, atOwnSite, rights, expected) => {
    expect(actionsFor('assigned', { relation, atOwnSite, rights })).toEqual(expected)
  })

  test.each([
    ['edit', 'request.write', 'queue own deputy'],
    ['take', 'request.take', 'queue'],
    ['assign', 'request.assign', 'queue oversight'],
    ['return', 'request.write', 'own deputy oversight'],
    ['transfer', 'request.write', 'queue own deputy oversight'],
    ['advise', 'request.take', 'queue own deputy'],
    ['signpost', 'request.take', 'queue own deputy'],
    ['withdraw', 'request.take', 'queue own deputy'],
    ['convert', 'case.open', 'queue own deputy'],
  ] as const)('%s needs %s and stands with: %s', (action, right, relations) => {
    const everything = new Set([...caseManager, ...coordinator])
    const allowed = (['queue', 'own', 'deputy', 'oversight'] as const).filter((relation) =>
      mayDo(action, { relation, atOwnSite: true, rights: new Set([right]) }),
    )
    expect(allowed.join(' ')).toBe(relations)
    everything.delete(right)
    expect(mayDo(action, { relation: allowed[0]!, atOwnSite: true, rights: everything })).toBe(false)
  })

  test('oversight alone never edits, advises or opens a case', () => {
    const standing = {
      relation: 'oversight',
      atOwnSite: true,
      rights: new Set([...caseManager, ...coordinator]),
    } as const
    for (const action of ['edit', 'advise', 'signpost', 'withdraw', 'convert', 'take'] as const) {
      expect(mayDo(action, standing)).toBe(false)
    }
  })
})

describe('order and age', () => {
  test.each([
    ['urgent', false, 0],
    ['normal', true, 0],
    ['soon', false, 1],
    ['normal', false, 2],
  ] as const)('%s, overdue %s → rank %i', (urgency, overdue, rank) => {
    expect(urgencyRank(urgency, overdue)).toBe(rank)
  })

  test.each([
    ['2026-11-21', 'seit heute'],
    ['2026-11-20', 'seit gestern'],
    ['2026-11-16', 'seit 5 Tagen'],
    ['2026-11-22', 'seit heute'],
  ])('received %s → %s', (received, expected) => {
    expect(waitingText(received, '2026-11-21')).toBe(expected)
  })

  test('without a word of the district the periods are marked as defaults, and end after that many days', () => {
    for (const days of Object.values(requestDays)) expect(days.isDefault).toBe(true)
    expect(deletedOn('2026-11-21', requestDays.callbackNumberDays.value)).toBe('2026-12-21')
  })

  test('overdue is counted back from now', () => {
    expect(overdueBefore(Temporal.Instant.from('2026-11-21T09:42:00Z'), 7)).toBe('2026-11-14T09:42:00Z')
  })
})

describe('assignees', () => {
  const someone = (name: string, change: Partial<AssigneeRow> = {}): AssigneeRow => ({
    id: '00000000-0000-7000-8000-000000000001',
    name,
    organisation: null,
    availability: 'free',
    languages: [],
    speaksLanguage: false,
    absentToday: false,
    absences: [],
    ...change,
  })

  test('present and free first, the language decides between equals, then the name', () => {
    const rows = [
      someone('F', { absentToday: true }),
      someone('E', { availability: 'stopped', speaksLanguage: true }),
      someone('D', { availability: null }),
      someone('C', { availability: 'tight' }),
      someone('B'),
      someone('A', { speaksLanguage: true }),
      someone('Ä'),
    ]
    expect(rows.toSorted(compareAssignees).map((row) => row.name)).toEqual([
      'A',
      'Ä',
      'B',
      'C',
      'D',
      'E',
      'F',
    ])
  })

  test.each([
    ['who speaks the language before whose name comes first', { speaksLanguage: true }, {}],
    ['free without the language before tight with it', {}, { availability: 'tight', speaksLanguage: true }],
    ['tight before nothing said', { availability: 'tight' }, { availability: null }],
    ['nothing said before no capacity', { availability: null }, { availability: 'stopped' }],
    ['present without capacity before absent', { availability: 'stopped' }, { absentToday: true }],
  ] as const)('%s', (_, first, second) => {
    expect(compareAssignees(someone('Z', first), someone('A', second))).toBeLessThan(0)
    expect(compareAssignees(someone('A', second), someone('Z', first))).toBeGreaterThan(0)
  })

  test('a concern is named, not a refusal', () => {
    expect(assignmentConcern(someone('A'))).toBeNull()
    expect(assignmentConcern(someone('A', { availability: 'stopped' }))).toBe('stopped')
    expect(assignmentConcern(someone('A', { availability: 'stopped', absentToday: true }))).toBe('absent')
  })
})

describe('transfer', () => {
  const today = '2026-11-21'
  test.each([
    [{ acrossEmployers: false, agreedOn: undefined }, null],
    [{ acrossEmployers: false, agreedOn: '2027-01-01' }, null],
    [{ acrossEmployers: true, agreedOn: undefined }, 'agreementMissing'],
    [{ acrossEmployers: true, agreedOn: '2026-11-22' }, 'agreementLater'],
    [{ acrossEmployers: true, agreedOn: '2026-11-21' }, null],
  ])('%o → %s', (wish, code) => {
    expect(whyNotTransfer(wish, today)).toEqual(code === null ? null : { field: 'agreedOn', code })
  })
})

test.each([
  [{ answered: false, agreed: true }, null],
  [{ answered: true, agreed: true }, 'partnerAlreadyAnswered'],
  [{ answered: false, agreed: false }, 'partnerAnswerNotAgreed'],
] as const)('an answer to the office that asked, %o: %s', (facts, why) => {
  expect(whyNotAnswerPartner(facts)).toBe(why)
})

test.each([
  ['open', false, null],
  ['assigned', false, 'partnerRequestTaken'],
  ['advised', false, 'partnerRequestTaken'],
  ['signposted', false, 'partnerRequestTaken'],
  ['converted', false, 'partnerRequestTaken'],
  ['withdrawn', false, 'partnerRequestTaken'],
  ['withdrawn', true, 'partnerRequestWithdrawn'],
] as const)('a partner takes back what is %s (already taken back: %s): %s', (state, withdrawn, why) => {
  expect(whyNotWithdrawByPartner({ state, withdrawn })).toBe(why)
})
