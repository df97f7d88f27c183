import { expect, test } from 'vitest'
import { firstLoad } from '../bench/first-load.ts'
import { buildWeb } from '../src/platform/server/cli/build-web.ts'

test('the first screen’s scripts are within their budget of 200 kB (architecture §7)', async () => {
  await buildWeb(() => {})
  const { files, scripts } = firstLoad()!
  expect(files).toBeLessThanOrEqual(6)
  expect(scripts).toBeGreaterThan(50)
  expect(scripts).toBeLessThanOrEqual(200)
})
