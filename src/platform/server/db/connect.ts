import pg from 'pg'
import { OperatorError } from '../cli/operator-error.ts'

/** One connection outside the pools, for the operator's commands. Throws OperatorError in German. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the query that is running reports it
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new OperatorError(`${placeOf(url)}: ${reasonOf(error)}`, { exitCode: 3, cause: error })
  }
}

function placeOf(url: string): string {
  const { username, hostname, port, pathname } = new URL(url)
  const place = `${hostname || 'localhost'}:${port || '5432'}`
  return `Keine Verbindung zur Datenbank »${pathname.slice(1)}« auf ${place} als »${username}«`
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'Dort nimmt kein Server Verbindungen an.',
  ENOTFOUND: 'Diesen Rechner gibt es nicht.',
  EAI_AGAIN: 'Der Name des Rechners lässt sich gerade nicht auflösen.',
  ETIMEDOUT: 'Der Rechner antwortet nicht.',
  EHOSTUNREACH: 'Der Rechner ist nicht erreichbar.',
  '28P01': 'Anmeldename oder Passwort ist falsch.',
  '28000': 'Der Server lässt diese Anmeldung nicht zu (pg_hba.conf).',
  '3D000': 'Diese Datenbank gibt es nicht.',
  '42501': 'Diese Anmeldung darf sich mit der Datenbank nicht verbinden.',
  '53300': 'Der Server hat keine freie Verbindung mehr.',
  '57P03': 'Der Server startet gerade; versuchen Sie es gleich noch einmal.',
}

function reasonOf(error: unknown): string {
  // Node tries IPv6 and IPv4 and reports both.
  const first = error instanceof AggregateError ? error.errors[0] : error
  const { code, message } = first as NodeJS.ErrnoException
  if (code && reasons[code]) return reasons[code]
  return /timeout/i.test(message) ? reasons.ETIMEDOUT! : message
}
