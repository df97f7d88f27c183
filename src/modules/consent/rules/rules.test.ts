import { describe, expect, test } from 'vitest'
import { isVaguePurpose, missingElements, type ConsentContents } from './elements.ts'
import { addMonths, inBoth, joined, periodOfMonths, whyNotPeriod } from './periods.ts'
import { runsOut, stateOf, summarise, type SummaryFacts } from './state.ts'
import { adultsOf, teamPeriods, teamWaitsFor } from './team-periods.ts'
import { whyNotChangeable, whyNotConfirmable, whyNotWithdrawable } from './why-not.ts'

const TODAY = '2026-11-21'
const dates = {
  validFrom: '2026-11-01',
  validTo: '2027-10-31',
  givenOn: '2026-11-01',
  withdrawnOn: null,
  endedOn: null,
}

describe('state', () => {
  test.for([
    ['draft', { givenOn: null }],
    ['valid', {}],
    ['valid', { validTo: TODAY }],
    ['expired', { validTo: '2026-11-20' }],
    ['upcoming', { validFrom: '2026-11-22' }],
    ['withdrawn', { withdrawnOn: '2026-11-20', validTo: '2026-11-10' }],
    ['ended', { endedOn: '2026-11-20' }],
  ] as const)('%s follows from %j', ([state, facts]) => {
    expect(stateOf({ ...dates, ...facts }, TODAY)).toBe(state)
  })

  test.for([
    ['2026-12-21', true],
    ['2026-12-22', false],
    ['2026-11-21', true],
    ['2026-11-20', false],
  ] as const)('valid until %s: runs out within 30 days: %s', ([validTo, expected]) => {
    expect(runsOut({ ...dates, validTo }, TODAY, 30)).toBe(expected)
  })

  test('the summary counts one per person, recipient and object', () => {
    const one = (recipientKey: string, state: SummaryFacts['state'], more: Partial<SummaryFacts> = {}) => ({
      kind: 'consent' as const,
      personId: 'p',
      recipientKey,
      state,
      runsOut: false,
      ...more,
    })
    const list = [
      one('a', 'valid'),
      one('a', 'expired'),
      one('b', 'withdrawn'),
      one('c', 'valid', { runsOut: true }),
      one('c', 'valid', { personId: 'q', runsOut: true }),
      one('c', 'upcoming', { personId: 'q' }),
      one('a', 'expired', { kind: 'secrecyRelease' }),
      one('d', 'draft'),
    ]
    expect(summarise(list)).toEqual({ valid: 3, total: 5, runsOut: 1, drafts: 1 })
    expect(summarise([])).toEqual({ valid: 0, total: 0, runsOut: 0, drafts: 0 })
  })
})

