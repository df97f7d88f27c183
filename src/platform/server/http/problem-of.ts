import { randomUUID } from 'node:crypto'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem } from '../../contract/problem.ts'
import { isStaleStatement } from '../db/driver.ts'
import { NoActor } from '../db/with-actor.ts'
import { Refusal, statusOf, type FieldProblem, type RefusalKind } from './refusal.ts'

export interface Answered {
  readonly problem: Problem
  readonly retryAfter: number | undefined
  /** Only for the unexpected: goes to the log, never to the person. */
  readonly unexpected: boolean
}

/** PostgreSQL and socket codes that mean "not now" (restart, shutdown, cut line, pool exhausted). */
const unavailable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
])

/** Every thrown thing becomes one problem detail; texts are German sentences by code. */
export function problemOf(error: unknown, texts: Readonly<Record<string, string>>): Answered {
  const refusal = asRefusal(error)
  const known = refusal !== undefined
  const code = refusal?.code ?? 'internal'
  const status = refusal ? statusOf[refusal.kind] : 500
  return {
    problem: {
      type: 'about:blank',
      title: texts[code] ?? texts['internal']!,
      status,
      code,
      ...(refusal && refusal.fields.length > 0 ? { fields: [...refusal.fields] } : {}),
      ...(refusal?.current === undefined ? {} : { current: refusal.current }),
      ...(known ? {} : { id: randomUUID() }),
    },
    retryAfter: refusal?.retryAfter,
    unexpected: !known,
  }
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof NoActor) return new Refusal('unauthenticated', 'unauthenticated')
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Refusal('invalid', 'invalidInput', { fields: error.validation.flatMap(fieldsOf) })
  }
  if (isUnavailable(error)) return new Refusal('unavailable', 'databaseUnavailable', { retryAfter: 2 })
  if (isFull(error)) return new Refusal('unavailable', 'storageFull', { retryAfter: 60 })
  if (isNotText(error)) return new Refusal('invalid', 'malformed')
  if (namesNothing(error)) return new Refusal('invalid', 'unknownReference')
  return fromFramework(error)
}

/** An unknown key is reported under its own name, not under the object that holds it. */
function fieldsOf(issue: {
  instancePath: string
  keyword?: string
  message?: string
  params?: Record<string, unknown>
}): FieldProblem[] {
  const path = issue.instancePath.split('/').filter(Boolean)
  const keys =
    issue.keyword === 'unrecognized_keys' ? (issue.params?.['keys'] as readonly string[]) : undefined
  const paths = keys?.map((key) => [...path, key]) ?? [path]
  return paths.map((one) => ({
    path: one.join('.'),
    code: issue.keyword ?? 'invalid',
    message: issue.message ?? 'Diese Angabe ist nicht gültig.',
  }))
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && unavailable.has(code)) return true
  // PostgreSQL stops, for whatever reason (no room for its write-ahead log, say): nothing can be read either (wal-full.test.ts).
  if ((error as { severity?: unknown }).severity === 'PANIC') return true
  // Work on files, which is not done twice by itself.
  if (isStaleStatement(error)) return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed/.test(
    error.message,
  )
}

/**
 * A row that a body names by its id went away between choosing and sending: a foreign key is the last to notice. A use
 * case that can say which field it was does so before (`fields`).
 */
const namesNothing = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === '23503'

/** No room for a file, or for a row: reading goes on (F6). */
function isFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100'
}

/** A NUL or half a letter where no rule of the field had refused it: PostgreSQL stores neither in text nor in jsonb. */
function isNotText(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === '22021' || code === '22P05'
}

/** Fastify's own 4xx (broken JSON, too large, wrong media type, rate limit, overload). */
function fromFramework(error: unknown): Refusal | undefined {
  const status = (error as { statusCode?: unknown }).statusCode
  const byStatus: Record<number, [RefusalKind, string]> = {
    400: ['invalid', 'malformed'],
    413: ['tooLarge', 'tooLarge'],
    415: ['unsupported', 'notJson'],
    429: ['tooMany', 'tooMany'],
    503: ['unavailable', 'overloaded'],
  }
  const entry = typeof status === 'number' ? byStatus[status] : undefined
  return entry && new Refusal(entry[0], entry[1], status === 503 ? { retryAfter: 5 } : {})
}
