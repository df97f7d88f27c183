import { expect, test } from 'vitest'
import { filterOf, noFilter, requestAddressOf, searchOf } from './request-address.ts'

const site = '019a1234-5678-7abc-8def-0123456789ab'

test('a filter comes back from its address, none has none', () => {
  const filter = { siteId: site, urgency: 'urgent', language: 'ar' } as const
  expect(filterOf(requestAddressOf(searchOf(filter)))).toEqual(filter)
  expect(searchOf(noFilter)).toEqual({})
  expect(filterOf({})).toEqual(noFilter)
})

test('what makes no sense is left out, the rest stays', () => {
  expect(
    requestAddressOf({ ansicht: 'everything', standort: 'x', dringlichkeit: 'urgent', sprache: 7 }),
  ).toEqual({
    dringlichkeit: 'urgent',
  })
  expect(requestAddressOf(undefined)).toEqual({})
})
