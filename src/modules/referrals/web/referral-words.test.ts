import { describe, expect, test } from 'vitest'
import type { ReferralStep } from '../contract/referrals.ts'
import { cameToNothing, gapSentences, stateSentence, stepSentence } from './referral-words.ts'

const on = { stateOn: '2026-11-21' }
test.for([
  [{ state: 'draft', ...on }, 'Entwurf, noch nicht abgeschickt'],
  [{ state: 'sent', ...on }, 'abgeschickt am 21.11.2026, wartet auf Antwort'],
  [{ state: 'running', ...on }, 'läuft seit 21.11.2026'],
  [{ state: 'declined', ...on, reason: 'noCapacity' }, 'abgelehnt am 21.11.2026 (Kein Platz frei)'],
  [{ state: 'completed', ...on, result: 'reached' }, 'abgeschlossen am 21.11.2026 (Anliegen erledigt)'],
] as const)('%j: %s', ([facts, words]) => {
  expect(stateSentence(facts)).toBe(words)
})

const fine = { state: 'sent', returnOn: '2026-11-30', returnedOn: null, result: null } as const
test.for([
  [{}, false],
  [{ returnOn: null }, false],
  [{ returnOn: '2026-11-21' }, false],
  [{ returnOn: '2026-11-20' }, true],
  [{ state: 'accepted', returnOn: '2026-11-20' }, false],
  [{ state: 'declined' }, true],
  [{ state: 'withdrawn' }, true],
  [{ state: 'brokenOff' }, true],
  [{ state: 'completed', result: 'partly' }, false],
  [{ state: 'completed', result: 'notReached' }, true],
  [{ returnedOn: '2026-11-20' }, true],
] as const)('a need that was not met, %j: %s', ([facts, expected]) => {
  expect(cameToNothing({ ...fine, ...facts }, '2026-11-21')).toBe(expected)
})

describe('what is missing is named', () => {
  const coverage = (gap: 'noConsent' | 'lifeDomains' | 'dataCategories', what: string[]) => ({
    kind: 'consent' as const,
    consentId: null,
    until: null,
    missing: [{ gap, what }],
  })
  test.for([
    ['noConsent', [], 'Es gibt keine gültige Erklärung für diese Stelle.'],
    ['lifeDomains', ['housing', 'x'], 'Lebensbereiche sind nicht genannt. Es fehlt: Wohnen, x.'],
    ['dataCategories', ['plan'], 'Angaben sind nicht genannt. Es fehlt: Ziele, Schritte, Vereinbarung.'],
  ] as const)('%s %j', ([gap, what, sentence]) => {
    expect(gapSentences(coverage(gap, [...what]), [{ key: 'housing', label: 'Wohnen' }])).toEqual([sentence])
  })
})

const step = (change: Partial<ReferralStep>): ReferralStep => ({
  id: 's',
  kind: 'state',
  from: 'sent',
  to: 'accepted',
  onDate: '2026-11-21',
  at: '2026-11-21T10:00:00Z',
  by: null,
  byPartner: false,
  via: null,
  reason: null,
  result: null,
  basis: null,
  note: null,
  ...change,
})
test.for([
  [step({}), 'Angenommen'],
  [step({ to: 'sent' }), 'Abgeschickt'],
  [step({ to: 'declined', via: 'phone', reason: 'other' }), 'Abgelehnt, telefonisch (Anderer Grund)'],
  [step({ to: 'completed', via: 'app', result: 'partly' }), 'Abgeschlossen (Teilweise erledigt)'],
  [step({ kind: 'returned', to: null }), 'Ohne Antwort zurückgekommen'],
  [step({ kind: 'clientView', to: null, result: 'helped' }), 'Sicht der Person: Hat geholfen'],
] as const)('%j: %s', ([one, words]) => {
  expect(stepSentence(one)).toBe(words)
})
