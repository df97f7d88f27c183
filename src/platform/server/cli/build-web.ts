import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from './command.ts'
import { OperatorError } from './operator-error.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const built = join(root, 'dist/web')
const stamp = join(built, '.quellen')

/** `lotse build-web` */
export const buildWebCommand: Command = async (_args, { say }) => {
  const done = await buildWeb(say)
  if (!done) say('Die Oberfläche ist aktuell.')
  return 0
}

/**
 * Builds the web app into dist/web when it is missing or its sources have changed; the old build stays until
 * the new one is complete. True when something was built. Throws OperatorError.
 */
export async function buildWeb(say: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false
  say('Die Oberfläche wird gebaut …')
  const begin = Date.now()
  const fresh = join(root, `dist/web-neu-${process.pid}`)
  try {
    mkdirSync(fresh, { recursive: true })
    await vite(fresh, signal)
    writeFileSync(join(fresh, '.quellen'), sources)
    rmSync(built, { recursive: true, force: true })
    renameSync(fresh, built)
  } catch (cause) {
    if (cause instanceof OperatorError || signal?.aborted) throw cause
    throw new OperatorError(
      `Die Oberfläche kann nicht nach ${built} geschrieben werden (${(cause as NodeJS.ErrnoException).code}). ` +
        'Führen Sie einmal »npm run build« als Benutzer mit Schreibrechten aus.',
      { exitCode: 5, cause },
    )
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  say(`Die Oberfläche ist gebaut (${((Date.now() - begin) / 1000).toFixed(1)} s).`)
  return true
}

/** In a process of its own: the bundler's memory is not the server's. */
function vite(outDir: string, signal?: AbortSignal): Promise<void> {
  const program = join(root, 'node_modules/vite/bin/vite.js')
  const args = [program, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  return new Promise((resolve, reject) => {
    // Under a test runner NODE_ENV is `test`, and the bundler would take React's slow development edition.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, args, { cwd: root, env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new OperatorError(`Die Oberfläche lässt sich nicht bauen:\n${output}`))
    })
  })
}

/** Everything the browser's program is made of; the server's rooms and tests are not part of it. */
function hashOfSources(): string {
  const files = ['index.html', 'vite.config.ts', 'package.json', 'package-lock.json']
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (/\.(tsx?|css|json|svg|woff2)$/.test(name) && !/\.test\.tsx?$/.test(name) && !isServer(name)) {
      files.push(join('src', name))
    }
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(relative(root, path)).update('\0').update(readFileSync(path))
  }
  return hash.digest('hex')
}

const isServer = (name: string) => name.split(sep).some((part) => part === 'server' || part === 'cli')
