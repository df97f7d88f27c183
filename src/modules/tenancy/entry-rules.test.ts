import { describe, expect, test } from 'vitest'
import { entryFaults, positionHints, scaleFault, whyNotMovable, type Skeleton } from './entry-rules.ts'

const skeleton: Skeleton = {
  organisations: [
    { id: 'o1', ends: false },
    { id: 'o2', ends: true },
  ],
  units: [
    { id: 'u1', ends: false, organisationId: 'o1', parentId: null },
    { id: 'u2', ends: false, organisationId: 'o1', parentId: 'u1' },
    { id: 'u3', ends: false, organisationId: 'o2', parentId: null },
  ],
  regions: [{ id: 'r1', ends: false }],
  municipalities: [{ id: 'm1', ags: '05558004', regionId: 'r1' }],
}
const codes = (wish: object, changed = Object.keys(wish)) =>
  entryFaults(wish as Record<string, unknown>, new Set(changed), skeleton).map(
    ({ path, code }) => `${path} ${code}`,
  )

describe('an entry', () => {
  test.each([
    [
      {
        organisationId: 'o1',
        unitId: 'u2',
        municipalityId: 'm1',
        regionId: 'r1',
        validFrom: '2026-01-01',
        validTo: '2026-01-02',
      },
      [],
    ],
    [
      { organisationId: 'o9', municipalityId: 'm9' },
      ['organisationId unknownReference', 'municipalityId unknownReference'],
    ],
    [{ organisationId: 'o2' }, ['organisationId referenceEnds']],
    [{ employerId: 'o1', unitId: 'u3' }, ['unitId unitElsewhere']],
    [{ id: 'u1', organisationId: 'o1', parentId: 'u2' }, ['parentId parentIsBelow']],
    [{ id: 'u1', organisationId: 'o1', parentId: 'u1' }, ['parentId parentIsBelow']],
    [{ organisationId: 'o1', parentId: 'u3' }, ['parentId unitElsewhere']],
    [{ validFrom: '2026-01-02', validTo: '2026-01-02' }, ['validTo emptyPeriod']],
    [{ serves: ['05558004', '05170044'] }, ['serves unknownReference']],
    [{ serves: 'all' }, []],
    [
      {
        hours: [
          { from: '09:00', to: null },
          { from: '09:00', to: '09:00' },
        ],
      },
      ['hours.1.to emptyHours'],
    ],
  ] as const)('%j: %j', (wish, faults) => expect(codes(wish)).toEqual(faults))

  test('what it has long referred to may have ended', () => {
    expect(codes({ organisationId: 'o2', label: 'Neu' }, ['label'])).toEqual([])
  })
})

test.each([
  ['r2', '2026-11-01', undefined, null],
  ['r2', '2026-11-22', undefined, 'futureMove'],
  [null, '2026-11-01', undefined, 'sameRegion'],
  ['r1', '2026-11-01', '2026-01-01', 'sameRegion'],
  ['r2', '2026-01-01', '2026-01-01', null],
  [null, '2026-01-01', '2026-01-01', 'beforeCurrent'],
  ['r2', '2025-12-31', '2026-01-01', 'beforeCurrent'],
] as const)('a move to %s on %s, in r1 since %s: %s', (regionId, from, since, code) => {
  const current = since === undefined ? undefined : { regionId: 'r1', from: since, to: null }
  expect(whyNotMovable({ regionId, from }, current, '2026-11-21')?.code ?? null).toBe(code)
})

test('the numbers of the scale stay', () => {
  expect(scaleFault([{ value: 0 }, { value: 1 }], [{ value: 0 }, { value: 1 }])).toBeNull()
  expect(scaleFault([{ value: 0 }, { value: 1 }], [{ value: 1 }, { value: 2 }])?.code).toBe('valuesDiffer')
})

describe('hints at a line of the Stellenplan (R022, R025, R026)', () => {
  const line = {
    buildingBlock: 'B2',
    fte: 2,
    count: 2,
    employerId: 'welfare',
    outsideServices: true,
    forwardingReason: 'Nähe',
    forwardingConsentOn: '2026-01-01',
  }
  const rules = { minimumFteB1: 0.5, welfareIds: new Set(['welfare']) }
  test.each([
    [{}, []],
    [{ outsideServices: null }, ['outsideNotDeclared']],
    [
      { forwardingReason: null, forwardingConsentOn: null },
      ['forwardingWithoutReason', 'forwardingWithoutConsent'],
    ],
    [{ employerId: 'kreis', forwardingReason: null }, []],
    [{ employerId: null, outsideServices: null }, []],
    [{ buildingBlock: 'B1', fte: 0.5, count: 2 }, ['shareTooSmall']],
    [{ buildingBlock: 'B1', fte: 0.5, count: null }, []],
    [{ buildingBlock: 'B1', fte: null }, []],
  ] as const)('%j: %j', (more, hints) => expect(positionHints({ ...line, ...more }, rules)).toEqual(hints))
})
