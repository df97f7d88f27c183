import { createServer } from 'node:net'
import type { Config } from '../config.ts'
import { OperatorError } from './operator-error.ts'

type Address = Pick<Config, 'host' | 'port'>

/** Refuses before anything is made when the server could not listen. Throws OperatorError. */
export function checkAddress(address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(explainListenError(error, address)))
    probe.listen({ host: address.host, port: address.port }, () => probe.close(() => resolve()))
  })
}

/** The German sentence for a failed `listen`; any other error comes back unchanged. */
export function explainListenError(error: unknown, { host, port }: Address): unknown {
  const messages: Record<string, string> = {
    EADDRINUSE:
      `Der Anschluss ${port} auf ${host} ist belegt. Läuft Lotse schon? Sonst beenden Sie das andere Programm ` +
      'oder nennen Sie mit PORT einen anderen Anschluss.',
    EACCES: `Der Anschluss ${port} darf von diesem Benutzer nicht geöffnet werden. Nennen Sie mit PORT einen ab 1024.`,
    EADDRNOTAVAIL: `Die Adresse ${host} gehört nicht zu diesem Rechner. Prüfen Sie HOST.`,
    ENOTFOUND: `Die Adresse ${host} lässt sich nicht auflösen. Prüfen Sie HOST.`,
  }
  const message = messages[(error as NodeJS.ErrnoException).code ?? '']
  return message ? new OperatorError(message, { exitCode: 4, cause: error }) : error
}
