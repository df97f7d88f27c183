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

type Env = Record<string, string | undefined>

interface Result {
  readonly name: string
  readonly seconds: number
  readonly code: number
}

/** Their steps run two at a time; those of the others have two workers of their own. */
const singleThreaded = new Set<Step['group']>(['check'])

const parts: Readonly<Record<Part, readonly string[]>> = {
  fuzz: ['src/testing/server/fuzz.test.ts'],
  histories: ['src/testing/server/access-histories.test.ts', 'src/modules/cases/server/access-model.test.ts'],
  kills: ['test/faults/kills.test.ts'],
  editors: ['test/faults/parallel-editors.test.ts'],
  pressure: ['test/faults/pressure.test.ts'],
  migrations: ['test/faults/migrations.test.ts'],
}

// Four checkers, which is the default, look at what the files share four times: twice the processor time.
const types = ['tsc', '--singleThreaded', '-p']

/** What CI runs, in this order. The group is what `npm run check`, `test:unit` and so on select. */
const steps: readonly Step[] = [
  { name: 'Lint', group: 'check', command: ['oxlint', '--quiet'] },
  { name: 'Typen (Server)', group: 'check', command: [...types, 'tsconfig.server.json'] },
  { name: 'Typen (Web)', group: 'check', command: [...types, 'tsconfig.web.json'] },
  { name: 'Format', group: 'check', command: ['oxfmt', '--check'] },
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
  const stepEnv = full ? { ...env, LOTSE_TEST_COUNTS: 'full' } : env
  const single = chosen.filter(({ group }) => singleThreaded.has(group))
  const results = await besideEachOther(single, stepEnv, say)
  for (const step of chosen.filter(({ group }) => !singleThreaded.has(group))) {
    say(`\n── ${step.name}`)
    results.push(await execute(step, stepEnv))
  }
  say('')
  for (const { name, seconds, code } of results) {
    say(`${code === 0 ? 'gut   ' : 'FEHLER'} ${seconds.toFixed(1).padStart(6)} s  ${name}`)
  }
  return results.every(({ code }) => code === 0) ? 0 : 1
}

/**
 * Two at a time, each on one core (those written in Go spread themselves over both and take a fifth more time for it); what
 * a step prints comes when it ends.
 */
async function besideEachOther(
  chosen: readonly Step[],
  env: Env,
  say: (line: string) => void,
): Promise<Result[]> {
  const waiting = [...chosen]
  const results: Result[] = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const printed: Buffer[] = []
      results.push(await execute(step, { ...env, GOMAXPROCS: '1' }, printed))
      say(`\n── ${step.name}\n${Buffer.concat(printed).toString()}`)
    }
  }
  await Promise.all([work(), work()])
  return results
}

/**
 * Programs of npm are plain scripts: run by the pinned runtime, whatever `node` is on the path. Prints as it goes, or
 * collects in `printed`.
 */
function execute({ name, command }: Step, env: Env, printed?: Buffer[]): Promise<Result> {
  const [program, ...args] = command
  const begin = performance.now()
  return new Promise((resolve) => {
    const script = `${root}node_modules/.bin/${program}`
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env,
      stdio: printed ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const end = (code: number) => resolve({ name, code, seconds: (performance.now() - begin) / 1000 })
    child.stdout?.on('data', (text: Buffer) => printed?.push(text))
    child.stderr?.on('data', (text: Buffer) => printed?.push(text))
    child.on('error', () => end(1))
    // Not at `exit`: then something may still be on its way through the pipes.
    child.on('close', (code) => end(code ?? 1))
  })
}
