import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Command } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A piece of the server tests that `--full` makes long: to run it alone. */
type Part = 'fuzz' | 'histories' | 'kills' | 'editors' | 'pressure' | 'migrations'

interface Step {
  readonly name: string
  readonly group: 'check' | 'unit' | 'server' | 'web' | 'e2e' | Part | 'mutation'
  readonly command: readonly string[]
}

const parts: Readonly<Record<Part, readonly string[]>> = {
  fuzz: ['src/testing/server/fuzz.test.ts'],
  histories: ['src/testing/server/access-histories.test.ts', 'src/modules/cases/server/access-model.test.ts'],
  kills: ['test/faults/kills.test.ts'],
  editors: ['test/faults/parallel-editors.test.ts'],
  pressure: ['test/faults/pressure.test.ts'],
  migrations: ['test/faults/migrations.test.ts'],
}

/** What CI runs, in this order. The group is what `npm run check`, `test:unit` and so on select. */
const steps: readonly Step[] = [
  { name: 'Typen (Server)', group: 'check', command: ['tsc', '-p', 'tsconfig.server.json'] },
  { name: 'Typen (Web)', group: 'check', command: ['tsc', '-p', 'tsconfig.web.json'] },
  { name: 'Lint', group: 'check', command: ['oxlint', '--quiet'] },
  { name: 'Format', group: 'check', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'Modulgrenzen', group: 'check', command: ['depcruise', 'src', '--output-type', 'err'] },
  { name: 'Ungenutztes', group: 'check', command: ['knip', '--no-progress', '--no-config-hints'] },
  {
    name: 'Erzeugtes der Datenbank',
    group: 'check',
    command: ['../../src/platform/server/db/generate/generate.ts', '--check'],
  },
  { name: 'Regeln', group: 'unit', command: ['vitest', 'run', '--project', 'unit'] },
  {
    name: 'HTTP und Rechte auf PostgreSQL',
    group: 'server',
    command: ['vitest', 'run', '--project', 'server'],
  },
  { name: 'Oberfläche bauen', group: 'web', command: ['../../src/cli.ts', 'build-web'] },
  { name: 'Browser', group: 'e2e', command: ['vitest', 'run', '--project', 'e2e'] },
]

/** Only when they are asked for: the parts by name, mutation with `--full` as well. */
const longSteps: readonly Step[] = [
  ...Object.entries(parts).map(([part, files]) => ({
    name: `HTTP und Rechte: ${part}`,
    group: part as Part,
    command: ['vitest', 'run', '--project', 'server', ...files],
  })),
  { name: 'Mutationen', group: 'mutation', command: ['../../test/mutation/run.ts'] },
]

/**
 * `lotse dev-test [--full] [group …]`: runs the steps of the groups named, or all. Goes on after a failure, so
 * that one run shows everything; `--full` takes the counts of quality.md §4 (testing/counts.ts).
 * `npm run test:full -- fuzz` runs one part of it.
 */
export const devTest: Command = async (args, { env, say }) => {
  const full = args.includes('--full')
  const groups = args.filter((argument) => !argument.startsWith('--'))
  const known = [...steps, ...longSteps]
  const unknown = groups.filter((group) => !known.some((step) => step.group === group))
  if (unknown.length > 0) {
    throw new OperatorError(`Diesen Schritt gibt es nicht: ${unknown.join(', ')}`, { exitCode: 64 })
  }
  const all = full ? [...steps, ...longSteps.filter(({ group }) => group === 'mutation')] : steps
  const chosen = groups.length === 0 ? all : known.filter(({ group }) => groups.includes(group))
  const results: { name: string; seconds: number; code: number }[] = []
  for (const { name, command } of chosen) {
    say(`\n── ${name}`)
    const begin = performance.now()
    const code = await execute(command, full ? { ...env, LOTSE_TEST_COUNTS: 'full' } : env)
    results.push({ name, code, seconds: (performance.now() - begin) / 1000 })
  }
  say('')
  for (const { name, seconds, code } of results) {
    say(`${code === 0 ? 'gut   ' : 'FEHLER'} ${seconds.toFixed(1).padStart(6)} s  ${name}`)
  }
  return results.every(({ code }) => code === 0) ? 0 : 1
}

/** Programs of npm are plain scripts: run by the pinned runtime, whatever `node` is on the path. */
function execute(
  [program, ...args]: readonly string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  return new Promise((resolve) => {
    const script = `${root}node_modules/.bin/${program}`
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
