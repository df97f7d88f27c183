import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scoreOf, type Score } from './score.ts'

const root = new URL('../..', import.meta.url).pathname
const cache = join(root, 'node_modules/.cache/lotse/mutation')

/** Modules that have rules, by name. */
export const modulesWithRules = (): string[] =>
  readdirSync(join(root, 'src/modules')).filter((name) =>
    ['rules.ts', 'rules'].some((rules) => existsSync(join(root, 'src/modules', name, rules))),
  )

/**
 * Changes every rule of a module in every way Stryker knows and runs the module's tests of its rules against each
 * change. Every time all of them: incrementally, Stryker does not ask again about what a file makes when it is loaded,
 * although tests were added.
 */
export function mutateRules(name: string, workers: number): Score {
  mkdirSync(cache, { recursive: true })
  const report = join(cache, `${name}.json`)
  const settings = join(cache, `${name}.config.json`)
  rmSync(report, { force: true })
  writeFileSync(settings, JSON.stringify(settingsOf(name, report, workers)))
  const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const env = { ...process.env, LOTSE_MUTATED: name }
  const { status } = spawnSync(process.execPath, [program, 'run', settings], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0 || !existsSync(report)) throw new Error(`Stryker ended with ${status} in ${name}`)
  return scoreOf(name, JSON.parse(readFileSync(report, 'utf8')))
}

const settingsOf = (name: string, report: string, workers: number) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: [
    `src/modules/${name}/rules.ts`,
    `src/modules/${name}/rules/**/*.ts`,
    `!src/modules/${name}/**/*.test.ts`,
  ],
  reporters: ['json'],
  jsonReporter: { fileName: report },
  concurrency: workers,
  coverageAnalysis: 'perTest',
  // On a busy machine five seconds are nothing, and what takes too long counts as noticed.
  timeoutMS: 20_000,
  // Stryker 10 reads tsconfig.json by an interface that TypeScript 7 no longer has; its sandbox needs none.
  tsconfigFile: 'none.json',
  ignorePatterns: ['/bench', '/e2e', '/docs', '/data'],
  tempDirName: join(tmpdir(), `lotse-mutation-${process.pid}`),
  warnings: { slow: false },
  allowConsoleColors: false,
})
