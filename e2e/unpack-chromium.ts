import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { BrowserProgram } from './browser.ts'

const run = promisify(execFile)

/**
 * The headless Chromium of the npm package, unpacked once per version under node_modules/.cache. Of the package
 * only the archive is used, never its `args`: they switch web security off. Where the system lacks libnss3 and
 * its friends, the package's own copies are unpacked as well.
 */
export async function unpackChromium(): Promise<BrowserProgram> {
  const home = packageHome()
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = resolve(`node_modules/.cache/lotse/chromium-${version}`)
  if (!existsSync(join(folder, 'chromium'))) await unpackInto(folder, home)
  const path = join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: writeFontConfig(folder) }
  if (await starts(path, {})) return { path, env: fonts }
  return { path, env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }
}

/** Without any font Chromium dies at the first letter; the package's own list names folders of another machine. */
function writeFontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`,
  )
  return file
}

function packageHome(): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  } catch (cause) {
    throw new Error(
      'Kein Browser für die Tests: Führen Sie »npm ci« aus (Paket @sparticuz/chromium) oder setzen Sie CHROMIUM_PATH.',
      { cause },
    )
  }
}

/** Unpacks beside the final place and moves it there: the package takes a half-written file for a whole one. */
async function unpackInto(folder: string, home: string): Promise<void> {
  const half = `${folder}.neu-${process.pid}`
  mkdirSync(half, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = half
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(home, 'bin', name))
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another run was quicker.
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}

async function starts(path: string, env: Record<string, string>): Promise<boolean> {
  return run(path, ['--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  )
}
