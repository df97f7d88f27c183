import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOf } from './server/clock.ts'

/** Written before; the list may only shrink. */
const older = ['src/cli/generate/fill-barriers.ts']

test('the day of the office begins an hour or two before the day of the database', () => {
  expect(dayOf(Temporal.Instant.from('2026-11-27T22:59:59Z'))).toBe('2026-11-27')
  expect(dayOf(Temporal.Instant.from('2026-11-27T23:00:00Z'))).toBe('2026-11-28')
  expect(dayOf(Temporal.Instant.from('2026-07-27T22:00:00Z'))).toBe('2026-07-28')
})

test('no statement asks for the day of the database, no code for that of the machine', () => {
  const wrong =
    /\bcurrent_date\b|toISOString\(\)\.slice\(0, (?:4|7|10)\)|new Date\(\)\.get(?:FullYear|Month|Date)\(/
  // Where a plain date is computed with, UTC is its own arithmetic and no clock is asked.
  const asked = globSync('{src,e2e}/**/*.{ts,tsx}').filter((path) => {
    const text = readFileSync(path, 'utf8')
    return (
      wrong.test(text) &&
      !/dates\/plain-date|web\/dates\.ts|clock\./.test(path) &&
      !path.endsWith('.test.ts') &&
      !/Date\.UTC\(/.test(text)
    )
  })
  expect(asked.sort()).toEqual(older)
})
