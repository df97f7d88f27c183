import { expect, test } from 'vitest'

import type { ConsentView } from '../contract/consents.ts'
import {
  byRecipient,
  closesSentence,
  dataSentence,
  stateSentence,
  summarySentences,
} from './consent-words.ts'

const one = {
  id: '1',
  kind: 'consent',
  state: 'valid',
  direction: 'toRecipient',
  recipient: {
    kind: 'organisation',
    organisationId: 'o',
    unitId: 'u',
    label: 'Stadt, Sozialamt',
    hasUnits: true,
  },
  validFrom: '2026-11-21',
  validTo: '2027-11-20',
  withdrawnOn: null,
  endedOn: null,
  dataCategories: ['identity'],
  specialCategories: ['health'],
} as unknown as ConsentView
const team = { ...one, recipient: { ...one.recipient, kind: 'kimTeam' as const, label: 'KIM-Team' } }

test.for([
  ['gültig bis 20.11.2027', {}],
  ['gilt ab 21.11.2026', { state: 'upcoming' }],
  ['abgelaufen am 20.11.2027', { state: 'expired' }],
  ['widerrufen am 01.12.2026', { state: 'withdrawn', withdrawnOn: '2026-12-01' }],
  ['beendet mit dem Fall am 02.12.2026', { state: 'ended', endedOn: '2026-12-02' }],
  ['Entwurf, noch nicht erteilt', { state: 'draft' }],
] as const)('%s', ([sentence, change]) => {
  expect(stateSentence({ ...one, ...change } as ConsentView)).toBe(sentence)
})

test('a withdrawal says what it closes', () => {
  expect(closesSentence(one, [])).toContain('an „Stadt, Sozialamt“ nichts mehr')
  expect(closesSentence({ ...one, direction: 'mutual' }, [])).toContain('in keine Richtung')
  expect(closesSentence(team, [])).toContain('KIM-Team')
  const readers = [
    { name: 'Kim Muster', organisation: 'Kreis' },
    { name: 'Ada Beispiel', organisation: null },
  ]
  expect(closesSentence(team, readers)).toContain('Kim Muster (Kreis); Ada Beispiel')
  expect(closesSentence({ ...team, kind: 'secrecyRelease' }, readers)).not.toContain('Kim Muster')
})

test('special categories are named as such', () => {
  expect(dataSentence(one)).toBe('Name, Geburtsdatum, Staatsangehörigkeit; besonders geschützt: Gesundheit')
})

test('the card says how many are valid and what is to do', () => {
  expect(summarySentences({ valid: 3, total: 4, runsOut: 1, drafts: 2 })).toEqual([
    '3 von 4 gültig',
    'Eine läuft bald ab.',
    '2 Entwürfe sind offen.',
  ])
  expect(summarySentences({ valid: 0, total: 0, runsOut: 0, drafts: 0 })).toEqual([
    'Noch keine Einwilligung erteilt.',
  ])
})

test('both objects stand under their recipient, newest first', () => {
  const rows = [one, { ...team, id: '3' }, { ...one, id: '2', kind: 'secrecyRelease' as const }]
  expect(byRecipient(rows).map(([recipient, list]) => [recipient, list.map((row) => row.id)])).toEqual([
    ['KIM-Team', ['3']],
    ['Stadt, Sozialamt', ['2', '1']],
  ])
})
