/** Kinds of expected refusals; the status numbers of all of them stand in `statusOf` and nowhere else. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  unsupported: 415,
  unprocessable: 422,
  preconditionRequired: 428,
  tooMany: 429,
  unavailable: 503,
} as const

export type RefusalKind = keyof typeof statusOf

export interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly message: string
}

/**
 * An expected "no". `code` is the key of the German text (registered by the modules, see `texts.ts`) and of the
 * program that reads the answer. Anything else that is thrown becomes a 500 with an id.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly fields: readonly FieldProblem[]
  /** With `stale`: the row as it is now, in the view of the resource. */
  readonly current: unknown
  readonly retryAfter: number | undefined

  constructor(
    kind: RefusalKind,
    code: string,
    extra: { fields?: readonly FieldProblem[]; current?: unknown; retryAfter?: number } = {},
  ) {
    super(code)
    this.kind = kind
    this.code = code
    this.fields = extra.fields ?? []
    this.current = extra.current
    this.retryAfter = extra.retryAfter
  }
}

/** Refuses when a rule answered with a reason code (409); null passes. */
export function refuseIf(code: string | null): void {
  if (code !== null) throw new Refusal('conflict', code)
}

/** A row that is not there, or hidden by row level security: the same answer. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new Refusal('notFound', 'notFound')
  return row
}

/** Optimistic locking: the version of `If-Match` against the locked row; `view` renders the row as it is now. */
export function refuseStale(stored: number, sent: number, view: () => unknown): void {
  if (stored !== sent) throw new Refusal('stale', 'stale', { current: view() })
}
