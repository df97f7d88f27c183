#!/usr/bin/env node
// The front door: plain JavaScript that any Node >= 20 runs. It finds the runtime that npm installed with the
// project and hands over to src/cli.ts, which needs it (type stripping, Temporal).
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { flags } from './flags.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const runtime = findRuntime()

if (!runtime) {
  console.error(
    `Die Laufzeitumgebung für ${process.platform}-${process.arch} fehlt: Führen Sie im Ordner ${root} »npm ci« aus ` +
      '(ohne --omit=optional).',
  )
  process.exitCode = 1
} else if (realpathSync(process.execPath) === realpathSync(runtime)) {
  await import('../src/cli.ts')
} else {
  handOver(runtime)
}

function findRuntime() {
  const { platform, arch } = process
  const packages = [`node-${platform === 'win32' ? 'win' : platform}-${arch}`, `node-bin-${platform}-${arch}`]
  const program = platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const require = createRequire(import.meta.url)
  for (const name of packages) {
    try {
      const path = join(dirname(require.resolve(`${name}/package.json`)), program)
      if (existsSync(path)) return path
    } catch {
      // not the package of this platform
    }
  }
  const link = join(root, 'node_modules/.bin/node')
  return existsSync(link) ? link : undefined
}

function handOver(program) {
  // The channel lets the program notice when this process is killed outright.
  const child = spawn(program, [...flags, join(root, 'src/cli.ts'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // At a terminal Ctrl-C reaches the child as well; it takes several signals for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Die Laufzeitumgebung ${program} lässt sich nicht starten: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else {
      process.exit(code ?? 1)
    }
  })
}
