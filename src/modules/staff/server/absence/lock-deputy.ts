import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../../platform/server/http/refusal.ts'
import { readDeputy } from './deputy-screens.ts'

/** The arrangement, locked: by the absent person or whoever arranged it, the same as the policy says. */
export async function lockDeputy(tx: Tx, actor: Actor, id: string, version: number) {
  const current = await readDeputy(tx, actor, id)
  const row = found(
    await tx
      .selectFrom('deputy')
      .select(['id', 'version', 'absent_user_id', 'deputy_user_id'])
      .where('deputy.id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
  refuseStale(row.version, version, () => current)
  return row
}
