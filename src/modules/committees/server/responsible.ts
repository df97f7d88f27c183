import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { wrongField } from './store.ts'

/**
 * Who does it, in words; the item keeps them when the person leaves. An account must be one that will see the item
 * (`app.action_item_owners`), or the item would reach nobody. Throws `responsibleMissing`, `responsibleCannotSee`.
 */
export async function responsibleOf(
  tx: Tx,
  wish: { responsible?: string | null | undefined; responsibleId?: string | null | undefined },
  withoutB3: boolean,
  committeeId: string,
): Promise<string> {
  if (!wish.responsibleId) {
    if (!wish.responsible) throw wrongField('responsible', 'responsibleMissing')
    return wish.responsible
  }
  const { rows } = await sql<{ name: string }>`select w.name
    from app.action_item_owners(${committeeId}, ${withoutB3}) w where w.user_id = ${wish.responsibleId}`.execute(
    tx,
  )
  if (!rows[0]) throw wrongField('responsibleId', 'responsibleCannotSee')
  return wish.responsible ?? rows[0].name
}
