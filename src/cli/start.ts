import { checkAddress } from '../platform/server/cli/check-address.ts'
import type { Command } from '../platform/server/cli/command.ts'
import { untilSignal } from '../platform/server/cli/until-signal.ts'
import { loadConfig, requireDatabase } from '../platform/server/config.ts'
import { makeFolder } from '../platform/server/make-folder.ts'
import type { Stage } from './bring-up.ts'

/** `lotse start`: everything from an empty folder to a running server, until Ctrl-C or SIGTERM. */
export const start: Command = async (_args, { env, say }) => {
  const config = loadConfig(env)
  if (config.database) requireDatabase(config.database, ['app', 'auth', 'jobs'])
  await checkAddress(config)
  const stopping = new AbortController()
  const stage: Stage = { config, say, signal: stopping.signal, closers: [] }
  const wish = untilSignal().then(() => stopping.abort())
  try {
    makeFolder(config.dataDir, 0o755, 'DATA_DIR')
    makeFolder(config.filesDir, 0o700, 'FILES_DIR')
    // Loaded only now: loading takes longer than everything that was looked at so far, and who made a mistake need not wait for it.
    const { bringUp } = await import('./bring-up.ts')
    await bringUp(stage)
    await wish
    say('Lotse wird beendet …')
  } catch (error) {
    if (!stopping.signal.aborted) throw error
  } finally {
    for (const close of stage.closers.reverse()) await close()
  }
  say('Lotse ist beendet.')
  return 0
}
