import { expect, test } from 'vitest'

import { addressOf, viewOf, type BarrierView } from './barrier-filter-address.ts'

const id = '019a1234-5678-7abc-8def-0123456789ab'

test('an address without words shows open barriers, newest first, and the other way round', () => {
  expect(viewOf({})).toEqual({ filter: { state: 'open' }, sort: 'newest' })
  expect(viewOf(undefined)).toEqual({ filter: { state: 'open' }, sort: 'newest' })
  expect(addressOf({ filter: { state: 'open' }, sort: 'newest' })).toEqual({})
})

test('every filter comes back from its address', () => {
  const view: BarrierView = {
    filter: {
      state: 'all',
      kind: 'interface',
      lifeDomain: 'health',
      legalDomain: 'residence',
      organisationId: id,
      municipalityId: id,
      regionId: id,
      groupId: id,
      source: 'case',
      unmet: 'waiting',
      search: 'Kurs Wartezeit',
    },
    sort: 'oldest',
  }
  expect(Object.keys(addressOf(view))).toHaveLength(12)
  expect(viewOf(addressOf(view))).toEqual(view)
})

test('what makes no sense is left out, the rest stays; a number typed as a word is a word', () => {
  expect(viewOf({ art: 'nonsense', stelle: 'x', stand: 'closed!', woerter: 2026, gemeinde: id })).toEqual({
    filter: { state: 'open', search: '2026', municipalityId: id },
    sort: 'newest',
  })
})
