import { sql } from 'kysely'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseStale } from '../../../../platform/server/http/refusal.ts'
import { entryFaults, type EntryFault } from '../../entry-rules.ts'
import { keyFromLabel } from '../../rules.ts'
import { rememberFile } from '../differences.ts'
import type { Row } from '../district-rows.ts'
import { tenancyTexts } from '../texts.ts'
import { withoutAssumption, type EntryKind } from './entry-kinds.ts'
import { readEntry, readSkeleton } from './entry-screens.ts'
import { replaceSiteHours } from './site-hours.ts'
import { refuseWhileHanging } from './what-hangs.ts'

/** Adds an entry at the end of its list: the Kreis's own, decided today. */
export async function addEntry<View>(tx: Tx, kind: EntryKind, wish: Row, today: string): Promise<View> {
  const changed = new Set(Object.keys(wish))
  const skeleton = await readSkeleton(tx, today)
  refuseFaults(entryFaults(wish, changed, skeleton))
  const id = newId()
  const key = await freeKey(tx, kind.table, keyFromLabel(String(wish['label'] ?? wish['name'])))
  const owner = kind.table === 'unit' ? { organisation_id: wish['organisationId'] } : {}
  const row = {
    ...columnsOf(kind, wish),
    ...kind.derived?.({ next: wish, stored: {}, changed, skeleton, today }),
    ...owner,
    id,
    key,
    provenance: { decided: today },
  }
  const names = Object.keys(row)
  await sql`insert into ${sql.table(kind.table)} (${refs(names)}, position, edited_at, edited_by)
    select ${refs(names, 'n.')},
      (select coalesce(max(x.position), -1) + 1 from ${sql.table(kind.table)} x where x.tenant_id = (select app.tenant_id())),
      now(), app.user_id()
    from jsonb_populate_record(null::${sql.table(kind.table)}, ${JSON.stringify(row)}::jsonb) n`.execute(tx)
  if (kind.table === 'site') await replaceSiteHours(tx, id, wish['hours'], today)
  await audit(tx, { action: `${kind.name}.added`, objectKind: kind.name, objectId: id })
  return readEntry<View>(tx, kind, id)
}

interface Change {
  readonly version: number
  readonly today: string
}

/** Changes an entry; what it says is the Kreis's decision from then on. Its key and, of a unit, its organisation stay. */
export async function changeEntry<View extends object>(
  tx: Tx,
  kind: EntryKind,
  id: string,
  change: Row,
  { version, today }: Change,
): Promise<View> {
  const stored = await lock(tx, kind, id)
  const current = await readEntry<View>(tx, kind, id)
  refuseStale(Number(stored['version']), version, () => current)
  const before = current as Row
  const next = { ...before, ...change }
  const changed = changedFields(before, change)
  const skeleton = await readSkeleton(tx, today)
  refuseFaults(entryFaults(next, changed, skeleton))
  await refuseWhileHanging(tx, kind, { id, before, next, today })
  await rememberFile(tx, kind.table, id)
  const row = {
    ...columnsOf(kind, next),
    ...kind.derived?.({ next, stored, changed, skeleton, today }),
    provenance: { ...withoutAssumption(stored['provenance'] as Row, changed), decided: today },
  }
  await update(tx, kind, id, row)
  if (changed.has('hours')) await replaceSiteHours(tx, id, next['hours'], today)
  const deed = endOf(before, next) ?? 'changed'
  await audit(tx, {
    action: `${kind.name}.${deed}`,
    objectKind: kind.name,
    objectId: id,
    details: { fields: [...changed] },
  })
  return readEntry<View>(tx, kind, id)
}

/** Only an end, or only its taking back, has a word of its own in the history. */
function endOf(before: Row, next: Row): 'ended' | 'reopened' | undefined {
  if (before['validTo'] === next['validTo']) return undefined
  return next['validTo'] === null ? 'reopened' : 'ended'
}

async function lock(tx: Tx, { table }: EntryKind, id: string): Promise<Row> {
  const { rows } = await sql<Row>`select x.* from ${sql.table(table)} x
    where x.tenant_id = (select app.tenant_id()) and x.id = ${id} for update`.execute(tx)
  return found(rows[0])
}

async function update(tx: Tx, { table }: EntryKind, id: string, row: Row): Promise<void> {
  const assignments = sql.join(Object.keys(row).map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`))
  await sql`update ${sql.table(table)} x set ${assignments}, is_default = false, edited_at = now(), edited_by = app.user_id(),
      version = x.version + 1
    from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb) n
    where x.tenant_id = (select app.tenant_id()) and x.id = ${id}`.execute(tx)
}

const refs = (names: readonly string[], prefix = '') => sql.join(names.map((name) => sql.ref(prefix + name)))

const columnsOf = ({ columns }: EntryKind, wish: Row): Row =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [column, wish[field] ?? null]))

function changedFields(before: Row, change: Row): Set<string> {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(before[field] ?? null) !== JSON.stringify(value ?? null)
  return new Set(
    Object.entries(change)
      .filter(differs)
      .map(([field]) => field),
  )
}

/** Every wrong field at once, each with its sentence. */
export function refuseFaults(faults: readonly EntryFault[]): void {
  if (faults.length === 0) return
  const fields = faults.map((fault) => ({ ...fault, message: tenancyTexts[fault.code]! }))
  throw new Refusal('invalid', 'invalidInput', { fields })
}

async function freeKey(tx: Tx, table: EntryKind['table'], wanted: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`select x.key from ${sql.table(table)} x
    where x.tenant_id = (select app.tenant_id()) and starts_with(x.key, ${wanted})`.execute(tx)
  const taken = new Set(rows.map((row) => row.key))
  let key = wanted
  for (let n = 2; taken.has(key); n++) key = `${wanted}-${n}`
  return key
}
