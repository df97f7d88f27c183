import { describe, expect, test } from 'vitest'
import type { SharingText } from './coverage.ts'
import { coversHandout, sameRecipient, wrongHandout } from './handout.ts'

const text: SharingText & { recipientName: string | null } = {
  id: 'c1',
  kind: 'consent',
  personId: 'p1',
  organisationId: 'o1',
  unitId: 'u1',
  recipientName: null,
  direction: 'toRecipient',
  purposes: ['benefit'],
  lifeDomains: ['housing'],
  dataCategories: ['identity', 'documents'],
  specialCategories: [],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  givenOn: '2026-01-05',
  withdrawnOn: null,
  endedOn: null,
}
const wish = {
  kind: 'document',
  documentId: 'd1',
  dataCategories: ['documents'],
  specialCategories: [],
  onDate: '2026-03-01',
  via: 'letter',
} as const

describe('what a text allowed on its day', () => {
  test.for([
    ['in its period', text, wish, true],
    ['before it was given', text, { ...wish, onDate: '2026-01-04' }, false],
    ['on the day it was given', text, { ...wish, onDate: '2026-01-05' }, true],
    ['never given', { ...text, givenOn: null }, wish, false],
    ['on the day the case ended it', { ...text, endedOn: '2026-03-01' }, wish, true],
    ['before the case ended it', { ...text, endedOn: '2026-06-01' }, wish, true],
    ['after its last day', text, { ...wish, onDate: '2027-01-01' }, false],
    ['on the day of the withdrawal', { ...text, withdrawnOn: '2026-03-01' }, wish, true],
    ['after the withdrawal', { ...text, withdrawnOn: '2026-02-28' }, wish, false],
    ['before a later withdrawal', { ...text, withdrawnOn: '2026-06-01' }, wish, true],
    ['after the case had ended it', { ...text, endedOn: '2026-02-01' }, wish, false],
    ['data it does not name', text, { ...wish, dataCategories: ['residence'] }, false],
    ['special data it does not name', text, { ...wish, specialCategories: ['health'] }, false],
    ['the other direction', { ...text, direction: 'fromRecipient' }, wish, false],
  ] as const)('%s', ([, one, asked, expected]) => {
    expect(coversHandout(one, asked)).toBe(expected)
  })
})

test('a release belongs to a consent when person and recipient are the same', () => {
  expect(sameRecipient(text, { ...text, id: 'r1', kind: 'secrecyRelease' })).toBe(true)
  for (const change of [
    { personId: 'p2' },
    { organisationId: 'o2' },
    { unitId: null },
    { recipientName: 'Tante' },
  ]) {
    expect(sameRecipient(text, { ...text, ...change })).toBe(false)
  }
})

test.for([
  [wish, []],
  [{ ...wish, documentId: null }, [['documentId', 'handoutDocumentMissing']]],
  [{ ...wish, kind: 'paper' }, [['documentId', 'handoutDocumentUnexpected']]],
  [{ ...wish, onDate: '2026-05-01' }, [['onDate', 'handoutInFuture']]],
  [{ ...wish, onDate: '2026-04-30' }, []],
  [{ ...wish, kind: 'oral', documentId: null, via: 'letter' }, [['via', 'handoutViaNotOfKind']]],
  [{ ...wish, via: 'phone' }, [['via', 'handoutViaNotOfKind']]],
  [{ ...wish, kind: 'oral', documentId: null, via: 'phone' }, []],
  [{ ...wish, kind: 'oral', documentId: null, via: 'email' }, [['via', 'handoutViaNotOfKind']]],
] as const)('fields of an entry %#', ([one, expected]) => {
  expect(wrongHandout(one, '2026-04-30')).toEqual(expected)
})
