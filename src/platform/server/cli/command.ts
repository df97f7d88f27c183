/** One of the operator's commands. Returns the exit code; the codes are listed in docs/betrieb.md. */
export type Command = (args: readonly string[], context: CommandContext) => Promise<number>

export interface CommandContext {
  readonly env: Record<string, string | undefined>
  /** A line for the operator. */
  readonly say: (line: string) => void
}
