import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    passedParts: string
  }
}

/** One file for all workers of this run, and only this run: every page is asked about at least once in each. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-axe-'))
  project.provide('passedParts', join(folder, 'passed'))
  return () => rmSync(folder, { recursive: true, force: true })
}
