import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const config = resolve('.dependency-cruiser.cjs')
const rules = createRequire(import.meta.url)(config).forbidden as { name: string }[]

/** One file per rule that breaks it: path and the import it must not have. */
const planted: Record<string, [path: string, imported: string]> = {
  'platform-imports-no-module': ['src/platform/server/a.ts', '../../modules/cases/server/index.ts'],
  'modules-only-through-doors': ['src/modules/plan/server/b.ts', '../../cases/server/store.ts'],
  'front-doors-only-through-doors': ['src/server.ts', './modules/cases/server/routes.ts'],
  'web-imports-no-server': ['src/modules/plan/web/c.ts', '../../../platform/server/db.ts'],
  'web-uses-no-node': ['src/platform/web/d.ts', 'node:fs'],
  'server-imports-no-web': ['src/platform/server/e.ts', '../web/page.tsx'],
  'contract-and-rules-are-pure': ['src/modules/plan/rules.ts', 'kysely'],
  'stores-stay-inside': ['src/modules/cases/server/routes.ts', './store.ts'],
  'no-cycles': ['src/platform/server/f.ts', './g.ts'],
  resolvable: ['src/platform/server/h.ts', './missing.ts'],
  'no-development-packages': ['src/platform/server/i.ts', 'vitest'],
}
const innocent: Record<string, string> = {
  'src/modules/cases/server/index.ts': '',
  'src/modules/cases/server/store.ts': '',
  'src/modules/cases/index.ts': '',
  'src/platform/server/db.ts': '',
  'src/platform/web/page.tsx': '',
  'src/platform/server/g.ts': "import './f.ts'",
  // Allowed, and must stay so: a door, a test on development packages, zod in a contract.
  'src/modules/plan/server/allowed.ts': "import '../../cases/index.ts'; import '../../cases/server/index.ts'",
  'src/modules/plan/server/allowed.test.ts': "import 'vitest'",
  'src/modules/plan/contract.ts': "import 'zod'; import '../cases/index.ts'",
}

const folder = mkdtempSync(join(tmpdir(), 'lotse-borders-'))
let found: { rule: string; from: string }[] = []

beforeAll(() => {
  const files = { ...innocent }
  for (const [path, imported] of Object.values(planted)) files[path] = `import '${imported}'`
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${content}\nexport {}\n`)
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  symlinkSync(resolve('package.json'), join(folder, 'package.json'))
  found = cruise(folder).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('there is a planted violation for every rule', () => {
  expect(Object.keys(planted).sort()).toEqual(rules.map(({ name }) => name).sort())
})

test.each(Object.entries(planted))('%s is found', (rule, [path]) => {
  expect(found).toContainEqual({ rule, from: path })
})

test('nothing else is found', () => {
  const guilty = new Set([...Object.values(planted).map(([path]) => path), 'src/platform/server/g.ts'])
  expect(found.filter(({ from }) => !guilty.has(from))).toEqual([])
})

// More than a thousand files: ten seconds on a free machine, a minute on a busy one.
test('the real sources are read at all', { timeout: 180_000 }, () => {
  const { summary } = cruise(process.cwd())
  expect(summary.totalCruised).toBeGreaterThan(100)
  expect(summary.totalDependenciesCruised).toBeGreaterThan(200)
})

interface Report {
  summary: {
    totalCruised: number
    totalDependenciesCruised: number
    violations: { from: string; rule: { name: string } }[]
  }
}

function cruise(cwd: string): Report {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, 'src', '--config', config, '--output-type', 'json']
  // Its exit code is the number of violations; the report tells them one by one.
  const { stdout } = spawnSync(process.execPath, args, { cwd, maxBuffer: 64e6, encoding: 'utf8' })
  return JSON.parse(stdout) as Report
}
