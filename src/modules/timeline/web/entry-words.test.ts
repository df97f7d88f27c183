import { expect, test } from 'vitest'

import { detailsOf, sentenceOf, whoOf, withdrawalOf } from './entry-words.ts'

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
  ['contact.recorded', { contactKind: 'phone', waitsFor: '' }, '‹phone› · wartet auf andere Stelle'],
  [
    'sharing.handout',
    { handoutKind: 'oral', via: 'phone', recipientKind: 'organisation', organisation: 'Stadt' },
    'Weitergabe an Stadt: Mündliche Auskunft · Am Telefon',
  ],
  ['sharing.letterSent', { organisation: 'Stadt' }, 'Widerruf: Schreiben an Stadt verschickt'],
  [
    'sharing.disclosureCarriedOut',
    { ground: 'necessity', disclosureTo: 'police', organisation: '', informed: 'not', notInformed: 'other' },
    'Übermittlung ohne Einwilligung, Polizei: übermittelt (Gegenwärtige Gefahr für Leib, Leben oder Freiheit (§ 34 StGB)) · Person nicht informiert: Anderer Grund',
  ],
  [
    'case.basisRecorded',
    { basisKind: 'health', basis: 'consent', language: 'ar' },
    'Rechtsgrundlage festgehalten: Angaben zur Gesundheit · Einwilligung (Art. 6 Abs. 1 Buchst. a, bei besonderen Kategorien Art. 9 Abs. 2 Buchst. a DSGVO) · informiert auf Arabisch',
  ],
  ['household.personJoined', { name: 'A B', isMain: true, role: 'client' }, 'Im Fall: A B (Hauptperson)'],
  [
    'household.personLeft',
    { name: null, isMain: false, role: 'child' },
    'Nicht mehr im Fall: eine Person (Kind)',
  ],
  ['household.officeJoined', { organisation: 'Stadt', part: 'counselling' }, 'Beteiligt: Stadt (Beratung)'],
  ['problem.recorded', { problemKind: 'gap', to: '2' }, 'Hürde (Lücke im Angebot): Festgehalten · Stufe 2'],
  [
    'problem.level',
    { problemKind: 'gap', to: '3', reason: 'helpNotEnough' },
    'Hürde (Lücke im Angebot): Einschätzung geändert · Stufe 3 (Individuelle Hilfe reicht nicht)',
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

test('a contact lists who took part, where and about what; other entries nothing', () => {
  const facts = {
    persons: ['A B'],
    site: 'Kreishaus',
    place: null,
    topics: ['housing'],
    activities: ['letter', 'visit'],
  }
  expect(detailsOf({ kind: 'contact', event: 'recorded', facts }, label)).toEqual([
    'Beteiligt: A B',
    'Ort: Kreishaus',
    'Themen: ‹housing›',
    'Tätigkeiten: ‹letter›, ‹visit›',
  ])
  expect(
    detailsOf({ kind: 'sharing', event: 'handout', facts: { categories: ['work', 'health'] } }, label),
  ).toEqual(['Angaben: Arbeit, Gesundheit'])
  expect(detailsOf({ kind: 'case', event: 'opened', facts }, label)).toEqual([])
})

test('an entry taken back says why', () => {
  expect(withdrawalOf({ facts: { withdrawn: 'duplicate' } })).toBe('doppelt erfasst')
  expect(withdrawalOf({ facts: { withdrawn: null } })).toBe('')
})
