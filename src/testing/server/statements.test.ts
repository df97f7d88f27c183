import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDistrictFile } from '../../cli/load-district.ts'
import { demoAccounts } from '../../demo/accounts.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { createSession } from '../../modules/staff/server/index.ts'
import { createAuthDatabase } from '../../platform/server/db/auth-database.ts'
import { connect } from '../../platform/server/db/connect.ts'
import { createPool, type Pool } from '../../platform/server/db/pool.ts'
import { testDatabase, type TestDatabase } from '../../platform/server/testing/test-database.ts'
import { buildServer } from '../../server.ts'
import { Client } from '../client.ts'

/** Beside begin, context and commit, which every request has: the context and the first statement share a trip. */
const most = 6
const frame = /^(begin|commit|rollback|select set_config\('role'|select \* from app\.actor\(\))/i

/** What is not asked here, with the reason. Everything else must be answered to somebody. */
const left = new Set([
  'GET /api/committee-papers/:id/file', // demo data bring no files
  'GET /api/meetings/:id/pdf', // typeset
  'GET /api/agenda-items/:id/pdf', // typeset
  'GET /api/documents/:id/file', // demo data bring no files
  'GET /api/exports/:id/file', // no workers here, so nothing is ready
  'GET /api/tenancy/district-file', // not a screen: the whole configuration, one statement for each table
  'GET /api/programme-document-versions/:id/file', // the same
  'GET /api/programme/register', // typeset as well
  'GET /api/withdrawals/:id/letter', // typeset as well
  'GET /api/users/:id/rights-report', // as the agreement
  'GET /api/agreements/:id/pdf', // typeset in a process of its own, seconds long
  'GET /api/consents/:id/pdf', // the same
  'GET /api/consents/:id/receipt', // the same
  'GET /api/secrecy-releases/:id/pdf', // the same
  'GET /api/secrecy-releases/:id/receipt', // the same
  'GET /api/received-referrals/:id/documents/:documentId/file', // demo data bring no files
  'GET /api/programme/csv', // not a screen: a list as file, one statement
  'GET /api/interface-papers/:id/pdf', // the same
  'GET /api/interface-papers/:id/docx', // the same
  'GET /api/reconstructions/:id/protocol', // the same
  'GET /api/solutions/pdf', // typeset as well
])

/** Where the ids of a path come from, by what the path names. */
const tables: Readonly<Record<string, string>> = {
  cases: 'case_file',
  committees: 'committee',
  meetings: 'meeting',
  'agenda-items': 'agenda_item',
  users: 'staff_user',
  requests: 'request',
  persons: 'person',
  contacts: 'contact',
  tasks: 'task',
  'programme-documents': 'programme_document',
  agreements: 'agreement',
  assessments: 'assessment',
  documents: 'document',
  'received-referrals': 'referral',
  'consent-wordings': 'consent_wording',
  exports: 'export_job',
  barriers: 'barrier',
  'barrier-groups': 'barrier_group',
  'interface-papers': 'interface_paper_version',
  'cooperation-agreements': 'cooperation_agreement',
  measures: 'measure',
  solutions: 'solution',
  themes: 'theme',
  reconstructions: 'reconstruction',
}

let database: TestDatabase
let server: Awaited<ReturnType<typeof buildServer>>
let authPool: Pool
let admin: pg.Client
const statements: string[] = []
const clients: Client[] = []
const refusals = new Map<string, string>()
let requests = 0
const prototype = pg.Client.prototype as unknown as { query: (this: void, ...args: unknown[]) => unknown }
const original = prototype.query

beforeAll(async () => {
  database = await testDatabase({
    filled: {
      key: 'demo_wesel',
      fill: async (urls) => {
        const owner = createPool(urls.owner, 2)
        await loadDistrictFile(owner, 'districts/wesel.yaml')
        await owner.end()
        await loadDemo(urls)
      },
    },
  })
  server = await buildServer({
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    logLevel: 'silent',
    // Beside the other worker of the tests this process is late now and then.
    shedLoad: false,
    trustProxy: true,
    filesDir: '/tmp/lotse-test-files',
    database: database.urls,
  })
  admin = await connect(database.admin)
  authPool = createPool(database.urls.auth, 1)
  const auth = createAuthDatabase(authPool)
  const { rows } = await admin.query<{ userId: string; tenantId: string }>(
    `select user_id as "userId", tenant_id as "tenantId" from auth.account where login_name = any ($1) order by array_position($1, login_name)`,
    [demoAccounts.wesel!.map(({ login }) => login)],
  )
  for (const owner of rows)
    clients.push(new Client(server.app, await createSession(auth, owner, 'open', 'test')))
  for (const client of clients) await client.raw('PUT', '/api/drafts/a-draft', { body: { content: {} } })
  // Of the application's login only: noting that a session is in use is another's, and comes when it likes.
  const login = decodeURIComponent(new URL(database.urls.app).username)
  prototype.query = function query(this: { user?: string }, ...args: unknown[]) {
    if (this.user !== login) return Reflect.apply(original, this, args) as unknown
    const [config] = args as [string | { text: string }]
    statements.push(typeof config === 'string' ? config : config.text)
    return Reflect.apply(original, this, args) as unknown
  } as typeof original
}, 240_000)
afterAll(async () => {
  prototype.query = original
  await Promise.all([server.close(), authPool.end(), admin.end()])
  await database.close()
})

async function pathsOf(path: string): Promise<string[]> {
  const table = tables[path.split('/')[2] ?? '']
  if (!path.includes(':id')) return [path.replace(':key', 'a-draft').replace(':language', 'ar')]
  if (!table) throw new Error(`where do the ids of ${path} come from? Say it in tables.`)
  const { rows } = await admin.query<{ id: string }>(`select id from ${table} order by id limit 40`)
  return rows.map(({ id }) => path.replace(':id', id))
}

/** The most statements that one answer of this route took, over the first users and objects that get one. */
async function worst(path: string): Promise<string[] | undefined> {
  let found: string[] | undefined
  let answers = 0
  for (const url of await pathsOf(path)) {
    for (const client of clients) {
      statements.length = 0
      // Each from an address of its own, or the limit per address ends the walk.
      requests += 1
      const headers = { 'x-forwarded-for': `10.${requests >> 8}.${requests & 255}.1` }
      const { status, problem } = await client.raw('GET', url, { headers })
      if (status >= 400) {
        refusals.set(path, `${status} ${problem?.code}`)
        continue
      }
      const asked = statements.filter((text) => !frame.test(text.trim()))
      if (!found || asked.length > found.length) found = asked
      answers += 1
      if (answers >= 8) return found
    }
  }
  return found
}

test(`no screen asks the database more than ${most} times`, { timeout: 120_000 }, async () => {
  const tooMany: string[] = []
  const unanswered: string[] = []
  let counted = 0
  for (const { method, path } of server.app.endpoints) {
    if (method !== 'GET' || left.has(`${method} ${path}`)) continue
    const asked = await worst(path)
    counted += 1
    if (!asked) unanswered.push(`${path}: ${refusals.get(path)}`)
    else if (asked.length > most) tooMany.push(`${path}: ${asked.length}\n  ${asked.join('\n  ')}`)
  }
  expect([...tooMany, ...unanswered]).toEqual([])
  expect(counted).toBeGreaterThan(30)
})
