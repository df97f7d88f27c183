import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from '../db/connect.ts'
import { createPool, type Pool } from '../db/pool.ts'
import type { DatabaseUrls } from '../db/urls.ts'
import { inDatabase, makeTemplate, type TestServer } from './test-server.ts'

export interface TestDatabase {
  readonly urls: DatabaseUrls
  /** A login that may do everything in this database: for the test's own preparations and checks. */
  readonly admin: string
  /** Drops the database. Close your pools first, or not at all: open connections are cut. */
  close(): Promise<void>
}

/**
 * A migrated database of its own for a test file: a copy of the template, made in about 0.1 s.
 * With `filled` it is a copy of a second template that is filled once per run under that key, for data that
 * is slow to make and that many files read (the demo data of the browser tests).
 */
export async function testDatabase(options: { filled?: Filling } = {}): Promise<TestDatabase> {
  const server = inject('testServer')
  const template = options.filled ? await filledTemplate(server, options.filled) : server.template
  const name = `lotse_test_${server.run}_${randomBytes(4).toString('hex')}`
  const copied = `template ${template} strategy ${server.strategy}`
  await administrate(server, `create database ${name} owner lotse_owner ${copied}`)
  const { app, auth, jobs, owner } = server.urls
  return {
    urls: {
      app: inDatabase(app, name),
      auth: inDatabase(auth, name),
      jobs: inDatabase(jobs, name),
      owner: inDatabase(owner, name),
    },
    admin: inDatabase(server.admin, name),
    close: () => administrate(server, `drop database if exists ${name} with (force)`),
  }
}

export interface Filling {
  /** A short name, unique among fillings: lower case, digits, `_`. */
  readonly key: string
  readonly fill: (urls: DatabaseUrls) => Promise<void>
}

/** Fillings depend on program code, so another run on the same server must not find them. */
async function filledTemplate(server: TestServer, { key, fill }: Filling): Promise<string> {
  const name = `lotse_test_${server.run}_${key}`
  const client = await connect(server.admin)
  try {
    const build = (ownerUrl: string) => {
      const database = new URL(ownerUrl).pathname.slice(1)
      const { app, auth, jobs } = server.urls
      return fill({
        app: inDatabase(app, database),
        auth: inDatabase(auth, database),
        jobs: inDatabase(jobs, database),
        owner: ownerUrl,
      })
    }
    await makeTemplate(client, name, build, server, server.template)
  } finally {
    await client.end()
  }
  return name
}

/** One for all files of a worker: a new connection takes the database about 30 ms of processor time. */
let administrators: Pool | undefined

async function administrate(server: TestServer, sql: string): Promise<void> {
  administrators ??= createPool(server.admin, 1, 60_000)
  await administrators.query(sql)
}
