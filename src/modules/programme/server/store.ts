import type { Insertable, Selectable, Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { DB } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

/** The rows that are changed with their version. */
export type Versioned =
  | 'programme_document'
  | 'programme_document_version'
  | 'programme_goal'
  | 'programme_milestone'
  | 'programme_activity'
  | 'interface_partner'
  | 'interface_talk'

export interface Ids {
  readonly id: string
  readonly version: number
}

export async function lock<T extends Versioned>(tx: Tx, table: T, id: string): Promise<Selectable<DB[T]>> {
  const row = await tx
    .selectFrom(table as 'programme_goal')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found(row) as unknown as Selectable<DB[T]>
}

/** A new row; answers its id. */
export async function add<T extends Versioned | 'programme_goal_status' | 'programme_approval'>(
  tx: Tx,
  table: T,
  values: Omit<Insertable<DB[T]>, 'id'>,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto(table as 'programme_goal')
    .values({ id, ...values } as never)
    .execute()
  return id
}

/** Changes the row and makes every older sight of it stale. */
export async function change<T extends Versioned>(
  tx: Tx,
  table: T,
  row: Ids,
  values: Updateable<DB[T]>,
): Promise<void> {
  await tx
    .updateTable(table as 'programme_goal')
    .set({ ...(values as object), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
}

/** Names of the fields that were sent; what stands in them is never audited. */
export const record = (
  tx: Tx,
  action: string,
  about: { kind: string; id: string },
  details: Readonly<Record<string, string | number | boolean | readonly string[] | null>> = {},
) => audit(tx, { action: `programme.${action}`, objectKind: about.kind, objectId: about.id, details })

export const sentFields = (body: object) => ({
  fields: Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name])),
})
