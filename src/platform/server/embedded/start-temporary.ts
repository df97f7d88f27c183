import { chmodSync, rmSync } from 'node:fs'
import { startEmbedded, type Embedded } from './start-embedded.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Nothing here has to survive a crash of the machine, and passwords are made for it alone.
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'scram_iterations=1',
]

/** A server for tests and generators in a folder of its own, which `stop` removes. */
export async function startTemporary(): Promise<Embedded> {
  const folder = temporaryFolder()
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Under root the server runs as nobody, who must get in; mkdtemp keeps everybody out.
  chmodSync(folder, 0o755)
  try {
    const embedded = await startEmbedded({ dataDir: folder, log: () => {}, settings })
    return { ...embedded, stop: () => embedded.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}
