import { describe, expect, test } from 'vitest'
import { stationOfCase, type KnownOfCase } from './station-of-case.ts'

const known = (more: Partial<KnownOfCase>): KnownOfCase => ({
  kind: 'talks',
  organisation: null,
  month: 3,
  waitingDays: null,
  lastedDays: null,
  open: false,
  key: null,
  topics: [],
  number: 2,
  legalDomains: [],
  ...more,
})
const titleOf = (more: Partial<KnownOfCase>) => stationOfCase(known(more)).title

describe('what a station of a case is called', () => {
  test.each<[string, Partial<KnownOfCase>]>([
    ['Warten auf eine Antwort', { kind: 'wait', topics: ['Wohnen'] }],
    ['Vermittlung an eine andere Stelle', { kind: 'referral', key: 'authority' }],
    ['Schritt bei einer Behörde', { kind: 'step', key: 'authority' }],
    ['Schritt bei einer Partnerstelle', { kind: 'step', key: 'partner' }],
    ['Schritt im Ehrenamt', { kind: 'step', key: 'volunteer' }],
    ['Schritt bei einer anderen Stelle', { kind: 'step', key: 'client' }],
    ['Schritt bei einer anderen Stelle', { kind: 'step' }],
    ['Case Management: Aufnahme', { kind: 'phase', key: 'intake' }],
    ['Case Management: ownPhase', { kind: 'phase', key: 'ownPhase' }],
    ['Gespräch im Case Management', { number: 1 }],
    ['2 Gespräche im Case Management', {}],
    ['2 Gespräche im Case Management: Wohnen, Arbeit', { topics: ['Wohnen', 'Arbeit'] }],
    ['2 Gespräche im Case Management: a, b, c, d', { topics: ['a', 'b', 'c', 'd'] }],
    ['2 Gespräche im Case Management: a, b, c, d und anderes', { topics: ['a', 'b', 'c', 'd', 'e'] }],
  ])('%s', (title, more) => expect(titleOf(more)).toBe(title))

  test('and no longer than its field', () => {
    expect(titleOf({ topics: ['x'.repeat(300)] })).toHaveLength(200)
  })
})

describe('what is proposed with it', () => {
  test('a wait: whom for, how long, and that it was waiting; it lasts nothing itself', () => {
    const wait = { kind: 'wait', organisation: 'Jobcenter', waitingDays: 32, lastedDays: 60 } as const
    expect(stationOfCase(known({ ...wait, legalDomains: ['jobseekers'] }))).toEqual({
      title: 'Warten auf eine Antwort',
      month: 3,
      durationWeeks: null,
      happened: null,
      actors: 'Jobcenter',
      legalDomains: ['jobseekers'],
      marks: ['waiting'],
      waitingWeeks: 5,
      helped: null,
    })
  })

  test('a referral: who was asked and how long it took; open ones wait', () => {
    const referral = { kind: 'referral', organisation: 'Beratungsstelle', lastedDays: 70 } as const
    expect(stationOfCase(known(referral))).toMatchObject({
      actors: 'Beratungsstelle',
      durationWeeks: 10,
      waitingWeeks: null,
      marks: [],
    })
    expect(stationOfCase(known({ ...referral, open: true })).marks).toEqual(['waiting'])
  })

  test('phases and talks are the case management’s own, whatever organisation stands there', () => {
    for (const kind of ['phase', 'talks'] as const)
      expect(stationOfCase(known({ kind, organisation: 'Jobcenter' })).actors).toBe('Case Management')
    expect(stationOfCase(known({ kind: 'step', organisation: 'Schule' })).actors).toBe('Schule')
  })
})
