import { ConfigError } from '../config.ts'
import type { Command } from './command.ts'
import { OperatorError } from './operator-error.ts'

type Commands = Record<string, { help: string; load: () => Promise<Command> }>

/** Runs the command named first on the command line and sets the exit code (docs/betrieb.md lists them). */
export async function run(commands: Commands, args = process.argv.slice(2)): Promise<void> {
  const [name, ...rest] = args
  const command = commands[name ?? '']
  if (!command) {
    const asked = name === undefined || ['help', '--help', '-h'].includes(name)
    const lines = Object.values(commands).map(({ help }) => `  ${help}`)
    const unknown = asked ? [] : [`Den Befehl »${name}« gibt es nicht.`, '']
    print(
      [...unknown, 'Aufruf: npm run lotse -- <Befehl>', '', ...lines],
      asked ? console.log : console.error,
    )
    process.exitCode = asked ? 0 : 64
    return
  }
  try {
    const work = await command.load()
    process.exitCode = await work(rest, { env: process.env, say: (line) => console.log(line) })
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** What the operator can put right is said in one sentence, anything else with its stack. */
function report(error: unknown): number {
  if (error instanceof ConfigError) {
    print(error.problems, console.error)
    return 2
  }
  if (error instanceof OperatorError) {
    console.error(error.message)
    return error.exitCode
  }
  console.error('Unerwarteter Fehler:', error)
  return 1
}

function print(lines: readonly string[], write: (line: string) => void): void {
  for (const line of lines) write(line)
}
