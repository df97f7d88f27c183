import { expect, test } from 'vitest'

import { qrCode, qrPath } from './qr-code.ts'

/** Rows as bits in base 36, of a code that zbarimg 0.23 read back letter by letter. */
const READ_BACK =
  '3xhhxfj 20d81tt 2vmmiql 2vh9izh 2vby3j1 20kb1oh 3xbl6yn 75kw0 2ilzuw5 2eluix 82g75p 1mnoior 1escnyb kjihor 1alcxh 1o7pq3v z9wcfc 1z6dysj zexayl ksatt7 2xujg3s rel2ch 3vely4x xb2qqz 3mc1ucx e198z 3xb5l5j 209ayoo 2veuqk0 2vbv6sz 2vid6l7 20di814 3xbnjix'

test('draws an otpauth URI as a code that readers read', () => {
  const matrix = qrCode('otpauth://totp/Lotse:k.beispiel?secret=JBSWY3DPEHPK3PXP')
  expect(matrix.map((row) => BigInt(`0b${row.map(Number).join('')}`).toString(36)).join(' ')).toBe(READ_BACK)
})

test.each([
  [10, 21],
  [152, 49],
  [153, 53],
  [400, 77],
])('%i bytes need %i modules', (length, size) => {
  expect(qrCode('x'.repeat(length))).toHaveLength(size)
})

test('longer text is refused instead of drawn wrongly', () => {
  expect(() => qrCode('x'.repeat(413))).toThrow(RangeError)
})

test('the path has one square per dark module', () => {
  expect(
    qrPath([
      [true, false],
      [false, true],
    ]),
  ).toBe('M0 0h1v1h-1zM1 1h1v1h-1z')
})
