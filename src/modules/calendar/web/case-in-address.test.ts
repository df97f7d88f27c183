import { expect, test } from 'vitest'

import { caseInAddress } from './case-in-address.ts'

test.each([
  ['/faelle/01932b1e-0000-7000-8000-000000000001', '01932b1e-0000-7000-8000-000000000001'],
  ['/faelle/01932b1e-0000-7000-8000-000000000001/verlauf', '01932b1e-0000-7000-8000-000000000001'],
  ['/faelle/neu', undefined],
  ['/faelle', undefined],
  ['/', undefined],
])('the case in %s', (path, id) => {
  expect(caseInAddress(path)).toBe(id)
})
