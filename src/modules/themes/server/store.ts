import type { Insertable, Selectable, Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type { Reconstruction, Theme, ThemeStep } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

export async function lockTheme(tx: Tx, id: string): Promise<Selectable<Theme>> {
  return found(
    await tx.selectFrom('theme').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function updateTheme(
  tx: Tx,
  theme: { id: string; version: number },
  change: Updateable<Theme>,
): Promise<void> {
  await tx
    .updateTable('theme')
    .set({ ...change, version: theme.version + 1 })
    .where('id', '=', theme.id)
    .execute()
}

export async function insertThemeStep(
  tx: Tx,
  step: Omit<Insertable<ThemeStep>, 'id' | 'tenant_id'>,
): Promise<void> {
  await tx
    .insertInto('theme_step')
    .values({ id: newId(), ...step })
    .execute()
}

export async function lockReconstruction(tx: Tx, id: string): Promise<Selectable<Reconstruction>> {
  return found(
    await tx
      .selectFrom('reconstruction')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
}

export async function updateReconstruction(
  tx: Tx,
  row: { id: string; version: number },
  change: Updateable<Reconstruction>,
): Promise<void> {
  await tx
    .updateTable('reconstruction')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
}
