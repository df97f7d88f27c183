import { describe, expect, test } from 'vitest'
import type { WithdrawalView } from '../contract/withdrawals.ts'
import { whyNotSettleable, withdrawalLetter, type LetterFacts } from './withdrawal-letter.ts'

const received = (dataCategories: WithdrawalView['received'][number]['dataCategories']) => ({
  referralId: 'r',
  sentOn: '2026-10-05',
  state: 'withdrawn' as const,
  endedOn: '2026-11-20',
  lifeDomains: [{ key: 'family', label: 'Familie' }],
  dataCategories,
  specialCategories: ['health' as const],
  goals: 0,
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
      ['05.10.2026', 'Name, Geburtsdatum, Staatsangehörigkeit; Sprache; Gesundheit'],
    ])
    expect(letter.closing.join(' ')).toContain('Art. 17 DSGVO')
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

  test('names neither concern nor life domain, and the other object by its own word', () => {
    const words = JSON.stringify(withdrawalLetter({ ...facts, kind: 'secrecyRelease' }))
    expect(words).not.toContain('Familie')
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
