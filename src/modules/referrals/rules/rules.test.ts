import { describe, expect, test } from 'vitest'
import { ReferralState } from '../contract/codes.ts'
import { coverageOf, gapsOf, neededKinds, type SharedFacts, type SharingText } from './coverage.ts'
import {
  endByClosure,
  isEnded,
  whyNotAnswer,
  whyNotAnsweredOn,
  whyNotChangeable,
  whyNotClientView,
  whyNotMove,
  whyNotRecipient,
  whyNotWithdrawable,
} from './states.ts'
import { missingFields, whyNotCovered } from './why-not-sendable.ts'

const TODAY = '2026-11-21'
const states = ReferralState.options

describe('states', () => {
  const allowed = new Set([
    'draft sent',
    'sent accepted',
    'sent declined',
    'sent withdrawn',
    'accepted running',
    'accepted withdrawn',
    'accepted brokenOff',
    'running completed',
    'running brokenOff',
  ])
  test.for(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', ([from, to]) => {
    expect(whyNotMove(from, to) === null).toBe(allowed.has(`${from} ${to}`))
  })

  test.for([
    ['draft', 'accepted', 'referralNotSent'],
    ['completed', 'running', 'referralEnded'],
    ['running', 'withdrawn', 'referralMoveUnknown'],
  ] as const)('says why %s does not become %s: %s', ([from, to, code]) => {
    expect(whyNotMove(from, to)).toBe(code)
  })

  test.for([
    ['sent', 'accepted', null],
    ['sent', 'withdrawn', 'referralMoveUnknown'],
    ['draft', 'sent', 'referralMoveUnknown'],
    ['running', 'completed', null],
    ['declined', 'accepted', 'referralEnded'],
  ] as const)('the recipient: %s to %s: %s', ([from, to, code]) => {
    expect(whyNotAnswer(from, to)).toBe(code)
  })

  test('four states are ends; only there the person is asked, only a draft is changed', () => {
    const ends = states.filter(isEnded)
    expect(ends).toEqual(['completed', 'declined', 'withdrawn', 'brokenOff'])
    expect(states.filter((state) => whyNotClientView(state) === null)).toEqual(ends)
    expect(states.filter((state) => whyNotChangeable(state) === null)).toEqual(['draft'])
    expect(states.filter((state) => whyNotWithdrawable(state) === null)).toEqual(['sent', 'accepted'])
  })

  test.for([
    ['draft', null],
    ['sent', 'withdrawn'],
    ['accepted', 'brokenOff'],
    ['running', 'brokenOff'],
    ['completed', null],
  ] as const)('closure of the case: %s becomes %s', ([state, to]) => {
    expect(endByClosure(state)).toBe(to)
  })

  test.for([
    ['2026-11-21', null],
    ['2026-11-10', null],
    ['2026-11-22', 'answerInFuture'],
    ['2026-11-09', 'answerBeforeState'],
  ] as const)('an answer of %s to what has stood since 2026-11-10: %s', ([on, code]) => {
    expect(whyNotAnsweredOn(on, '2026-11-10', TODAY)).toBe(code)
  })

  test.for([
    [['socialOffice'], null],
    [[], null],
    [['socialOffice', 'immigrationAuthority'], 'recipientIsImmigration'],
    [['naturalisationAuthority'], 'recipientIsImmigration'],
    [['immigration'], 'recipientIsImmigration'],
    [['naturalisation'], 'recipientIsImmigration'],
  ] as const)('units %j: %s', ([kinds, code]) => {
    expect(whyNotRecipient(kinds)).toBe(code)
  })
})

