import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/**
 * Holds one idle connection to the server; when it breaks, the server has vanished or restarts itself, and
 * `revive` is called until a connection stands again.
 */
export function keepAlive(options: {
  url: string
  revive: () => Promise<void>
  log: (line: string) => void
}): {
  end(): Promise<void>
} {
  let ended = false
  let client: pg.Client | undefined

  async function hold(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: options.url,
      application_name: 'lotse-waechter',
      keepAlive: true,
    })
    fresh.on('error', () => {}) // 'end' follows
    await fresh.connect()
    client = fresh
    fresh.once('end', () => {
      client = undefined
      if (!ended) void rescue()
    })
    if (ended) await fresh.end()
  }

  async function rescue(): Promise<void> {
    options.log('Die Verbindung zur mitgelieferten Datenbank ist abgerissen; sie wird neu gestartet …')
    const complain = onceAMinute(options.log)
    for (let pause = 100; !ended; pause = Math.min(pause * 2, 2000)) {
      try {
        await options.revive()
        await hold()
        options.log('Die Datenbank ist wieder da.')
        return
      } catch (error) {
        if (pause === 2000) complain(`Neustart der Datenbank misslungen: ${(error as Error).message}`)
        await wait(pause)
      }
    }
  }

  const first = hold().catch(() => (ended ? undefined : rescue()))
  return {
    end: async () => {
      ended = true
      await first
      await client?.end()
    },
  }
}

/** Where the disk is full, a log that is written every two seconds fills it too. */
function onceAMinute(log: (line: string) => void): (line: string) => void {
  let silentUntil = 0
  return (line) => {
    if (performance.now() < silentUntil) return
    silentUntil = performance.now() + 60_000
    log(line)
  }
}
