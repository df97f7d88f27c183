import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { loadDistrictFile } from '../../src/cli/load-district.ts'
import { demoAccounts, demoPassword, type DemoAccount } from '../../src/demo/accounts.ts'
import { loadAccounts } from '../../src/demo/load-accounts.ts'
import { loadDemo } from '../../src/demo/load-demo.ts'
import { buildWeb } from '../../src/platform/server/cli/build-web.ts'
import { createPool } from '../../src/platform/server/db/pool.ts'
import type { DatabaseUrls } from '../../src/platform/server/db/urls.ts'
import { withSystem } from '../../src/platform/server/db/with-actor.ts'
import { testDatabase } from '../../src/platform/server/testing/test-database.ts'
import { startServer } from '../../src/server.ts'
import { sharedBrowser } from '../browser.ts'
import { Desk } from './desk.ts'
import { districts } from './districts.ts'
import { closeWindow, openWindow } from './windows.ts'

let lastPort = 0

/** The real server on demo data of all three districts, and a browser in front of it. */
export interface Office {
  readonly url: string
  readonly urls: DatabaseUrls
  /** The database's superuser: for what no person of the office may do. */
  readonly adminUrl: string
  readonly browser: Browser
  /** A window of its own, signed in as that demo account. */
  desk(login: string, options?: DeskOptions): Promise<Desk>
  /** Another member of staff with the employer, role and scope of that demo account. */
  hire(like: string, as: Pick<DemoAccount, 'login' | 'givenName' | 'familyName'>): Promise<void>
  /** A window in which nobody has signed in. */
  door(options?: DeskOptions): Promise<Desk>
  /** For `afterEach`: a failed test leaves a picture of every open window in node_modules/.cache/lotse/e2e. */
  readonly photograph: (context: { task: TestTask }) => Promise<void>
  close(): Promise<void>
}

interface TestTask {
  readonly name: string
  readonly result?: { readonly state: string } | undefined
}

export interface DeskOptions {
  readonly width?: number
  readonly height?: number
  /** Where the window of who comes signed in begins; at Mein Tag when left out. */
  readonly at?: string
}

/** Opens the office; the demo data are played once per run and copied for each test file. */
export async function openOffice(): Promise<Office> {
  await buildWeb(() => {})
  const database = await testDatabase({ filled: { key: 'demo', fill } })
  const files = mkdtempSync(join(tmpdir(), 'lotse-e2e-'))
  const start = (port: number) =>
    startServer({
      mode: 'demo',
      host: '127.0.0.1',
      port,
      publicUrl: undefined,
      logLevel: 'silent',
      shedLoad: false,
      trustProxy: false,
      filesDir: files,
      database: database.urls,
    })
  // Where this worker's last office was, so that windows closed there can be used again.
  const server = await start(lastPort).catch(() => start(0))
  lastPort = Number(new URL(server.url).port)
  const browser = await sharedBrowser()
  // The certificate-free `__Host-` cookie needs a trustworthy origin, which localhost is.
  const url = server.url.replace('127.0.0.1', 'localhost')
  const desks = new Set<Desk>()
  const door: Office['door'] = async ({ width = 1366, height = 768 } = {}) => {
    const page = await openWindow(browser, url, { width, height })
    const desk = new Desk(page, async () => {
      if (desks.delete(desk)) await closeWindow(page, url)
    })
    desks.add(desk)
    return desk
  }
  return {
    url,
    urls: database.urls,
    adminUrl: database.admin,
    browser,
    door,
    desk: async (login, options) => {
      const desk = await door(options)
      await desk.comeSignedIn(login, demoPassword, options?.at)
      return desk
    },
    hire: (like, as) => hire(database.urls, like, as),
    photograph: async ({ task }) => {
      if (task.result?.state !== 'fail') return
      const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      for (const [index, desk] of [...desks].entries()) {
        await desk.photograph(join('node_modules/.cache/lotse/e2e', `${name}-${index + 1}.png`))
      }
    },
    close: async () => {
      for (const desk of desks) await closeWindow(desk.page, url)
      await server.close()
      await database.close()
      rmSync(files, { recursive: true, force: true })
    },
  }
}

async function fill(urls: DatabaseUrls): Promise<void> {
  const owner = createPool(urls.owner, 2)
  try {
    for (const { key } of districts) await loadDistrictFile(owner, `districts/${key}.yaml`)
  } finally {
    await owner.end()
  }
  await loadDemo(urls)
}

async function hire(urls: DatabaseUrls, like: string, as: Partial<DemoAccount>): Promise<void> {
  const [key, accounts] = Object.entries(demoAccounts).find(([, all]) =>
    all.some(({ login }) => login === like),
  )!
  const account = { ...accounts.find(({ login }) => login === like)!, ...as }
  const owner = createPool(urls.owner, 1)
  try {
    const { rows } = await owner.query<{ id: string }>('select id from tenant where key = $1', [key])
    await withSystem(owner, rows[0]!.id, (tx) => loadAccounts(tx, [account]))
  } finally {
    await owner.end()
  }
}
