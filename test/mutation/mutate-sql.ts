import { createVitest } from 'vitest/node'
import { connect } from '../../src/platform/server/db/connect.ts'
import { startTemporary } from '../../src/platform/server/embedded/start-temporary.ts'
import { inDatabase, prepareServer } from '../../src/platform/server/testing/test-server.ts'
import type { Score, Survivor } from './score.ts'
import { openPolicies } from './open-policies.ts'
import { changesOf } from './sql-changes.ts'
import type { SqlRule } from './sql-rules.ts'

const root = new URL('../..', import.meta.url).pathname
type Client = Awaited<ReturnType<typeof connect>>

/**
 * Changes one access rule of the database in every way of `sql-changes.ts`, each in the template that all test databases
 * are copied from, and runs the rule's tests: some must fail. A change that PostgreSQL refuses is none. Policies are first
 * asked what they mean, as src/testing/server/policies.test.ts does: that takes a moment, the other tests seconds.
 */
export async function mutateSql(
  rules: readonly SqlRule[],
  workers: number,
  say: (line: string) => void,
): Promise<Score[]> {
  const scores: Score[] = []
  const sandboxes: Awaited<ReturnType<typeof openSandbox>>[] = []
  try {
    // One after another, because each tells its tests by the environment where their server is.
    while (sandboxes.length < workers) sandboxes.push(await openSandbox(rules[0]!))
    for (const rule of rules) {
      const queue = changesOf(await sandboxes[0]!.read(rule)).filter(({ what }) => !rule.isSaidTwice?.(what))
      const survivors: Survivor[] = []
      let changes = 0
      await Promise.all(
        sandboxes.map(async (sandbox) => {
          for (let next = queue.shift(); next; next = queue.shift()) {
            const { what, sql } = next
            const noticed = await sandbox.isNoticed(rule, sql)
            if (noticed === undefined) continue
            changes += 1
            if (!noticed) survivors.push({ place: rule.name, change: what })
            say(`${rule.name} ${noticed ? 'noticed ' : 'SURVIVED'} ${what}`)
          }
        }),
      )
      scores.push({ name: rule.name, changes, noticed: changes - survivors.length, timeouts: 0, survivors })
    }
  } finally {
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()))
  }
  return scores
}

/** A server of its own whose rules can be changed. */
async function openSandbox(first: SqlRule) {
  const embedded = await startTemporary()
  const admin = await connect(embedded.admin)
  const template = await prepare(admin, embedded.admin)
  const runs = await openRuns(admin, embedded.admin, template)
  await runs.prove(first)
  let policies: Awaited<ReturnType<typeof openPolicies>> | undefined
  return {
    read: (rule: SqlRule) => inDatabaseOf(embedded.admin, original, (client) => rule.read(client)),
    /** Undefined: PostgreSQL takes no such rule. */
    isNoticed: async (rule: SqlRule, sql: string): Promise<boolean | undefined> => {
      if (rule.table !== undefined) {
        policies ??= await openPolicies(admin, embedded.admin, original)
        const noticed = await policies.isNoticed(rule, rule.table, sql)
        if (noticed !== false) return noticed
      }
      return runs.isNoticed(rule, sql)
    },
    close: async () => {
      await runs.close()
      await policies?.close()
      await admin.end()
      await embedded.stop()
    },
  }
}

/** The template of the test databases as it was. */
const original = 'original'

async function inDatabaseOf<T>(url: string, database: string, work: (client: Client) => Promise<T>) {
  const client = await connect(inDatabase(url, database))
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs of a rule's tests, on databases whose template holds the changed rule. */
async function openRuns(admin: Client, url: string, template: string) {
  const renew = async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.query(`create database ${template} owner lotse_owner template ${original}`)
  }
  await renew()
  const tests = await testsOn(url)
  const proven = new Set<string>()
  /** The tests as they are, on the rules as they are: whatever fails then says nothing about a change. */
  async function prove(rule: SqlRule): Promise<void> {
    if (proven.has(rule.name)) return
    proven.add(rule.name)
    await renew()
    for (const files of rule.tests) {
      if (!(await tests.pass(files))) throw new Error(`${files.join(', ')} fails without a change`)
    }
  }
  return {
    prove,
    isNoticed: async (rule: SqlRule, sql: string): Promise<boolean | undefined> => {
      await prove(rule)
      await renew()
      const write = (client: Client) =>
        rule.write(client, sql).then(
          () => true,
          () => false,
        )
      if (!(await inDatabaseOf(url, template, write))) return undefined
      for (const files of rule.tests) if (!(await tests.pass(files))) return true
      return false
    },
    close: () => tests.close(),
  }
}

/** The tests' own logins, as on any server that is given to them, and the template beside its original. */
async function prepare(admin: Client, url: string): Promise<string> {
  for (const login of ['app', 'auth', 'jobs', 'owner']) {
    await admin.query(`alter role lotse_${login} password 'lotse-test-${login}'`)
  }
  const { template } = await prepareServer(url)
  await admin.query(`alter database ${template} rename to ${original}`)
  return template
}

/**
 * Runs test files against the databases of a server again and again, in one Vitest: loading it anew for each change
 * would take most of the time. The files are as they are in `npm test`.
 */
async function testsOn(admin: string) {
  // The global set-up of the tests reads it when the first file runs.
  process.env.TEST_DATABASE_URL = admin
  const vitest = await createVitest('test', {
    root,
    project: ['server'],
    watch: false,
    bail: 1,
    maxWorkers: 1,
    reporters: [{}],
  })
  const pass = async (files: readonly string[]): Promise<boolean> => {
    const all = await vitest.globTestSpecifications([...files])
    if (all.length === 0) throw new Error(`no tests: ${files.join(', ')}`)
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(all)
    // Vitest answers also with what earlier runs left: a file that failed on the change before is none of these.
    const asked = testModules.filter(({ moduleId }) => all.some((one) => one.moduleId === moduleId))
    return unhandledErrors.length === 0 && asked.length === all.length && asked.every((module) => module.ok())
  }
  return { pass, close: () => vitest.close() }
}
