import type { TestProject } from 'vitest/node'
import { startTemporary } from '../embedded/start-temporary.ts'
import { prepareServer, tidyServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * Before the first test file: a PostgreSQL server of this run alone (own folder, own port), or the one of
 * TEST_DATABASE_URL, with the roles and a migrated template database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    const server = await prepareServer(given)
    project.provide('testServer', server)
    return () => tidyServer(server)
  }
  const embedded = await startTemporary()
  try {
    project.provide('testServer', await prepareServer(embedded.admin, embedded.urls))
    return () => embedded.stop()
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
