/**
 * Something the operator can put right. The message is German, complete and shown without a stack trace;
 * the exit code tells scripts what kind of thing it was (docs/betrieb.md).
 */
export class OperatorError extends Error {
  readonly exitCode: number
  constructor(message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'OperatorError'
    this.exitCode = options.exitCode ?? 1
  }
}
