import { expect, test } from 'vitest'

import { sentenceOf, whoOf, withdrawalOf } from './entry-words.ts'

const label = (_kind: string, key: string) => `‹${key}›`
const sentence = (name: string, facts: Parameters<typeof sentenceOf>[0]['facts'] = {}) => {
  const [kind, event] = name.split('.') as ['case', string]
  return sentenceOf({ kind, event, facts }, label)
}

test.each([
  [
    'contact.recorded',
    { contactKind: 'phone', language: 'ar', mediator: 'volunteer' },
    '‹phone› · Arabisch · Sprachmittlungspool',
  ],
  [
    'contact.recorded',
    { contactKind: 'phone', mediator: 'none', waitsFor: 'Stadt' },
    '‹phone› · wartet auf Stadt',
  ],
  [
    'referral.declined',
    { organisation: 'Stadt, Jugendamt', reason: 'noCapacity', result: null },
    'Verweis an Stadt, Jugendamt: abgelehnt (Kein Platz frei)',
  ],
  ['referral.returned', { organisation: 'Stadt' }, 'Verweis an Stadt: ohne Antwort zurückgekommen'],
  ['referral.clientView', { result: 'helped' }, 'Sicht der Person zum Verweis: Hat geholfen'],
  ['contact.answered', { organisation: 'Stadt', days: 9 }, 'Antwort: Stadt · nach 9 Tagen'],
  ['case.opened', { entryRoute: null }, 'Fall eröffnet'],
  ['case.phase', { to: 'planning' }, 'Phase: Planung'],
  ['case.handover', { from: 'A', to: 'B', reason: 'workload' }, 'Übergabe von A an B (Auslastung)'],
  ['case.handover', { from: null, to: 'B', reason: null }, 'Übergabe von unbekannt an B'],
  ['case.closed', { reason: 'moved' }, 'Fall abgeschlossen (‹moved›)'],
  [
    'case.openedForReason',
    { to: 'B', until: '2026-11-24', reason: 'danger' },
    'Aus Anlass geöffnet durch B bis 24.11.2026 (Gefahr für eine Person)',
  ],
  [
    'consent.given',
    {
      object: 'secrecy_release',
      recipientKind: 'organisation',
      organisation: 'Stadt',
      validTo: '2027-01-01',
    },
    'Schweigepflichtentbindung: Stadt erteilt · gilt bis 01.01.2027',
  ],
  ['consent.withdrawn', { object: 'consent', recipientKind: 'kimTeam' }, 'Einwilligung: KIM-Team widerrufen'],
  ['plan.goalState', { to: 'reached' }, 'Ziel erreicht'],
  ['agreement.signed', { number: 2 }, 'Vereinbarung 2 unterschrieben'],
  ['task.added', { dueOn: '2026-11-25' }, 'Aufgabe angelegt · fällig 25.11.2026'],
  ['document.somethingNew', {}, 'Dokumente'],
] as const)('%s %o: %s', (name, facts, words) => {
  expect(sentence(name, facts)).toBe(words)
})

test.each([
  [{ actor: null, deputyOf: null }, ''],
  [{ actor: { id: 'x', name: 'Kim Muster' }, deputyOf: null }, 'Kim Muster'],
  [{ actor: { id: 'x', name: '' }, deputyOf: null }, 'Name nicht sichtbar'],
  [
    { actor: { id: 'x', name: 'Kim Muster' }, deputyOf: 'Uli Beispiel' },
    'Kim Muster, in Vertretung für Uli Beispiel',
  ],
])('%o: %s', (entry, words) => {
  expect(whoOf(entry)).toBe(words)
})

test('an entry taken back says why', () => {
  expect(withdrawalOf({ facts: { withdrawn: 'duplicate' } })).toBe('doppelt erfasst')
  expect(withdrawalOf({ facts: { withdrawn: null } })).toBe('')
})
