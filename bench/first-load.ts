import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const web = fileURLToPath(new URL('../dist/web/', import.meta.url))

export interface FirstLoad {
  readonly files: number
  /** Kilobytes of JavaScript as they travel (gzip). */
  readonly scripts: number
}

/** What the browser fetches before the first screen: the page's scripts and those it preloads. */
export function firstLoad(): FirstLoad | undefined {
  if (!existsSync(`${web}index.html`)) return undefined
  const page = readFileSync(`${web}index.html`, 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path!)
  const bytes = files.map((path) => gzipSync(readFileSync(`${web}${path}`)).length)
  return { files: files.length, scripts: Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1000) }
}
