import { describe, expect, test } from 'vitest'
import { accessReasons, whyNotForReason } from './access.ts'
import { proposedAftercare, restrictedOn, whyNotClosable, whyNotReopenable } from './closure.ts'
import { criteria, suggestIntensity, whyNotBasis, whyNotOpenable, type CriteriaAnswers } from './intake.ts'

const answers = (...yes: (keyof CriteriaAnswers)[]): CriteriaAnswers => {
  const all = ['complexNeed', 'severalProviders', 'standardFails', 'lacksResources', 'clientAgrees'] as const
  return Object.fromEntries(all.map((key) => [key, yes.includes(key) ? 'yes' : 'no'])) as CriteriaAnswers
}
const unknown = Object.fromEntries(Object.keys(answers()).map((key) => [key, 'unknown'])) as CriteriaAnswers

describe('suggested intensity', () => {
  test.each([
    [
      answers('complexNeed', 'severalProviders', 'standardFails', 'lacksResources', 'clientAgrees'),
      'caseManagement',
      'allMet',
    ],
    [answers('complexNeed', 'severalProviders', 'clientAgrees'), 'accompaniment', 'someMet'],
    [answers('complexNeed', 'clientAgrees'), 'briefAdvice', 'fewMet'],
    // Taking part is voluntary: without the client's wish never case management.
    [
      answers('complexNeed', 'severalProviders', 'standardFails', 'lacksResources'),
      'accompaniment',
      'clientDoesNotAgree',
    ],
    [answers('complexNeed'), 'briefAdvice', 'clientDoesNotAgree'],
    [unknown, 'briefAdvice', 'tooLittleKnown'],
    [{ ...unknown, complexNeed: 'yes' }, 'briefAdvice', 'tooLittleKnown'],
    [{ ...unknown, complexNeed: 'yes', standardFails: 'no' }, 'briefAdvice', 'fewMet'],
    [{ ...unknown, complexNeed: 'yes', lacksResources: 'yes' }, 'accompaniment', 'someMet'],
    [{ ...unknown, severalProviders: 'yes', clientAgrees: 'yes' }, 'briefAdvice', 'fewMet'],
    // All four needs, but nobody has asked the person yet.
    [
      {
        ...answers('complexNeed', 'severalProviders', 'standardFails', 'lacksResources'),
        clientAgrees: 'unknown',
      },
      'accompaniment',
      'someMet',
    ],
    [
      answers('severalProviders', 'standardFails', 'lacksResources', 'clientAgrees'),
      'accompaniment',
      'someMet',
    ],
    [answers('complexNeed', 'lacksResources'), 'accompaniment', 'clientDoesNotAgree'],
  ] as const)('%j → %s (%s)', (given, intensity, reason) => {
    expect(suggestIntensity(given)).toMatchObject({ intensity, reason })
  })

  test('names the criteria that led there', () => {
    expect(suggestIntensity(answers('standardFails', 'lacksResources', 'clientAgrees')).because).toEqual([
      'standardFails',
      'lacksResources',
    ])
    expect(suggestIntensity(answers('complexNeed')).because).toEqual(['complexNeed', 'clientAgrees'])
    const all = Object.keys(unknown) as (keyof CriteriaAnswers)[]
    expect(suggestIntensity(answers(...all)).because).toEqual(all)
    expect(suggestIntensity(unknown).because).toEqual([])
  })
})

test('every criterion and every ground of access is put in words', () => {
  expect(Object.entries(criteria).filter(([, words]) => words.length < 10)).toEqual([])
  for (const [basis, { sentence, source }] of Object.entries(accessReasons)) {
    expect(sentence, basis).toMatch(/^[a-zäöü].*\.$/)
    expect(source, basis).toMatch(/^[A-ZÄÖÜa-z]{4}/)
  }
})

describe('legal basis', () => {
  const today = '2026-11-21'
  test.each([
    ['counselling', 'task', true, '2026-11-21', null],
    ['counselling', 'task', false, '2026-11-21', 'basisTaskNotPublic'],
    ['counselling', 'contract', false, '2026-11-21', null],
    ['health', 'contract', false, '2026-11-21', 'basisContractSpecial'],
    ['religion', 'contract', true, '2026-11-21', 'basisContractSpecial'],
    ['health', 'consent', false, '2026-11-21', null],
    ['migration', 'consent', true, '2026-11-22', 'basisInformedLater'],
    ['health', 'task', true, '2026-11-20', null],
  ] as const)(
    '%s on %s, public employer %s, informed on %s: %s',
    (kind, basis, publicEmployer, informedOn, why) => {
      expect(whyNotBasis({ kind, basis, informedOn }, { publicEmployer, today })).toBe(why)
    },
  )
})

