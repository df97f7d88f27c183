import { sql } from 'kysely'
import { fieldErrors } from '../../../platform/contract/german.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { Body } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { CatalogueEntry, catalogueEndpoints } from '../contract/catalogue-entry.ts'
import type { CatalogueKind } from '../contract/district/catalogues.ts'
import { entrySettings } from '../contract/entry-settings.ts'
import { keyFromLabel, whyNotAddable, whyNotEntry, type EntryWish } from '../rules.ts'
import { entryColumns } from './screens.ts'
import { rememberFile } from './differences.ts'
import { departureAllowed, lockCatalogueEntry, unknownKeys } from './store.ts'

type Settings = Record<string, unknown>
const says = new Set(['label', 'definition', 'settings', 'validFrom', 'validTo'])

/** Adds an entry at the end of its list. */
export async function addCatalogueEntry(
  tx: Tx,
  wish: Body<typeof catalogueEndpoints.create>,
  today: string,
): Promise<CatalogueEntry> {
  refuseIf(whyNotAddable(wish.kind))
  const settings = await checkedSettings(tx, wish.kind, wish.settings ?? {})
  await refuseEntry(tx, { kind: wish.kind, label: wish.label, settings })
  const key = wish.key ?? (await freeKey(tx, wish.kind, keyFromLabel(wish.label)))
  const id = newId()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('catalogue_entry')
    .values((eb) => ({
      id,
      kind: wish.kind,
      key,
      label: wish.label,
      definition: wish.definition ?? null,
      settings: JSON.stringify(settings),
      valid_from: wish.validFrom ?? null,
      provenance: JSON.stringify({ decided: today }),
      edited_at: sql<string>`now()`,
      edited_by: sql<string>`app.user_id()`,
      position: eb
        .selectFrom('catalogue_entry as other')
        .select(sql<number>`coalesce(max(other.position), -1) + 1`.as('next'))
        .where('other.kind', '=', wish.kind),
    }))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', 'catalogueKeyTaken')
  await audit(tx, {
    action: 'catalogueEntry.added',
    objectKind: 'catalogueEntry',
    objectId: id,
    details: { kind: wish.kind },
  })
  return readCatalogueEntry(tx, id, today)
}

/** Changes label, definition, order, settings or validity of an entry; the key never changes. */
export async function changeCatalogueEntry(
  tx: Tx,
  id: string,
  change: Body<typeof catalogueEndpoints.change>,
  { version, today }: { version: number; today: string },
): Promise<CatalogueEntry> {
  const row = await lockCatalogueEntry(tx, id)
  const current = await readCatalogueEntry(tx, id, today)
  refuseStale(row.version, version, () => current)
  const before: EntryWish = {
    kind: row.kind as CatalogueKind,
    label: row.label,
    settings: row.settings as Settings,
  }
  const settings =
    change.settings === undefined ? before.settings : await checkedSettings(tx, before.kind, change.settings)
  const validFrom = change.validFrom === undefined ? row.valid_from : change.validFrom
  const validTo = change.validTo === undefined ? row.valid_to : change.validTo
  refuseEmptyPeriod(validFrom, validTo)
  // Order alone decides nothing about what the entry says.
  const decides = change.isDefault === false || Object.keys(change).some((field) => says.has(field))
  await refuseEntry(tx, { kind: before.kind, label: change.label ?? before.label, settings }, before)
  await rememberFile(tx, 'catalogue_entry', id)
  await tx
    .updateTable('catalogue_entry')
    .set({
      label: change.label ?? row.label,
      definition: change.definition === undefined ? row.definition : change.definition,
      position: change.position ?? row.position,
      settings: JSON.stringify(settings),
      valid_from: validFrom,
      valid_to: validTo,
      is_default: decides ? false : row.is_default,
      ...(decides && {
        provenance: sql<string>`provenance || jsonb_build_object('decided', ${today}::text)`,
      }),
      edited_at: sql<string>`now()`,
      edited_by: sql<string>`app.user_id()`,
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  const fields = Object.keys(change)
  await audit(tx, {
    action: 'catalogueEntry.changed',
    objectKind: 'catalogueEntry',
    objectId: id,
    details: { kind: row.kind, fields },
  })
  return readCatalogueEntry(tx, id, today)
}

export async function readCatalogueEntry(tx: Tx, id: string, today: string): Promise<CatalogueEntry> {
  const { rows } = await sql<{ entry: CatalogueEntry }>`
    select ${entryColumns(today)} as entry from catalogue_entry e
    where e.tenant_id = (select app.tenant_id()) and e.id = ${id}`.execute(tx)
  return rows[0]!.entry
}

async function refuseEntry(tx: Tx, wish: EntryWish, before?: EntryWish): Promise<void> {
  const asks = wish.kind === 'closureReason'
  refuseIf(whyNotEntry(wish, { before, departureAllowed: asks && (await departureAllowed(tx)) }))
}

function refuseEmptyPeriod(from: string | null, to: string | null): void {
  if (from === null || to === null || from < to) return
  const message = 'Das Ende muss nach dem Beginn liegen.'
  throw new Refusal('invalid', 'invalidInput', {
    fields: [{ path: 'validTo', code: 'emptyPeriod', message }],
  })
}

/** The settings in the form the kind needs, or every wrong field at once. */
export async function checkedSettings(tx: Tx, kind: CatalogueKind, settings: Settings): Promise<Settings> {
  const parsed = entrySettings(kind).safeParse(settings)
  const fields = parsed.success ? [] : fieldErrors(parsed.error)
  for (const { field, key } of parsed.success ? await unknownKeys(tx, parsed.data) : [])
    fields.push({ path: field, code: 'unknownKey', message: `„${key}“ ist nicht angelegt.` })
  if (fields.length === 0) return parsed.data as Settings
  throw new Refusal('invalid', 'invalidInput', {
    fields: fields.map((f) => ({ ...f, path: `settings.${f.path}` })),
  })
}

async function freeKey(tx: Tx, kind: CatalogueKind, wanted: string): Promise<string> {
  const rows = await tx.selectFrom('catalogue_entry').select('key').where('kind', '=', kind).execute()
  const taken = new Set(rows.map((row) => row.key))
  let key = wanted
  for (let n = 2; taken.has(key); n++) key = `${wanted}-${n}`
  return key
}
