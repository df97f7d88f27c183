import pg from 'pg'
import { endBeforeUse } from './commit-later.ts'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20

/** `date` stays text (a Date would shift birthdays), instants are ISO text, counts are numbers. */
const types = new pg.TypeOverrides()
types.setTypeParser(DATE, (text) => text)
types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString())
types.setTypeParser(INT8, (text) => Number(text))

/**
 * Connections of the server's pool. One process keeps the cores of a database busy with fewer; more take turns, and each
 * plans every statement for itself (10 instead of 20: a tenth more answers a second to 25 people, on two cores).
 */
export const atOnce = 10

export type Pool = pg.Pool
export type PoolClient = pg.PoolClient

/**
 * A pool on one login. `pipeline` lets begin, context and the first statement share one round trip.
 * Whoever gets no connection within `connectMillis` is told so: 503 within two seconds (F16).
 * Connections that break while idle are dropped silently: the next request opens a new one.
 */
export function createPool(connectionString: string, max: number, connectMillis = 1700): Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    pipeline: true,
    connectionTimeoutMillis: connectMillis,
    idleTimeoutMillis: 60_000,
    application_name: 'lotse',
  } as pg.PoolConfig)
  pool.on('error', () => {})
  endBeforeUse(pool)
  pool.on('connect', (client) => client.on('error', () => {}))
  if (new URL(connectionString).searchParams.get('pgbouncer') === 'true') pool.on('connect', nameNothing)
  return pool
}

/**
 * Behind a PgBouncer before 1.21 (or without `max_prepared_statements`) the next transaction runs on another
 * connection, which knows no statement of that name: with `?pgbouncer=true` in the address none has one.
 */
function nameNothing(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const unnamed = (first: unknown) =>
    typeof first === 'object' && first !== null && 'name' in first ? { ...first, name: undefined } : first
  client.query = ((first: unknown, ...rest: unknown[]) =>
    query(unnamed(first), ...rest)) as typeof client.query
}