describe('periods', () => {
  test.for([
    ['2026-11-21', 12, '2027-11-21'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
  ] as const)('%s and %i months: %s', ([from, months, to]) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test('is never unlimited', () => {
    expect(periodOfMonths(TODAY, 12)).toEqual({ from: TODAY, to: '2027-11-20' })
    expect(whyNotPeriod({ from: TODAY, to: '2026-11-20' })).toBe('periodReversed')
    expect(whyNotPeriod({ from: TODAY, to: '2029-11-21' })).toBeNull()
    expect(whyNotPeriod({ from: TODAY, to: '2029-11-22' })).toBe('periodTooLong')
  })

  test('are joined where they touch and cut where both hold', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' }
    expect(joined([{ from: '2027-01-01', to: '2027-06-30' }, year])).toEqual([
      { from: '2026-01-01', to: '2027-06-30' },
    ])
    expect(joined([{ from: '2027-01-02', to: '2027-06-30' }, year])).toHaveLength(2)
    expect(inBoth([year], [{ from: '2026-07-01', to: '2027-07-01' }])).toEqual([
      { from: '2026-07-01', to: '2026-12-31' },
    ])
    expect(inBoth([year], [{ from: '2027-07-01', to: '2027-07-01' }])).toEqual([])
  })
})

test('periods: one day, one within another, in any order', () => {
  const [outer, inner] = [
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-03-01', to: '2026-04-30' },
  ]
  expect(joined([inner, outer])).toEqual([outer])
  expect(joined([outer, inner])).toEqual([outer])
  const apart = [
    { from: '2026-01-01', to: '2026-01-02' },
    { from: '2026-03-01', to: '2026-03-02' },
    { from: '2026-05-01', to: '2026-05-02' },
  ]
  expect(joined(apart.toReversed())).toEqual(apart)
  expect(joined([apart[1]!, apart[0]!, apart[2]!])).toEqual(apart)
  expect(inBoth([outer], [inner])).toEqual([inner])
  expect(inBoth([inner], [outer])).toEqual([inner])
  const day = { from: TODAY, to: TODAY }
  expect(inBoth([{ from: '2026-11-01', to: TODAY }], [{ from: TODAY, to: '2026-12-31' }])).toEqual([day])
  expect(whyNotPeriod(day)).toBeNull()
})

describe('elements', () => {
  const complete: ConsentContents = {
    recipientKind: 'organisation',
    recipientHasUnits: true,
    unitId: 'u',
    recipientName: null,
    purposes: ['benefit'],
    purpose: 'Wohngeldantrag vom November',
    lifeDomains: ['housing'],
    dataCategories: ['identity'],
    specialCategories: [],
    refusalConsequence: 'Sie stellen den Antrag selbst.',
    validTo: '2027-11-20',
  }
  test.for([
    [[], {}],
    [['recipientUnit'], { unitId: null }],
    [[], { unitId: null, recipientHasUnits: false }],
    [['recipientName'], { recipientKind: 'other', recipientHasUnits: false, recipientName: ' ' }],
    [['purposes'], { purposes: [] }],
    [['purpose'], { purpose: '  ' }],
    [['purposeVague'], { purpose: 'Aufgabenerledigung' }],
    [['lifeDomains'], { lifeDomains: [] }],
    [[], { lifeDomains: [], recipientKind: 'kimTeam' }],
    [['dataCategories'], { dataCategories: [] }],
    [[], { dataCategories: ['identity'], specialCategories: ['religion'] }],
    [[], { purposes: ['health'], specialCategories: ['health'] }],
    [[], { validTo: TODAY }],
    [[], { dataCategories: [], specialCategories: ['religion'] }],
    [['healthNotNamed'], { purposes: ['health'] }],
    [['refusalConsequence'], { refusalConsequence: null }],
    [['periodOver'], { validTo: '2026-11-20' }],
  ] as const)('missing %j in %j', ([missing, change]) => {
    expect(missingElements({ ...complete, ...change } as ConsentContents, TODAY)).toEqual(missing)
  })

  test.for([
    'Aufgabenerledigung',
    'zur Erfüllung der Aufgaben',
    'für alle Angelegenheiten',
    'Allgemeine Beratung und Unterstützung',
    'Datenaustausch, soweit erforderlich',
    'alles',
    'siehe oben',
    '...',
    'bei Bedarf, ggf. auch sonstige Zwecke',
    'im Rahmen der Zusammenarbeit',
  ])('„%s“ names no purpose', (wording) => {
    expect(isVaguePurpose(wording)).toBe(true)
  })
  test.for([
    'Wohngeldantrag',
    'Kindergartenplatz für den jüngsten Sohn',
    'Antrag auf Einbürgerung vorbereiten',
    'Unterstützung bei der Anmeldung in der Schule',
    'Klärung der Mietschulden aus 2025',
  ])('„%s“ names one', (wording) => {
    expect(isVaguePurpose(wording)).toBe(false)
  })
})

test('no word of the list names a purpose by itself', () => {
  for (const word of (
    'alle allen alles aller allgemein allgemeine allgemeinen allgemeiner aufgabe aufgaben aufgabenerledigung aufgabenerfüllung auch ' +
    'auskunft auskünfte austausch bedarf bei belange beratung betreuung bezüglich daten datenaustausch datenweitergabe der die das dem ' +
    'den des dies dieser diesem ein eine einer einem erforderlich erforderliche erforderlichen erfüllung erledigung etc für fall fälle ' +
    'fallbearbeitung gegebenenfalls ggf hilfe im in information informationen informationsaustausch integration jeder jegliche kim ' +
    'klärung kommunikation mit nach notwendig notwendige notwendigen nötig nötige oder rahmen sämtliche siehe soweit sonstige sonstiges ' +
    'und unterstützung usw von weitere weiteren weitergabe weiterleitung wie zu zum zur zusammenarbeit zweck zwecke zwecken ' +
    'angelegenheit angelegenheiten oben unten person zuständige zuständigen stelle stellen behörde behörden verarbeitung immer wenn ' +
    'nutzung case management klient klienten klientin'
  ).split(' '))
    expect([word, isVaguePurpose(word)]).toEqual([word, true])
})

describe('giving and withdrawing', () => {
  const facts = { ...dates, givenOn: null, personId: 'amina', minor: false, oralAllowed: false }
  const self = { role: 'self' as const, personId: 'amina' }
  const mother = { role: 'legalRepresentative' as const, personId: 'mutter' }
  const given = { givenOn: TODAY, givenAs: 'written' as const, givers: [self] }
  test.for([
    [null, {}, {}],
    [null, {}, { givers: [mother] }],
    ['consentAlreadyGiven', { givenOn: TODAY }, {}],
    ['givenInFuture', {}, { givenOn: '2026-11-22' }],
    ['givenAfterPeriod', { validTo: '2026-11-20' }, {}],
    ['oralNotAllowed', {}, { givenAs: 'oral', witness: 'Frau Muster' }],
    ['witnessMissing', { oralAllowed: true }, { givenAs: 'oral' }],
    [null, { oralAllowed: true }, { givenAs: 'oral', witness: 'Frau Muster' }],
    ['guardianMissing', { minor: true }, {}],
    [null, { minor: true }, { givers: [self, mother] }],
    [null, { minor: null }, {}],
    ['giverIsNotPerson', {}, { givers: [{ role: 'self', personId: 'jemand' }] }],
    ['guardianIsPerson', {}, { givers: [{ role: 'legalRepresentative', personId: 'amina' }] }],
    ['giverUnnamed', {}, { givers: [{ role: 'legalRepresentative', personId: null, name: null }] }],
  ] as const)('%s: %j %j', ([code, fact, change]) => {
    expect(whyNotConfirmable({ ...facts, ...fact }, { ...given, ...change }, TODAY)).toBe(code)
  })

  test('one bad giver among good ones, and the last day itself', () => {
    const also = (giver: object) =>
      whyNotConfirmable(facts, { ...given, givers: [self, mother, giver] as never }, TODAY)
    expect(also({ role: 'legalRepresentative', personId: 'amina' })).toBe('guardianIsPerson')
    expect(also({ role: 'mediator', personId: null, name: '' })).toBe('giverUnnamed')
    expect(whyNotConfirmable({ ...facts, validTo: TODAY }, given, TODAY)).toBeNull()
    expect(whyNotWithdrawable(dates, dates.givenOn, TODAY)).toBeNull()
    expect(whyNotChangeable(dates)).toBe('consentAlreadyGiven')
    expect(whyNotChangeable({ ...dates, givenOn: null })).toBeNull()
    expect(stateOf({ ...dates, validFrom: TODAY }, TODAY)).toBe('valid')
  })

  test.for([
    [null, {}, TODAY],
    [null, { validTo: '2026-11-10' }, TODAY],
    [null, { endedOn: '2026-11-10' }, TODAY],
    ['consentNotGiven', { givenOn: null }, TODAY],
    ['consentAlreadyWithdrawn', { withdrawnOn: TODAY }, TODAY],
    ['withdrawnInFuture', {}, '2026-11-22'],
    ['withdrawnBeforeGiven', {}, '2026-10-31'],
  ] as const)('withdrawing, %s: %j on %s', ([code, fact, on]) => {
    expect(whyNotWithdrawable({ ...dates, ...fact }, on, TODAY)).toBe(code)
  })
})

describe('the KIM team', () => {
  const year = { from: '2026-11-01', to: '2027-10-31' }
  const amina = { id: 'a1', personId: 'amina', ...year }
  const omar = { id: 'o1', personId: 'omar', from: '2026-12-01', to: '2027-06-30' }
  test.for([
    ['one adult', ['amina'], [amina], [{ ...year, consentId: 'a1' }]],
    ['one of two adults', ['amina', 'omar'], [amina], []],
    [
      'both: the days of both',
      ['amina', 'omar'],
      [amina, omar],
      [{ from: omar.from, to: omar.to, consentId: 'o1' }],
    ],
    ['only of somebody who has left the household', ['amina'], [omar], []],
    ['nobody', ['amina'], [], []],
    ['over', ['amina'], [{ ...amina, to: '2026-11-20' }], []],
    [
      'renewed without a gap',
      ['amina'],
      [amina, { ...amina, id: 'a2', from: '2027-11-01', to: '2028-10-31' }],
      [{ from: year.from, to: '2028-10-31', consentId: 'a1' }],
    ],
  ] as const)('%s', ([, adults, consents, expected]) => {
    expect(teamPeriods(adults, consents, TODAY)).toEqual(expected)
  })

  test('today is the last day, and the first', () => {
    const until = { ...amina, to: TODAY }
    expect(teamPeriods(['amina'], [until], TODAY)).toEqual([{ from: year.from, to: TODAY, consentId: 'a1' }])
    expect(teamPeriods([], [amina, omar], TODAY)).toEqual([{ from: omar.from, to: omar.to, consentId: 'o1' }])
    expect(teamPeriods([], [], TODAY)).toEqual([])
    const household = [
      { id: 'amina', minor: false, role: 'client' },
      { id: 'omar', minor: false, role: 'partner' },
    ]
    const waits = (from: string, to: string) =>
      teamWaitsFor(household, [{ id: 'x', personId: 'amina', from, to }], TODAY).map(({ id }) => id)
    expect(waits(TODAY, TODAY)).toEqual(['omar'])
    expect(waits('2026-11-22', '2026-12-31')).toEqual([])
    expect(waits('2026-10-01', '2026-11-20')).toEqual([])
  })

  test('unknown age counts as adult, a child does not', () => {
    const household = [
      { id: 'a', minor: false, role: 'client' },
      { id: 'b', minor: null, role: 'partner' },
      { id: 'c', minor: null, role: 'child' },
      { id: 'd', minor: true, role: 'sibling' },
    ]
    expect(adultsOf(household).map((one) => one.id)).toEqual(['a', 'b'])
    const agreed = [{ id: 'x', personId: 'a', ...year }]
    expect(teamWaitsFor(household, agreed, TODAY).map((one) => one.id)).toEqual(['b'])
    expect(teamWaitsFor(household, [], TODAY)).toEqual([])
  })
})
