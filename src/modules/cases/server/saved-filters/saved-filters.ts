import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { SavedFilter, savedFilterEndpoints } from '../../contract/saved-filters.ts'

const MOST = 30
const columns = ['id', 'version', 'name', 'filter', 'is_default as isDefault'] as const

/** Row level security leaves the own ones. */
export async function listSavedFilters(tx: Tx): Promise<SavedFilter[]> {
  const rows = await tx
    .selectFrom('saved_filter')
    .select(columns)
    .where('list', '=', 'cases')
    .orderBy('name')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows as unknown as SavedFilter[]
}

export async function saveFilter(tx: Tx, wish: Body<typeof savedFilterEndpoints.save>): Promise<SavedFilter> {
  const others = await listSavedFilters(tx)
  if (others.length >= MOST) throw new Refusal('conflict', 'tooManySavedFilters')
  refuseTakenName(others, wish.name)
  if (wish.isDefault) await dropDefault(tx)
  const id = newId()
  await tx
    .insertInto('saved_filter')
    .values({
      id,
      list: 'cases',
      name: wish.name,
      filter: JSON.stringify(wish.filter),
      is_default: wish.isDefault,
    })
    .execute()
  await audit(tx, { action: 'savedFilter.saved', objectKind: 'savedFilter', objectId: id })
  return { id, version: 1, ...wish }
}

export async function changeSavedFilter(
  tx: Tx,
  id: string,
  version: number,
  change: Body<typeof savedFilterEndpoints.change>,
): Promise<SavedFilter> {
  const before = await lock(tx, id, version)
  const { name, filter, isDefault } = change
  if (name !== undefined) {
    const all = await listSavedFilters(tx)
    refuseTakenName(
      all.filter((one) => one.id !== id),
      name,
    )
  }
  if (isDefault) await dropDefault(tx)
  const next = {
    ...before,
    ...(name === undefined ? {} : { name }),
    ...(filter === undefined ? {} : { filter }),
    ...(isDefault === undefined ? {} : { isDefault }),
    version: before.version + 1,
  }
  await tx
    .updateTable('saved_filter')
    .set({
      name: next.name,
      filter: JSON.stringify(next.filter),
      is_default: next.isDefault,
      version: next.version,
    })
    .where('id', '=', id)
    .execute()
  await audit(tx, {
    action: 'savedFilter.changed',
    objectKind: 'savedFilter',
    objectId: id,
    details: { fields: Object.keys(change) },
  })
  return next
}

export async function removeSavedFilter(tx: Tx, id: string, version: number): Promise<void> {
  await lock(tx, id, version)
  await tx.deleteFrom('saved_filter').where('id', '=', id).execute()
  await audit(tx, { action: 'savedFilter.removed', objectKind: 'savedFilter', objectId: id })
}

async function lock(tx: Tx, id: string, version: number): Promise<SavedFilter> {
  const row = found(
    await tx
      .selectFrom('saved_filter')
      .select(columns)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  ) as unknown as SavedFilter
  refuseStale(row.version, version, () => row)
  return row
}

async function dropDefault(tx: Tx): Promise<void> {
  await tx
    .updateTable('saved_filter')
    .set((eb) => ({ is_default: false, version: eb('version', '+', 1) }))
    .where('list', '=', 'cases')
    .where('is_default', '=', true)
    .execute()
}

function refuseTakenName(others: readonly SavedFilter[], name: string): void {
  if (!others.some((one) => one.name.toLowerCase() === name.toLowerCase())) return
  throw new Refusal('invalid', 'invalidInput', {
    fields: [
      {
        path: 'name',
        code: 'nameTaken',
        message: 'So heißt schon einer Ihrer Filter. Bitte wählen Sie einen anderen Namen.',
      },
    ],
  })
}
