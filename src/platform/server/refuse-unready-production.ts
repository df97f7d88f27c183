import { OperatorError } from './cli/operator-error.ts'
import type { Config } from './config.ts'
import { connect } from './db/connect.ts'
import type { DatabaseUrls } from './db/urls.ts'

/** Something real data must not do without; `present` says whether this version brings it. */
export interface Duty {
  readonly name: string
  readonly present: boolean
}

type Settings = Pick<Config, 'mode' | 'host' | 'publicUrl' | 'trustProxy'>

/**
 * Refuses to start with real data while something they need is missing: encrypted transport, the second factor for
 * every login, what the law asks for. `knownLogins`: demo accounts, whose password everybody knows. Only in
 * production; throws OperatorError in German, all reasons at once.
 */
export async function refuseUnreadyProduction(
  config: Settings & { readonly database: Pick<DatabaseUrls, 'auth'> },
  { duties, knownLogins }: { duties: readonly Duty[]; knownLogins: readonly string[] },
): Promise<void> {
  if (config.mode !== 'production') return
  const reasons = [
    ...whyNotEncrypted(config),
    ...(await weakLogins(config.database.auth, knownLogins)),
    ...duties
      .filter(({ present }) => !present)
      .map(({ name }) => `In dieser Version von Lotse fehlt: ${name}.`),
  ]
  if (reasons.length === 0) return
  throw new OperatorError(
    `Für echte Daten ist diese Installation noch nicht bereit:\n- ${reasons.join('\n- ')}\n` +
      'Mit LOTSE_MODE=demo startet sie, zeigt aber »keine echten Daten«.',
    { exitCode: 6 },
  )
}

const local = ['127.0.0.1', '::1', 'localhost']

/** Lotse speaks http only; the reverse proxy in front of it speaks https and says so. */
function whyNotEncrypted({ publicUrl, host, trustProxy }: Settings): string[] {
  return [
    ...(publicUrl?.startsWith('https:')
      ? []
      : ['PUBLIC_URL fehlt oder beginnt nicht mit https: Die Browser müssen Lotse verschlüsselt erreichen.']),
    ...(trustProxy === false
      ? ['TRUST_PROXY fehlt: Nennen Sie die Adresse des Reverse Proxys, der die Verschlüsselung beendet.']
      : []),
    ...(trustProxy === true && !local.includes(host)
      ? [
          'TRUST_PROXY=true glaubt jedem Rechner, der den Server erreicht: Nennen Sie die Adressen der Reverse Proxys.',
        ]
      : []),
  ]
}

async function weakLogins(url: string, knownLogins: readonly string[]): Promise<string[]> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ without: number; known: number }>(
      `select count(*) filter (where not second_factor_required)::int as without,
              count(*) filter (where login_name = any ($1))::int as known
       from auth.account where locked_at is null`,
      [knownLogins],
    )
    const { without, known } = rows[0]!
    return [
      ...(known > 0
        ? [
            `Die Datenbank enthält ${known} Demonstrationskonten, deren Kennwort jeder kennt: Nehmen Sie eine leere Datenbank.`,
          ]
        : []),
      ...(without > known
        ? [
            `Bei ${without - known} Konten ist der zweite Faktor nicht vorgeschrieben: »npm run lotse -- require-second-factor« schreibt ihn vor.`,
          ]
        : []),
    ]
  } finally {
    await client.end()
  }
}
