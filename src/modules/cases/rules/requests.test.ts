import { describe, expect, test } from 'vitest'
import { RequestAction, RequestState, type AssigneeRow } from '../contract/requests/index.ts'
import {
  actionOf,
  actionsFor,
  assignmentConcern,
  compareAssignees,
  isClosed,
  mayDo,
  overdueBefore,
  requestReasons,
  stateAfter,
  urgencyRank,
  waitingText,
  whyNot,
  whyNotTransfer,
} from './requests.ts'

const caseManager = new Set(['request.read', 'request.write', 'request.take', 'case.open'])
const coordinator = new Set(['request.read', 'request.write', 'request.assign'])

describe('state machine', () => {
  test.each([
    ['open', 'take', 'assigned'],
    ['open', 'assign', 'assigned'],
    ['open', 'advise', 'advised'],
    ['open', 'convert', 'converted'],
    ['open', 'return', 'requestNotAssigned'],
    ['open', 'transfer', 'open'],
    ['assigned', 'transfer', 'open'],
    ['converted', 'transfer', 'requestClosed'],
    ['assigned', 'take', 'requestTaken'],
    ['assigned', 'assign', 'assigned'],
    ['assigned', 'return', 'open'],
    ['assigned', 'signpost', 'signposted'],
    ['assigned', 'withdraw', 'withdrawn'],
    ['advised', 'edit', 'requestClosed'],
    ['converted', 'return', 'requestClosed'],
    ['withdrawn', 'take', 'requestClosed'],
  ] as const)('%s + %s → %s', (state, action, expected) => {
    const why = whyNot(state, action)
    expect(why ?? stateAfter(state, action)).toBe(expected)
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
    expect(whyNotTransfer(wish, today)?.code ?? null).toBe(code)
  })
})
