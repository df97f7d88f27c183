import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PdfError, type PdfErrorCode } from './pdf-error.ts'
import type { PdfAnswer, PdfJob } from './pdf-job.ts'

export interface PdfLimits {
  readonly milliseconds: number
  /** Resident memory; enforced on Linux, where the kernel tells it. */
  readonly megabytes: number
  /** An idle process gives its memory back after this. */
  readonly idleMilliseconds: number
}

const WORKER = fileURLToPath(new URL('./pdf-worker.ts', import.meta.url))
const PAGE_BYTES = 4096
const MEMORY_CHECK_EVERY = 100

/** What a process needs to run at all; passwords and addresses of the server's environment are none of its business. */
const environment = () =>
  Object.fromEntries(
    ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  )

async function residentMegabytes(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return (Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES) / 1_000_000
}

/** One printing process, started when needed, killed at its limits. Takes one job at a time. */
export class PdfProcess {
  readonly #limits: PdfLimits
  #child: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(limits: PdfLimits) {
    this.#limits = limits
  }

  run(job: PdfJob): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    const child = (this.#child ??= this.#start())
    return new Promise<Uint8Array>((resolve, reject) => {
      let killedFor: PdfErrorCode | undefined
      const kill = (code: PdfErrorCode) => {
        killedFor ??= code
        child.kill('SIGKILL')
      }
      const deadline = setTimeout(kill, this.#limits.milliseconds, 'pdf.timeout')
      const checkMemory = async () => {
        if ((await residentMegabytes(child.pid!)) > this.#limits.megabytes) kill('pdf.memory')
      }
      const memory = setInterval(() => void checkMemory(), MEMORY_CHECK_EVERY)
      const finish = () => {
        clearTimeout(deadline)
        clearInterval(memory)
        child.off('message', onAnswer).off('exit', onGone).off('error', onGone)
        this.#rest(child)
      }
      const onAnswer = (answer: PdfAnswer) => {
        finish()
        if ('pdf' in answer) resolve(answer.pdf)
        else reject(new PdfError('pdf.template', answer.failed))
      }
      const onGone = () => {
        if (this.#child === child) this.#child = undefined
        finish()
        reject(new PdfError(killedFor ?? 'pdf.crashed'))
      }
      child.on('message', onAnswer).on('exit', onGone).on('error', onGone)
      child.ref()
      child.channel?.ref()
      child.send(job, (error) => error && onGone())
    })
  }

  stop(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  #start(): ChildProcess {
    const child = fork(WORKER, {
      serialization: 'advanced',
      env: environment(),
      execArgv: ['--max-old-space-size=128'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    // Without a listener a failed start would end the server; `run` tells the caller.
    child.on('error', () => undefined)
    return child
  }

  /** Between documents the process does not keep the server alive. */
  #rest(child: ChildProcess): void {
    if (this.#child !== child) return
    child.unref()
    child.channel?.unref()
    this.#idle = setTimeout(() => this.stop(), this.#limits.idleMilliseconds).unref()
  }
}
