import { sql } from 'kysely'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../../platform/server/http/refusal.ts'
import { refuseStaleSignIn } from '../../../staff/server/index.ts'
import { SettingKey } from '../../contract/setting.ts'
import type { Row } from '../district-rows.ts'
import { isAllowed } from '../settings.ts'

interface Decision {
  readonly take: 'here' | 'file'
  readonly version: number
  readonly now: Temporal.Instant
}

/** Keeps what stands here although the file says otherwise, or gives the entry back to the file. */
export async function decideDifference(
  tx: Tx,
  actor: Actor,
  id: string,
  { take, version, now }: Decision,
): Promise<void> {
  refuseStaleSignIn(actor, now)
  const row = found(
    await tx
      .selectFrom('district_difference')
      .select(['version', 'entry_table', 'entry_key', 'proposed'])
      .where('district_difference.id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
  refuseStale(row.version, version, () => ({ version: row.version }))
  const proposed = row.proposed as Row
  const key = SettingKey.safeParse(row.entry_table === 'tenant_setting' ? row.entry_key : undefined)
  if (take === 'file') {
    const opens = key.success && proposed['value'] === true && !(await isAllowed(tx, key.data))
    refuseIf(opens ? 'settingNeedsOpinion' : null)
    await sql`select app.take_from_file(${id}, ${idsFor(proposed)}::uuid[])`.execute(tx)
  } else {
    await tx
      .updateTable('district_difference')
      .set({ state: 'kept', version: row.version + 1 })
      .where('id', '=', id)
      .execute()
  }
  await audit(tx, {
    action: `districtDifference.${take === 'file' ? 'taken' : 'kept'}`,
    objectKind: 'districtDifference',
    objectId: row.entry_table === 'tenant_setting' ? null : row.entry_key,
    details: { table: row.entry_table, ...(key.success ? { key: key.data } : {}) },
  })
}

/** One for each of its hours or memberships. */
function idsFor(proposed: Row): string[] {
  const parts = (proposed['hours'] ?? proposed['memberships'] ?? []) as unknown[]
  return parts.map(() => newId())
}