describe('opening', () => {
  const wish = {
    intensity: 'caseManagement' as const,
    persons: 1,
    mainPersons: 1,
    informed: true,
    openedOn: '2026-11-21',
  }
  test.each([
    [{}, null],
    [{ persons: 0, mainPersons: 0 }, 'personMissing'],
    [{ intensity: 'briefAdvice' as const, persons: 0, mainPersons: 0, informed: false }, null],
    [{ intensity: 'briefAdvice' as const, informed: false }, 'informationMissing'],
    [{ persons: 3, mainPersons: 2 }, 'mainPersonOnce'],
    [{ persons: 3, mainPersons: 0 }, 'mainPersonOnce'],
    [{ openedOn: '2026-11-22' }, 'openedLater'],
    [{ openedOn: '2026-11-20' }, null],
    [{ intensity: 'accompaniment' as const, persons: 0, mainPersons: 0 }, 'personMissing'],
    [{ informed: false }, 'informationMissing'],
  ])('%j: %s', (change, why) => {
    expect(whyNotOpenable({ ...wish, ...change }, '2026-11-21')).toBe(why)
  })
})

describe('closing', () => {
  const wish = { closedOn: '2026-11-21', aftercareOn: '2027-05-21', reasonLabel: 'Ziele erreicht' }
  const file = { openedOn: '2026-03-01', departureAllowed: false, today: '2026-11-21' }
  test.each([
    [{}, {}, null],
    [{ closedOn: '2026-11-22' }, {}, 'closureLater'],
    [{ closedOn: '2026-02-01', aftercareOn: null }, {}, 'closureBeforeOpening'],
    [{ aftercareOn: '2026-11-20' }, {}, 'aftercareBeforeClosure'],
    [{ reasonLabel: 'Ausreise' }, {}, 'closureNamesDeparture'],
    [{ closedOn: '2026-03-01', aftercareOn: '2026-03-01' }, {}, null],
    [{ aftercareOn: null }, {}, null],
    [{ closedOn: '2026-11-21', aftercareOn: '2026-11-21' }, {}, null],
    [{ reasonLabel: 'Ausreise' }, { departureAllowed: true }, null],
  ])('%j %j: %s', (change, about, why) => {
    expect(whyNotClosable({ ...wish, ...change }, { ...file, ...about })).toBe(why)
  })

  test.each([
    'ist ausgereist',
    'ABSCHIEBUNG',
    'abgeschoben',
    'Rückführung',
    'freiwillige Rückkehr',
    'Heimkehr',
  ])('„%s“ names departure, however it is called', (reasonLabel) => {
    expect(whyNotClosable({ ...wish, reasonLabel }, file)).toBe('closureNamesDeparture')
  })

  test.each([
    ['2026-11-21', '2027-05-21', '2027-05-22'],
    ['2026-12-31', null, '2027-01-01'],
  ])('closed %s with aftercare %s is restricted from %s', (closedOn, aftercareOn, from) => {
    expect(restrictedOn(closedOn, aftercareOn)).toBe(from)
  })

  test.each([
    ['2026-11-21', 6, '2027-05-21'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-08-01', 1, '2026-09-01'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-21', 0, null],
  ])('%s and %i months propose %s', (closedOn, months, date) => {
    expect(proposedAftercare(closedOn, months)).toBe(date)
  })

  test.each([
    ['2026-11-21', null, 'caseNotClosed'],
    ['2026-11-22', '2026-11-01', 'reopeningLater'],
    ['2026-10-31', '2026-11-01', 'reopeningBeforeClosure'],
    ['2026-11-21', '2026-11-21', null],
    ['2026-11-10', '2026-11-01', null],
  ])('reopened on %s a case closed on %s: %s', (on, closedOn, why) => {
    expect(whyNotReopenable(on, { closedOn, today: '2026-11-21' })).toBe(why)
  })
})

describe('a stated reason', () => {
  const file = { overseen: true, sameEmployer: true, secrecy203: false }
  test.each([
    [{ hours: 72 }, {}, null],
    [{ hours: 73 }, {}, 'clearAccessTooLong'],
    [{ hours: 1 }, { overseen: false }, 'clearAccessNotOverseen'],
    [{ hours: 1 }, { sameEmployer: false }, 'clearAccessOtherEmployer'],
    [{ hours: 1 }, { secrecy203: true }, 'clearAccessSecrecy'],
  ])('%j %j: %s', (wish, about, why) => {
    expect(whyNotForReason(wish, { ...file, ...about })).toBe(why)
  })
})
