import type { Command, CommandContext } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'
import { loadConfig, requireDatabase } from '../platform/server/config.ts'
import { verifyAudit, type AuditFault, type AuditVerdict } from '../platform/server/audit/verify-audit.ts'
import { createPool, type Pool } from '../platform/server/db/pool.ts'
import { withSystem } from '../platform/server/db/with-actor.ts'
import { startEmbedded } from '../platform/server/embedded/start-embedded.ts'
import { tenantIds } from '../platform/server/jobs/job.ts'

/**
 * `lotse verify-audit [<Kreis>:<Nummer>:<Siegel> …]`: recomputes the audit chain of every tenant. Names each changed
 * or missing row and what is not sealed yet; a seal noted earlier also proves that nothing was cut off at the end.
 * Exit code 1 when something is wrong.
 */
export const verifyAuditCommand: Command = async (args, context) => {
  const noted = new Map(args.map(parseSeal))
  return withWorkersLogin(context, async (pool) => {
    let sound = true
    for (const tenantId of await tenantIds(pool)) {
      const key = await keyOf(pool, tenantId)
      const verdict = await verifyAudit(pool, tenantId, noted.get(key))
      noted.delete(key)
      for (const line of report(key, verdict)) context.say(line)
      if (verdict.faults.length > 0) sound = false
    }
    for (const key of noted.keys()) context.say(`${key}: Diesen Kreis gibt es hier nicht.`)
    return sound && noted.size === 0 ? 0 : 1
  })
}

function parseSeal(text: string): [key: string, seal: { seq: number; hash: string }] {
  const match = /^([a-z][a-z0-9-]+):([0-9]{1,15}):([0-9a-f]{64})$/.exec(text)
  if (!match) {
    throw new OperatorError(`»${text}« ist kein Siegel. Es hat die Form wesel:1234:<64 Zeichen>.`, {
      exitCode: 64,
    })
  }
  return [match[1]!, { seq: Number(match[2]), hash: match[3]! }]
}

const number = (count: number) => count.toLocaleString('de-DE')

function report(key: string, { sealed, last, faults, unsealed }: AuditVerdict): string[] {
  const state = faults.length === 0 ? 'unverändert' : `${number(faults.length)} Fehler`
  return [
    `${key}: ${number(sealed)} Protokolleinträge geprüft, ${state}.`,
    ...faults.map((fault) => `  FEHLER: ${explain(fault)}`),
    ...(unsealed.count === 0
      ? []
      : [
          `  ${number(unsealed.count)} noch nicht gesiegelt, der älteste von ${unsealed.oldest ?? ''} ` +
            `(${unsealed.ids.join(', ')}${unsealed.count > unsealed.ids.length ? ' …' : ''}).`,
        ]),
    ...(last ? [`  Siegel zum Aufbewahren: ${key}:${last.seq}:${last.hash}`] : []),
  ]
}

function explain({ kind, seq, eventId }: AuditFault): string {
  const texts: Record<AuditFault['kind'], string> = {
    changed: `Eintrag ${seq} (${eventId}) wurde nach dem Siegeln geändert.`,
    missing: `Eintrag ${seq} (${eventId}) fehlt.`,
    gap:
      eventId === ''
        ? `Das aufbewahrte Siegel ${seq} ist nicht mehr vorhanden.`
        : `Vor Eintrag ${seq} (${eventId}) fehlen Siegel.`,
  }
  return texts[kind]
}

const keyOf = (pool: Pool, tenantId: string): Promise<string> =>
  withSystem(
    pool,
    tenantId,
    async (tx) => (await tx.selectFrom('tenant').select('key').executeTakeFirstOrThrow()).key,
  )

/** The login that serves the workers suffices: verifying needs no owner. */
async function withWorkersLogin(
  { env, say }: CommandContext,
  work: (pool: Pool) => Promise<number>,
): Promise<number> {
  const config = loadConfig(env)
  const embedded = config.database ? undefined : await startEmbedded({ dataDir: config.dataDir, log: say })
  const { jobs } = embedded ? embedded.urls : requireDatabase(config.database!, ['jobs'])
  const pool = createPool(jobs, 2)
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await embedded?.stop()
  }
}
