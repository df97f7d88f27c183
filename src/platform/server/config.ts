import { resolve } from 'node:path'
import { z } from 'zod'
import type { DatabaseUrls } from './db/urls.ts'

/** Everything the program reads from the environment; the table in docs/betrieb.md is checked against it. */
export interface Config {
  readonly mode: 'demo' | 'production'
  readonly host: string
  readonly port: number
  /** Origin under which browsers reach the server, without a trailing slash; undefined: the address listened on. */
  readonly publicUrl: string | undefined
  readonly dataDir: string
  readonly filesDir: string
  readonly logLevel: LogLevel
  /** Virus scanner for uploads; undefined: none. */
  readonly clamd: { readonly host: string; readonly port: number } | undefined
  /** Fastify's `trustProxy`: false, true, or the addresses of the reverse proxies. */
  readonly trustProxy: boolean | string[]
  /** Undefined: the embedded PostgreSQL is used. */
  readonly database: Partial<DatabaseUrls> | undefined
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** All wrong variables at once, one German sentence each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const postgresUrl = (name: string) =>
  z
    .string()
    .refine(
      (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
      `${name} muss die Form postgres://anmeldename:passwort@rechner:5432/datenbank haben.`,
    )
    .optional()

const origin = z
  .string()
  .refine(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.pathname === '/',
    'PUBLIC_URL muss eine Adresse ohne Pfad sein, zum Beispiel https://lotse.kreis-musterland.de.',
  )
  .transform((text) => new URL(text).origin)

const clamdAddress = z
  .string()
  .regex(
    /^[^\s:]+:\d{1,5}$/,
    'CLAMD_ADDRESS muss die Form rechner:anschluss haben, zum Beispiel 127.0.0.1:3310.',
  )
  .transform((text) => ({ host: text.split(':')[0]!, port: Number(text.split(':')[1]) }))
  .refine(
    ({ port }) => port > 0 && port < 65_536,
    'CLAMD_ADDRESS: Der Anschluss muss zwischen 1 und 65535 liegen.',
  )

const portMessage = 'PORT muss eine ganze Zahl von 0 bis 65535 sein (0: ein freier Port wird gesucht).'

const Environment = z.object({
  LOTSE_MODE: z
    .enum(['demo', 'production'], 'LOTSE_MODE muss »demo« oder »production« sein.')
    .default('demo'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number(portMessage)
    .int(portMessage)
    .min(0, portMessage)
    .max(65535, portMessage)
    .default(3000),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().default('./data'),
  FILES_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL muss einer dieser Werte sein: ${logLevels.join(', ')}.`).optional(),
  CLAMD_ADDRESS: clamdAddress.optional(),
  TRUST_PROXY: z.string().default('false').transform(proxies),
  DATABASE_URL: postgresUrl('DATABASE_URL'),
  DATABASE_AUTH_URL: postgresUrl('DATABASE_AUTH_URL'),
  DATABASE_JOBS_URL: postgresUrl('DATABASE_JOBS_URL'),
  DATABASE_OWNER_URL: postgresUrl('DATABASE_OWNER_URL'),
})

/** Names of all variables, for the check of the documentation. */
export const variableNames = Object.keys(Environment.shape)

/**
 * Reads the configuration from `env`. Empty variables count as unset.
 * Throws ConfigError with every problem at once. Which database logins a command needs is checked by
 * `requireDatabase`, because `migrate` needs the owner only and `start` the other three.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message))
  const value = parsed.data
  const dataDir = resolve(value.DATA_DIR)
  const database = {
    app: value.DATABASE_URL,
    auth: value.DATABASE_AUTH_URL,
    jobs: value.DATABASE_JOBS_URL,
    owner: value.DATABASE_OWNER_URL,
  }
  return {
    mode: value.LOTSE_MODE,
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL,
    dataDir,
    filesDir: value.FILES_DIR ? resolve(value.FILES_DIR) : resolve(dataDir, 'files'),
    // A newcomer's terminal shows what matters; an operator's log shows every request.
    logLevel: value.LOG_LEVEL ?? (value.LOTSE_MODE === 'demo' ? 'warn' : 'info'),
    trustProxy: value.TRUST_PROXY,
    clamd: value.CLAMD_ADDRESS,
    database: Object.values(database).some(Boolean) ? database : undefined,
  }
}

const variableOf: Record<keyof DatabaseUrls, string> = {
  app: 'DATABASE_URL',
  auth: 'DATABASE_AUTH_URL',
  jobs: 'DATABASE_JOBS_URL',
  owner: 'DATABASE_OWNER_URL',
}

/** The logins `needed` of a server of one's own; throws ConfigError naming each variable that is missing. */
export function requireDatabase<K extends keyof DatabaseUrls>(
  given: Partial<DatabaseUrls>,
  needed: readonly K[],
): Pick<DatabaseUrls, K> {
  const missing = needed.filter((key) => !given[key])
  if (missing.length > 0) {
    const server = 'Für eine eigene Datenbank (ohne diese Angaben wird die mitgelieferte benutzt)'
    throw new ConfigError(missing.map((key) => `${server} fehlt ${variableOf[key]}.`))
  }
  return given as Pick<DatabaseUrls, K>
}

function proxies(text: string): boolean | string[] {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.split(',').map((address) => address.trim())
}
