import { describe, expect, test } from 'vitest'
import { DisclosureState } from '../contract/disclosure-codes.ts'
import {
  namesImmigration,
  whyNotAnswerable,
  whyNotAskable,
  whyNotCarriedOut,
  whyNotDroppable,
  wrongFields,
} from './disclosure.ts'

const TODAY = '2026-11-21'

describe('to whom', () => {
  const listed = {
    ground: 'childProtectionKkg' as const,
    recipientKind: 'organisation' as const,
    organisationId: 'o',
    unitId: 'u',
    recipientName: null,
  }
  const office = { unitKinds: ['youthOffice'], hasUnits: true }
  test.for([
    [{}, {}, []],
    [{ unitId: null }, {}, [['unitId', 'referralUnitMissing']]],
    [{ unitId: null }, { hasUnits: false }, []],
    [{ organisationId: null }, { hasUnits: false }, [['organisationId', 'disclosureOrganisationMissing']]],
    [{ recipientKind: 'youthOffice' }, {}, [['organisationId', 'disclosureOrganisationUnexpected']]],
    [
      { recipientKind: 'police', organisationId: null },
      {},
      [['recipientKind', 'disclosureRecipientNotOfGround']],
    ],
    [{ recipientKind: 'police', organisationId: null, ground: 'necessity' }, {}, []],
    [{ recipientKind: 'familyCourt', organisationId: null, ground: 'childProtectionSgb8' }, {}, []],
    [{}, { unitKinds: ['immigrationAuthority'] }, [['organisationId', 'disclosureNeverToImmigration']]],
    [
      { unitId: null },
      { unitKinds: ['kim', 'immigrationAuthority'] },
      [['organisationId', 'disclosureNeverToImmigration']],
    ],
    [
      {
        recipientKind: 'police',
        organisationId: null,
        ground: 'necessity',
        recipientName: 'über die Ausländerbehörde',
      },
      {},
      [['recipientName', 'disclosureNeverToImmigration']],
    ],
  ] as const)('%j with %j: %j', ([wish, known, wrong]) => {
    expect(wrongFields({ ...listed, ...wish } as never, { ...office, ...known })).toEqual(wrong)
  })

  test.for([
    ['Ausländeramt Wesel', true],
    ['Auslaenderbehoerde', true],
    ['die ABH im Kreis', true],
    ['BAMF', true],
    ['Einbürgerungsbehörde', true],
    ['Polizeiwache Wesel', false],
    ['Krankenhaus', false],
    [null, false],
  ] as const)('%s: %s', ([words, expected]) => {
    expect(namesImmigration(words)).toBe(expected)
  })
})

describe('never alone', () => {
  const wish = {
    carriedOutOn: TODAY,
    clientInformed: 'before' as const,
    clientInformedOn: TODAY,
    notInformedReason: null,
  }
  const days = { answeredOn: '2026-11-20', today: TODAY }
  test.for([
    ['agreed', {}, null],
    ['asked', {}, 'disclosureNotAnswered'],
    ['refused', {}, 'disclosureNotAgreed'],
    ['dropped', {}, 'disclosureNotAgreed'],
    ['carriedOut', {}, 'disclosureNotAgreed'],
    ['agreed', { carriedOutOn: '2026-11-22' }, 'answerInFuture'],
    ['agreed', { carriedOutOn: '2026-11-19' }, 'disclosureBeforeAnswer'],
    ['agreed', { clientInformedOn: null }, 'clientInformedOnMissing'],
    ['agreed', { notInformedReason: 'other' }, 'notInformedReasonUnexpected'],
    ['agreed', { clientInformed: 'not', clientInformedOn: null }, 'notInformedReasonMissing'],
    ['agreed', { clientInformed: 'not', clientInformedOn: null, notInformedReason: 'wouldEndanger' }, null],
  ] as const)('%s, %j: %s', ([state, change, code]) => {
    expect(whyNotCarriedOut(state, { ...wish, ...change } as never, days)).toBe(code)
  })

  test('nothing goes out while no answer is dated', () => {
    expect(whyNotCarriedOut('agreed', wish, { ...days, answeredOn: null })).toBe('disclosureNotAgreed')
  })

  test('answered once, dropped while nothing was told', () => {
    const states = DisclosureState.options
    expect(states.filter((state) => whyNotAnswerable(state) === null)).toEqual(['asked'])
    expect(states.filter((state) => whyNotDroppable(state) === null)).toEqual(['asked', 'agreed'])
  })
})

test.for([
  [{ closed: true, seconds: 0 }, 'caseClosed'],
  [{ closed: false, seconds: 0 }, 'noSecondPerson'],
  [{ closed: false, seconds: 1 }, null],
] as const)('%o: %s', ([facts, why]) => {
  expect(whyNotAskable(facts)).toBe(why)
})
