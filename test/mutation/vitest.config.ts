import { defineConfig } from 'vitest/config'

/** For Stryker: the tests of one module's rules (mutate-rules.ts names it). */
const { LOTSE_MUTATED: name = '*' } = process.env
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  // A busy machine is slow; what never ends is ended by Stryker.
  test: {
    include: [`src/modules/${name}/rules.test.ts`, `src/modules/${name}/rules/**/*.test.ts`],
    testTimeout: 60_000,
  },
})
