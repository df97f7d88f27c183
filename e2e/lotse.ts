import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { resolve } from 'node:path'

/** A running `lotse` command, started the way an operator does. */
export interface Lotse {
  /** The front door's process. */
  readonly pid: number
  /** Everything it has printed so far. */
  output(): string
  /** Waits until the output matches; fails when the program ends or time is up. Returns the first group. */
  says(pattern: RegExp, timeout?: number): Promise<string>
  signal(signal: NodeJS.Signals): void
  /** The exit code, once it has ended. */
  readonly ended: Promise<number>
}

/**
 * Runs bin/lotse.mjs with only the environment given (and PATH). Ends with the test: call `stopAll` in
 * afterEach so that a failed test leaves nothing behind.
 */
export function runLotse(args: readonly string[], env: Record<string, string>): Lotse {
  let text = ''
  const child = spawn(process.execPath, [resolve('bin/lotse.mjs'), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  let running = true
  const ended = new Promise<number>((done) => {
    child.on('close', (code, signal) => {
      running = false
      done(code ?? (signal ? 128 : 1))
    })
  })
  const lotse: Lotse = {
    pid: child.pid ?? 0,
    output: () => text,
    says: async (pattern, timeout = 60_000) => {
      for (const until = Date.now() + timeout; ; await wait(20)) {
        const match = pattern.exec(text)
        if (match) return match[1] ?? match[0]
        if (!running || Date.now() > until) throw new Error(`${pattern} is not in the output:\n${text}`)
      }
    },
    signal: (signal) => void child.kill(signal),
    ended,
  }
  started.add(lotse)
  void ended.then(() => started.delete(lotse))
  return lotse
}

const started = new Set<Lotse>()

export async function stopAll(): Promise<void> {
  const all = [...started]
  for (const lotse of all) lotse.signal('SIGTERM')
  await Promise.all(
    all.map((lotse) => Promise.race([lotse.ended, wait(20_000).then(() => lotse.signal('SIGKILL'))])),
  )
}
