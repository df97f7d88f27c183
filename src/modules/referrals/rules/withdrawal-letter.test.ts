import { describe, expect, test } from 'vitest'
import type { WithdrawalView } from '../contract/withdrawals.ts'
import { whyNotSettleable, withdrawalLetter, type LetterFacts } from './withdrawal-letter.ts'

const received = (dataCategories: WithdrawalView['received'][number]['dataCategories']) => ({
  kind: 'referral' as const,
  id: 'r',
  onDate: '2026-10-05',
  title: null,
  dataCategories,
  specialCategories: ['health' as const],
  goals: 0,
  documents: [],
})
const facts: LetterFacts = {
  kind: 'consent',
  person: 'Amina Beispiel',
  recipient: 'Stadt, Jugendamt',
  withdrawnOn: '2026-11-20',
  received: [received(['identity', 'language'])],
  district: 'Kreis',
  sender: 'Kim Muster, Kreis',
  contact: null,
  today: '2026-11-21',
}

describe('the letter after a withdrawal', () => {
  test('says who, since when and which kinds of data, and what follows', () => {
    const letter = withdrawalLetter(facts)
    expect(letter.title).toBe('Widerruf einer Einwilligung')
    expect(letter.paragraphs[1]).toBe(
      'Amina Beispiel hat die Einwilligung widerrufen, Ihrer Stelle Angaben zu geben. Der Widerruf gilt seit dem 20.11.2026. Einen Grund muss niemand nennen.',
    )
    expect(letter.rows).toEqual([
      ['05.10.2026', 'Verweis', 'Name, Geburtsdatum, Staatsangehörigkeit; Sprache; Gesundheit'],
    ])
    expect(letter.closing.join(' ')).toContain('Art. 17 DSGVO')
  })

  test('as a whole, for what was passed on and for nothing', () => {
    const told = withdrawalLetter({ ...facts, contact: '02541 1234' })
    expect({ ...told, paragraphs: told.paragraphs.filter((_, at) => at !== 1) }).toEqual({
      title: 'Widerruf einer Einwilligung',
      district: 'Kreis',
      recipient: 'Stadt, Jugendamt',
      date: '21.11.2026',
      paragraphs: ['Guten Tag,', 'Bis dahin haben Sie von uns dies erhalten; das bleibt rechtmäßig:'],
      header: ['Am', 'Was', 'Art der Angaben'],
      rows: [['05.10.2026', 'Verweis', 'Name, Geburtsdatum, Staatsangehörigkeit; Sprache; Gesundheit']],
      closing: [
        'Wir geben Ihnen ab jetzt nichts mehr weiter und können mit Ihnen nicht mehr über die Person sprechen.',
        expect.stringContaining('Art. 17 DSGVO'),
      ],
      sender: 'Kim Muster, Kreis',
      contact: '02541 1234',
    })
    const { documents: _, ...undocumented } = received(['identity'])
    const nothing = withdrawalLetter({ ...facts, recipient: null, received: [] })
    expect([nothing.recipient, nothing.contact, nothing.paragraphs[2]]).toEqual([
      '',
      '',
      'Nach unseren Aufzeichnungen haben Sie dazu nichts von uns erhalten.',
    ])
    const plain = withdrawalLetter({ ...facts, received: [undocumented as never] })
    expect(plain.rows[0]![1]).toBe('Verweis')
    expect(withdrawalLetter({ ...facts, kind: 'secrecyRelease' }).paragraphs[1]).toContain(
      'hat die Entbindung von der Schweigepflicht gegenüber Ihrer Stelle widerrufen.',
    )
  })

  test.for([
    ['the recipient never learnt the name', { received: [received(['language'])] }],
    ['nothing was passed on', { received: [] }],
    ['the reader may not see it', { person: null }],
  ] as const)('leaves the name out where %s', ([, change]) => {
    const words = JSON.stringify(withdrawalLetter({ ...facts, ...change } as LetterFacts))
    expect(words).not.toContain('Amina')
    expect(words).toContain('Eine Person, die wir an Sie verwiesen haben')
  })

  test('names documents, papers and what went on a statutory ground, which a withdrawal does not touch', () => {
    const [one] = facts.received
    const letter = withdrawalLetter({
      ...facts,
      received: [
        { ...one!, documents: ['Bescheid', 'Zeugnis'] },
        { ...one!, kind: 'paper', title: 'Brief zum Wohngeld' },
        { ...one!, kind: 'disclosure' },
      ],
    })
    expect(letter.rows.map(([, what]) => what)).toEqual([
      'Verweis mit Kopien von: Bescheid; Zeugnis',
      'Anderes Schreiben oder Papier: Brief zum Wohngeld',
      'Übermittlung ohne Einwilligung auf gesetzlicher Grundlage',
    ])
    expect(letter.closing.join(' ')).toContain('der Widerruf ändert daran nichts')
    expect(withdrawalLetter(facts).closing.join(' ')).not.toContain('gesetzlichen Grundlage')
  })

  test('names the other object by its own word', () => {
    const words = JSON.stringify(withdrawalLetter({ ...facts, kind: 'secrecyRelease' }))
    expect(words).toContain('Schweigepflicht')
  })
})

test.for([
  ['drafted', null],
  ['sent', 'letterAlreadySettled'],
  ['needless', 'letterAlreadySettled'],
] as const)('settling what is %s: %s', ([state, code]) => {
  expect(whyNotSettleable(state)).toBe(code)
})
