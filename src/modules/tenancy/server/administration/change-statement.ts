import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../../platform/server/http/refusal.ts'
import type {
  NamingView,
  PublicationView,
  ScaleView,
  statementEndpoints,
} from '../../contract/administration/statements.ts'
import { scaleFault } from '../../entry-rules.ts'
import { rememberFile } from '../differences.ts'
import type { Row } from '../district-rows.ts'
import { readConfigurationRows, type Statement } from './entry-screens.ts'
import { namingView, publicationView, scaleView } from './statement-views.ts'
import { refuseFaults } from './save-entry.ts'

interface Change {
  readonly version: number
  readonly today: string
}

/** What the district calls things; each word for itself is decided, or stays what the concept says. */
export async function changeNaming(
  tx: Tx,
  change: Body<typeof statementEndpoints.naming>,
  { version, today }: Change,
): Promise<NamingView> {
  const value = await lockStatement(tx, 'namingSet')
  const before = await viewed(tx, 'naming')
  refuseStale(before.version, version, () => before)
  const words = Object.entries(change).map(([key, label]) => {
    const fact = value[key] as Row
    return [
      key,
      fact['label'] === label && fact['default'] !== true ? fact : { ...decided(fact, today), label },
    ]
  })
  const next = { ...value, ...Object.fromEntries(words) } as Row
  await writeStatement(tx, 'namingSet', next)
  // What the shell shows is kept beside it.
  await writeStatement(tx, 'naming', (next['buildingBlock'] as Row)['label'])
  await audit(tx, {
    action: 'naming.changed',
    objectKind: 'setting',
    details: { fields: Object.keys(change) },
  })
  return viewed(tx, 'naming')
}

/** The note of the funder and the logos of every publication (R170). */
export async function changePublication(
  tx: Tx,
  change: Body<typeof statementEndpoints.publication>,
  { version, today }: Change,
): Promise<PublicationView> {
  const value = await lockStatement(tx, 'publication')
  const before = await viewed(tx, 'publication')
  refuseStale(before.version, version, () => before)
  const next = { ...decided(value, today), ...change } as Row
  await writeStatement(tx, 'publication', next)
  await writeStatement(tx, 'fundersNote', next['funderNote'])
  await audit(tx, {
    action: 'publication.changed',
    objectKind: 'setting',
    details: { fields: Object.keys(change) },
  })
  return viewed(tx, 'publication')
}

/** The words of the scale; its numbers stay, because ratings are kept as numbers. */
export async function changeScale(
  tx: Tx,
  change: Body<typeof statementEndpoints.scale>,
  { version, today }: Change,
): Promise<ScaleView> {
  const value = await lockStatement(tx, 'assessmentScale')
  const before = await viewed(tx, 'scale')
  refuseStale(before.version, version, () => before)
  const fault = change.steps ? scaleFault(before.steps, change.steps) : null
  refuseFaults(fault ? [fault] : [])
  await writeStatement(tx, 'assessmentScale', { ...decided(value, today), ...change })
  await audit(tx, {
    action: 'assessmentScale.changed',
    objectKind: 'setting',
    details: { fields: Object.keys(change) },
  })
  return viewed(tx, 'scale')
}

/** No default any more: the Kreis has decided, and the source stays beside it. */
function decided(fact: Row, today: string): Row {
  const { default: _default, assumed: _assumed, ...rest } = fact
  return { ...rest, decided: today }
}

async function lockStatement(tx: Tx, key: 'namingSet' | 'publication' | 'assessmentScale'): Promise<Row> {
  const { rows } = await sql<{ value: Row }>`select s.value from tenant_setting s
    where s.tenant_id = (select app.tenant_id()) and s.key = ${key} for update`.execute(tx)
  return found(rows[0]).value
}

async function writeStatement(tx: Tx, key: string, value: unknown): Promise<void> {
  await rememberFile(tx, 'tenant_setting', key)
  await sql`update tenant_setting s set value = ${JSON.stringify(value)}::jsonb, edited_at = now(), edited_by = app.user_id(),
      version = s.version + 1
    where s.tenant_id = (select app.tenant_id()) and s.key = ${key}`.execute(tx)
}

const views = { naming: namingView, publication: publicationView, scale: scaleView }
async function viewed<K extends keyof typeof views>(tx: Tx, key: K): Promise<ReturnType<(typeof views)[K]>> {
  const stored: Statement | null = (await readConfigurationRows(tx))[key]
  return views[key](found(stored)) as ReturnType<(typeof views)[K]>
}
