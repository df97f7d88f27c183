import { describe, expect, test } from 'vitest'
import { coarsePicture, whyNotResidence } from './rules.ts'

describe('recording a residence status', () => {
  const offered = [{ code: 'p60a' }, { code: 'p104c', lastIssuedOn: '2025-12-30' }]
  const wish = { code: 'p60a', validFrom: '2026-01-01', validTo: null }
  test.each([
    [{}, true, null],
    [{}, false, 'basisMissing'],
    [{ code: 'none' }, true, 'statusOff'],
    [{ code: 'p104c', validFrom: '2026-01-01' }, true, 'statusNotIssued'],
    [{ code: 'p104c', validFrom: '2025-12-30' }, true, null],
    [{ code: 'p104c', validFrom: null }, true, null],
    [{ code: 'p104c', validFrom: null, validTo: '2025-12-01' }, true, null],
    [{ validTo: '2025-12-31' }, true, 'residenceRangeEmpty'],
    [{ validTo: '2026-01-01' }, true, null],
    [{ validTo: '2026-06-01' }, true, null],
    [{ validFrom: null, validTo: '2025-12-31' }, true, null],
  ])('%j, basis recorded %s: %s', (change, basisRecorded, why) => {
    expect(whyNotResidence({ ...wish, ...change }, { basisRecorded, offered })).toBe(why)
  })
})

describe('what oversight sees of a person', () => {
  const birth = { precision: 'yearOnly', year: 2008 } as const
  test.each([
    [birth, [], { ageGroup: '14-17', originGroup: 'unknown' }],
    [
      { precision: 'unknown' } as const,
      [{ code: '166', validTo: null }],
      { ageGroup: 'unknown', originGroup: 'ukraine' },
    ],
    [birth, [{ code: '166', validTo: '2027-01-01' }], { ageGroup: '14-17', originGroup: 'ukraine' }],
    [birth, [{ code: '166', validTo: '2026-11-21' }], { ageGroup: '14-17', originGroup: 'unknown' }],
    [
      birth,
      [
        { code: '166', validTo: '2020-01-01' },
        { code: '154', validTo: null },
      ],
      { ageGroup: '14-17', originGroup: 'eu' },
    ],
  ])('%j with %j is %j', (birthDate, nationalities, picture) => {
    expect(coarsePicture({ birthDate, nationalities }, '2026-11-21')).toEqual(picture)
  })
})