describe('coverage', () => {
  const wanted: SharedFacts = {
    personId: 'amina',
    organisationId: 'town',
    unitId: 'office',
    purpose: 'benefit',
    lifeDomains: ['housing'],
    dataCategories: ['identity', 'income'],
    specialCategories: [],
  }
  const text: SharingText = {
    id: 'c1',
    kind: 'consent',
    personId: 'amina',
    organisationId: 'town',
    unitId: 'office',
    direction: 'toRecipient',
    purposes: ['benefit', 'housing'],
    lifeDomains: ['housing', 'livelihood'],
    dataCategories: ['identity', 'income', 'contact'],
    specialCategories: [],
    validFrom: '2026-11-01',
    validTo: '2027-10-31',
    givenOn: '2026-11-01',
    withdrawnOn: null,
    endedOn: null,
  }

  test.for([
    [{}, {}, []],
    [{}, { direction: 'mutual' }, []],
    [{}, { direction: 'fromRecipient' }, [['direction', []]]],
    [{ purpose: null }, {}, []],
    [{ purpose: 'debt' }, {}, [['purpose', ['debt']]]],
    [{ lifeDomains: ['housing', 'health'] }, {}, [['lifeDomains', ['health']]]],
    [{ dataCategories: ['plan'] }, {}, [['dataCategories', ['plan']]]],
    [{ specialCategories: ['health'] }, {}, [['specialCategories', ['health']]]],
    [{}, { givenOn: null }, [['notGiven', []]]],
    [{}, { validFrom: '2026-11-22' }, [['notYetValid', []]]],
    [{}, { validTo: '2026-11-20' }, [['expired', []]]],
    [{}, { withdrawnOn: '2026-11-10' }, [['withdrawn', []]]],
    [{}, { endedOn: '2026-11-10' }, [['withdrawn', []]]],
    [
      { purpose: 'debt', lifeDomains: ['health'] },
      { validTo: '2026-11-20' },
      [
        ['expired', []],
        ['purpose', ['debt']],
        ['lifeDomains', ['health']],
      ],
    ],
  ] as const)('wanted %j, text %j: %j', ([want, given, gaps]) => {
    const found = gapsOf({ ...wanted, ...want } as SharedFacts, { ...text, ...given } as SharingText, TODAY)
    expect(found.map(({ gap, what }) => [gap, what])).toEqual(gaps)
  })

  test.for([
    [{ personId: 'omar' }],
    [{ organisationId: 'kreis' }],
    [{ unitId: null }],
    [{ unitId: 'other' }],
    [{ kind: 'secrecyRelease' }],
  ] as const)('a text of another person, office or kind counts as none: %j', ([other]) => {
    expect(coverageOf('consent', wanted, [{ ...text, ...other } as SharingText], TODAY)).toEqual({
      kind: 'consent',
      consentId: null,
      until: null,
      missing: [{ gap: 'noConsent', what: [] }],
    })
  })

  test('the one that holds longest counts; else the one that lacks least is named', () => {
    const longer = { ...text, id: 'c2', validTo: '2028-01-31' }
    const lacking = { ...text, id: 'c3', validTo: '2029-01-31', purposes: ['debt'] }
    expect(coverageOf('consent', wanted, [text, lacking, longer], TODAY)).toEqual({
      kind: 'consent',
      consentId: 'c2',
      until: '2028-01-31',
      missing: [],
    })
    const worse = { ...lacking, id: 'c4', lifeDomains: [] }
    expect(coverageOf('consent', wanted, [worse, lacking], TODAY)).toMatchObject({
      consentId: 'c3',
      until: null,
      missing: [{ gap: 'purpose', what: ['benefit'] }],
    })
  })

  test('two halves are not a whole', () => {
    const first = { ...text, dataCategories: ['identity'] }
    const second = { ...text, id: 'c2', dataCategories: ['income'] }
    expect(coverageOf('consent', wanted, [first, second], TODAY).until).toBeNull()
  })

  test('a file marked § 203 needs both objects', () => {
    expect(neededKinds(false)).toEqual(['consent'])
    expect(neededKinds(true)).toEqual(['consent', 'secrecyRelease'])
  })
})

describe('sending', () => {
  const complete = {
    purpose: 'benefit' as const,
    dataCategories: ['identity' as const],
    lifeDomains: [{ key: 'housing', label: 'Wohnen' }],
    recipient: { organisationId: 'o', unitId: 'u', label: '', hasUnits: true, readsInLotse: false },
    text: { service: null, summary: null, concern: 'Wohngeld', desiredResult: null },
    goals: [],
  }
  const goal = { id: 'g', wording: 'Ziel' }
  test.for([
    [[], {}],
    [['unitId'], { recipient: { ...complete.recipient, unitId: null } }],
    [[], { recipient: { ...complete.recipient, unitId: null, hasUnits: false } }],
    [['purpose'], { purpose: null }],
    [['lifeDomains'], { lifeDomains: [] }],
    [['dataCategories'], { dataCategories: [] }],
    [['dataCategories'], { goals: [goal] }],
    [[], { goals: [goal], dataCategories: ['plan' as const] }],
    [['concern'], { text: { ...complete.text, concern: null } }],
    [['concern'], { text: null }],
  ] as const)('missing %j in %j', ([fields, change]) => {
    expect(missingFields({ ...complete, ...change } as never).map(([path]) => path)).toEqual(fields)
  })

  test('each missing field says what is missing, also where nothing was asked for', () => {
    const bare = {
      purpose: null,
      dataCategories: [],
      lifeDomains: [],
      recipient: { hasUnits: true, unitId: null },
      text: null,
    }
    expect(missingFields(bare as never)).toEqual([
      ['unitId', 'referralUnitMissing'],
      ['purpose', 'referralPurposeMissing'],
      ['lifeDomains', 'referralLifeDomainsMissing'],
      ['dataCategories', 'referralDataMissing'],
      ['concern', 'referralConcernMissing'],
    ])
    const more = { ...bare, dataCategories: ['identity'], goals: [{}], documents: [{}] }
    expect(missingFields(more as never).filter(([path]) => path === 'dataCategories')).toEqual([
      ['dataCategories', 'referralGoalsNeedPlan'],
      ['dataCategories', 'referralDocumentsNeedCategory'],
    ])
    const both = { ...more, dataCategories: ['plan', 'documents'] }
    expect(missingFields(both as never).filter(([path]) => path === 'dataCategories')).toEqual([])
  })

  const covered = { kind: 'consent' as const, consentId: 'c', until: TODAY, missing: [] }
  const lacking = { ...covered, until: null, missing: [{ gap: 'expired' as const, what: [] }] }
  test.for([
    [[covered], null],
    [[covered, lacking], 'referralNotCovered'],
    [[lacking], 'referralNotCovered'],
    [[], 'referralNotCovered'],
  ] as const)('coverage %j: %s', ([coverage, code]) => {
    expect(whyNotCovered(coverage as never)).toBe(code)
  })
})
