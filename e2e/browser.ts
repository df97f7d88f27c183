import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { unpackChromium } from './unpack-chromium.ts'

const run = promisify(execFile)

/** A program and the environment it needs to find its libraries and fonts. */
export interface BrowserProgram {
  readonly path: string
  readonly env: Record<string, string>
}

// The network of a test machine is closed; without these flags Chromium asks it for things all the time.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
]

/**
 * Starts headless Chromium: CHROMIUM_PATH, else one of the system, else the one of the npm package
 * @sparticuz/chromium. LOTSE_BROWSER=npm takes the latter in any case. A missing browser is a failure.
 */
export async function launchBrowser(): Promise<Browser> {
  const program = findSystemBrowser() ?? (await unpackChromium())
  const version = await run(program.path, ['--version'], { env: { ...process.env, ...program.env } }).catch(
    (error: Error) => error,
  )
  if (version instanceof Error) {
    throw new Error(`Der Browser ${program.path} lässt sich nicht starten: ${version.message}`)
  }
  // Chromium refuses its sandbox under root; the tests open nothing but our own pages.
  const isRoot = process.getuid?.() === 0
  const options = { executablePath: program.path, args: quiet, env: { ...process.env, ...program.env } }
  if (isRoot) return chromium.launch({ ...options, chromiumSandbox: false })
  try {
    return await chromium.launch({ ...options, chromiumSandbox: true })
  } catch {
    // Containers often forbid ordinary users the namespaces that the sandbox is made of.
    return chromium.launch({ ...options, chromiumSandbox: false })
  }
}

let shared: Promise<Browser> | undefined

/** The browser of this worker, started for the first test file and used by those after it; it ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  const running = await shared?.catch(() => undefined)
  if (running?.isConnected()) return running
  shared = launchBrowser()
  return shared
}

function findSystemBrowser(): BrowserProgram | undefined {
  if (process.env.LOTSE_BROWSER === 'npm') return undefined
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH nennt ${given}; dort ist kein Browser.`)
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const path = given ?? places.find((place) => existsSync(place))
  return path ? { path, env: {} } : undefined
}
