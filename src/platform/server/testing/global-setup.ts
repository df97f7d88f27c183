import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/start-embedded.ts'
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
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-test-'))
  // Under root the server runs as nobody, who must get in.
  chmodSync(dataDir, 0o755)
  // Nothing here has to survive a crash of the machine.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const embedded = await startEmbedded({ dataDir, log: () => {}, settings })
  const stop = async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    project.provide('testServer', await prepareServer(embedded.admin, embedded.urls))
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
