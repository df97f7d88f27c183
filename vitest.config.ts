import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

const globalSetup = ['src/platform/server/testing/global-setup.ts']
const onDatabase = [
  'src/**/routes.test.ts',
  'src/**/policy.test.ts',
  'src/**/server/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/bench/**/*.test.ts',
]
export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    // A worker keeps its modules from file to file: loading the server anew for each was half of the time of
    // `npm test` (ADR 2026-11-27-test-time). So a test file leaves nothing behind in modules and environment.
    isolate: false,
    // Node reads the sources itself, as in production: through Vite's module runner every use of an import is a look at
    // an object, an eighth of the server tests' time. Nothing is mocked, and no test renders.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: onDatabase,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: onDatabase,
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          // Two leave a quarter of two cores idle while pages wait for the server (ADR 2026-11-27-test-time).
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          globalSetup: [...globalSetup, 'e2e/share-passed-parts.ts'],
          testTimeout: 120_000,
          // A browser beside a server on two shared cores: what fails once is tried again, what fails always fails.
          retry: 2,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
